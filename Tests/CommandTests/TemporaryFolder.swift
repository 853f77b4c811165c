import Foundation

/// A temporary folder; removed with the value.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("sitrep-command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // As the program shows it, without symbolic links.
        path = folder.resolvingSymlinksInPath().path
    }

    deinit {
        // A test may have taken its own rights away.
        chmod(path, 0o700)
        try? FileManager.default.removeItem(atPath: path)
    }

    func path(_ name: String) -> String { path + "/" + name }

    /// Writes a file, with the folders that it needs, and returns its path.
    @discardableResult
    func write(_ name: String, _ bytes: Data) throws -> String {
        let file = URL(fileURLWithPath: path(name))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try bytes.write(to: file)
        return file.path
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

    func move(_ name: String, to other: String) throws {
        let target = path(other)
        try FileManager.default.createDirectory(
            atPath: (target as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        try FileManager.default.moveItem(atPath: path(name), toPath: target)
    }

    /// Sets a file's time of change back, so that a run need not doubt it.
    func age(_ name: String, seconds: Double = 3600) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date().addingTimeInterval(-seconds)],
            ofItemAtPath: path(name)
        )
    }

    /// Every file below a folder with its bytes and time of change.
    func state(of name: String) throws -> [String: FileState] {
        var states: [String: FileState] = [:]
        let folder = path(name)
        for file in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + file)
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            states[file] = FileState(
                bytes: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)),
                modified: attributes[.modificationDate] as? Date
            )
        }
        return states
    }
}

struct FileState: Equatable {
    var bytes: Data
    var modified: Date?
}
