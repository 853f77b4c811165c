import Testing

@testable import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder for one test, taken away with it and all that is in it.
final class ScratchFolder: Sendable {
    /// Absolute, without symbolic links.
    let path: String

    init() throws {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((base + "/sitrep-library-XXXXXX").utf8CString)
        let made = try #require(mkdtemp(&template))
        path = try #require(SystemPath.real(String(cString: made)))
    }

    /// The path of something in it.
    func callAsFunction(_ name: String) -> String { path + "/" + name }

    /// Writes a file, making the folders on its way.
    func write(_ name: String, _ text: String) throws {
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o777)
        }
        let bytes = Array(text.utf8)
        let file = try #require(fopen(self(name), "wb"))
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
        #expect(fclose(file) == 0)
    }

    deinit { try? Files.removeFolder(path) }
}
