#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file without a name: what is written to it lies on the disk and is read as memory, and is gone with its owner, or
/// with the process.
final class TemporaryFile {
    private let path: String
    private let file: Int32
    /// How many bytes were written.
    private(set) var size = 0
    private var mapping: UnsafeRawBufferPointer?

    /// The folder for files that belong to no index: that of the environment, else the system's.
    static var folder: String {
        let named = getenv("TMPDIR").map {
            PathBytes.string(from: UnsafeRawBufferPointer(start: $0, count: strlen($0)))
        }
        return named.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    }

    /// - Parameter path: where it stands for a moment; what is there from a process that was killed is removed.
    init(path: String) throws(SitrepError) {
        self.path = path
        Files.remove(path)
        file = Files.descriptor(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW)
        guard file >= 0 else { throw Files.failure("cannot write \(path)") }
        Files.remove(path)
    }

    deinit {
        if let mapping { munmap(UnsafeMutableRawPointer(mutating: mapping.baseAddress), mapping.count) }
        _ = Files.close(file)
    }

    /// Writes bytes behind what is there.
    func append(_ bytes: UnsafeRawBufferPointer) throws(SitrepError) {
        precondition(mapping == nil)
        try Files.write(bytes, to: file, path)
        size += bytes.count
    }

    /// Leaves room for bytes that are zero, before others are appended; as far as the file system can, it takes none on the
    /// disk.
    func skip(_ count: Int) throws(SitrepError) {
        precondition(mapping == nil)
        guard lseek(file, off_t(count), SEEK_CUR) >= 0 else { throw Files.failure("cannot write \(path)") }
        size += count
    }

    /// All bytes, valid for as long as the file is held; nothing can be written any more.
    func mapped() throws(SitrepError) -> UnsafeRawBufferPointer {
        if let mapping { return mapping }
        guard size > 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        guard let start = mmap(nil, size, PROT_READ, MAP_SHARED, file, 0), start != MAP_FAILED else {
            throw Files.failure("cannot read \(path)")
        }
        let bytes = UnsafeRawBufferPointer(start: start, count: size)
        mapping = bytes
        return bytes
    }
}
