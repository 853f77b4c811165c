#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The source of a vocabulary: the files of one folder.
///
/// The folder's own `.yaml`, `.yml` and `.tsv` files are read, in the order of their names; other files and folders are
/// left alone. A facet may be spread over several files. Tables (`.tsv`) add to what the other files say.
enum VocabularySource {
    /// The files of the folder at `path`.
    ///
    /// - Throws: `unreadable`, `empty` for a folder without such a file, and what is wrong with a file.
    static func read(folder path: String) throws(VocabularyError) -> [VocabularyFile] {
        let names = try fileNames(path)
        guard !names.isEmpty else {
            throw VocabularyError(
                code: .empty,
                message: "the folder has no vocabulary file",
                hint: "put a file such as regions.yaml into it, or name another folder",
                file: path
            )
        }
        var files: [VocabularyFile] = []
        for name in names {
            let file = path.hasSuffix("/") ? path + name : path + "/" + name
            let bytes = try bytes(file)
            files.append(
                name.hasSuffix(".tsv")
                    ? try VocabularyTableReader.read(bytes, path: file)
                    : try VocabularyFileReader.read(bytes, path: file)
            )
        }
        return files
    }

    /// The names of the vocabulary files in a folder.
    ///
    /// - Throws: `unreadable`.
    static func fileNames(_ path: String) throws(VocabularyError) -> [String] {
        guard let names = try? SystemPath.names(inFolder: path) else { throw unreadable(path) }
        return names.filter(isFileName)
    }

    /// Whether a file of this name is read.
    static func isFileName(_ name: String) -> Bool { isYAML(name) || (!name.hasPrefix(".") && name.hasSuffix(".tsv")) }

    /// Whether a file of this name is a YAML file that is read.
    static func isYAML(_ name: String) -> Bool {
        !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
    }

    /// The bytes of the file at `path`.
    static func bytes(_ path: String) throws(VocabularyError) -> [UInt8] {
        let descriptor = Files.descriptor(path, O_RDONLY)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { close(descriptor) }
        var found: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { unistdRead(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return found }
            if count < 0 {
                if errno == EINTR { continue }
                throw unreadable(path)
            }
            found.append(contentsOf: buffer[0..<count])
        }
    }

    static func unreadable(_ path: String) -> VocabularyError {
        VocabularyError(
            code: .unreadable,
            message: "cannot be read: \(String(cString: strerror(errno)))",
            hint: "check the name and the permissions",
            file: path
        )
    }
}

/// `read(2)`, under a name that the type's own `read` does not hide.
private func unistdRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
