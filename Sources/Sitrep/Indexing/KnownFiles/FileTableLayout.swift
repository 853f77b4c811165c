/// The layout of the table of known files: what a run has to compare each file with, in the order of a walk.
///
/// The table says nothing that the metadata of the database does not; it is there because a file beside the database is
/// mapped in no time, while the entries of 100,000 files take most of a second to read and to sort.
///
/// A header, and four sections one behind the other, whose numbers have the lowest byte first:
/// - sources, ascending by number: the number, and the moment since which what was written may have changed unseen;
/// - folders, ascending by source and by the bytes of their paths: the source, the place of the first file, where the
///   path begins among the names (8 bytes each), the path's length and the number of files (4 bytes each);
/// - files, within a folder ascending by the bytes of their names: size, time of the last change, inode, where the name
///   begins (8 bytes each), the number of reports (4 bytes), the name's length and the flags (2 bytes each);
/// - names and paths, as the system has them.
enum FileTableLayout {
    static let magic: UInt64 = 0x314C_4946_5449_53FF  // "ÿSITFIL1"
    static let headerSize = 72
    static let sourceSize = 16
    static let folderSize = 32
    static let fileSize = 40

    /// The flag of a file of which records failed, so that every run reads it again.
    static let hasFailures: UInt16 = 1

    /// The name of the file in a generation's folder.
    static let fileName = "files"

    /// The head of the file; the checksum stands behind it, and covers it and all that follows.
    struct Header: Equatable {
        /// The revision of the index that last changed what is known of its files.
        var revision: UInt64
        /// A digest of the database's UUID, which tells whose files these are.
        var database: UInt64
        var sourceCount: UInt64
        var folderCount: UInt64
        var fileCount: UInt64
        /// Bytes of names and paths.
        var nameBytes: UInt64

        var numbers: [UInt64] { [magic, revision, database, sourceCount, folderCount, fileCount, nameBytes] }
    }

    /// The state of a file as the table has it.
    struct File: Equatable {
        var status: FileStatus
        /// At most 4,294,967,295; the metadata has the whole number.
        var reports: Int
        var hasFailures: Bool
    }

    /// A digest of a database's UUID.
    static func token(_ uuid: String) -> UInt64 {
        var uuid = uuid
        return uuid.withUTF8 { ImageHash.token(UnsafeRawBufferPointer($0)) }
    }
}
