/// What of the sources of an index that is built again cannot be read now: whole sources, folders and single files.
struct LostParts: Sendable {
    /// The paths of sources, by their numbers.
    private var roots: [Int: String] = [:]
    private var wholes: Set<Int> = []
    private var paths: [Int: Set<String>] = [:]
    private var files: Set<FileKey> = []

    /// - Parameters:
    ///   - lost: what a walk could not see.
    ///   - files: those that it saw, and that could not be read.
    init(_ lost: [ChangeScan.Lost], files: [FileKey], of sources: [SourceRecord]) {
        for source in sources { roots[source.number] = source.path }
        for part in lost {
            if roots[part.source] == part.path {
                wholes.insert(part.source)
            } else {
                paths[part.source, default: []].insert(part.path)
            }
        }
        self.files = Set(files)
    }

    var isEmpty: Bool { wholes.isEmpty && paths.isEmpty && files.isEmpty }

    /// What cannot be read and holds a file, or is it; `nil` for a file that can be read, is gone, or is of no source.
    func part(with file: FileRecord) -> String? {
        guard let root = roots[file.source] else { return nil }
        if wholes.contains(file.source) { return root }
        var path = FileName.path(of: file.relativePath, in: root)
        // A source that is a file holds that one.
        if files.contains(file.fileKey) { return Files.isFolder(root) ? path : root }
        guard let lost = paths[file.source] else { return nil }
        while path.utf8.count > root.utf8.count {
            if lost.contains(path) { return path }
            guard let folder = FileName.folder(of: path) else { return nil }
            path = folder
        }
        return nil
    }
}
