/// Tells what an index would lose if it were built again from its sources as they are now, and nothing could be kept of what
/// it holds itself.
///
/// A build that knows nothing of what was there takes what it finds for all there is: the empty folder where a disk is to be
/// mounted, too.
struct RebuildGuard {
    private let folder: IndexFolder
    private let manifest: Manifest
    /// What the index knew of its files, and the numbers of the sources in it, in the order of the manifest; `nil` where the
    /// table is missing, damaged, or is not of these sources.
    private let known: (table: FileTable, numbers: [Int])?

    init(_ folder: IndexFolder, _ manifest: Manifest) {
        self.folder = folder
        self.manifest = manifest
        guard let storage = try? ImageStorage.map(path: folder.generation(of: manifest).filesPath),
            let table = try? FileTable(storage), table.lastRead.count == manifest.sources.count
        else {
            known = nil
            return
        }
        known = (table, table.lastRead.keys.sorted())
    }

    /// Refuses a source that is there and has no file to read now, where it had some, or nothing tells whether it had.
    ///
    /// - Throws: ``SitrepError`` `io`, and what stops a walk.
    func checkSources() throws {
        for (place, source) in manifest.sources.enumerated() where Files.isFolder(source.path) {
            guard try !holdsFiles(source) else { continue }
            if let known, !hadReports(known.table, known.numbers[place]) { continue }
            throw SitrepError(
                .io,
                "the index cannot be built again: \(source.path) holds no report now"
                    + (known == nil
                        ? ", and whether it held some cannot be told" : ", and those that it held would be lost"),
                hint: "mount its disk, or bring its files back, and run the same command again; where they are gone "
                    + "for good, take the folders generation-… and the \(Manifest.fileName) away, which leaves marks and "
                    + "saved searches, and build the index again: sitrep index PATH…"
            )
        }
    }

    /// Refuses where a file is gone that gave reports, while its source is there, or nothing tells which files did.
    ///
    /// What a source gave that is not there is kept from what the index holds.
    ///
    /// - Throws: ``SitrepError`` `io`.
    func checkFiles() throws(SitrepError) {
        let rebuilding = ShellCommand.reindexing(folder.path, "--rebuild")
        guard let known else {
            throw SitrepError(
                .io,
                "the database is damaged, and the table of known files too: whether all files that the reports came from "
                    + "are still there cannot be told",
                hint: "see to it that they are, and build the index again with: \(rebuilding)"
            )
        }
        var (gone, reports): ([String], Int) = ([], 0)
        for place in 0..<known.table.folderCount {
            let inside = known.table.folder(place)
            guard let number = known.numbers.firstIndex(of: inside.source) else { continue }
            let source = SourceRecord(number: inside.source, path: manifest.sources[number].path, excluded: [])
            guard Files.isThere(source.path) else { continue }
            let isFolder = Files.isFolder(source.path)
            for file in inside.files where known.table.file(file).reports > 0 {
                let path = source.absolutePath(
                    of: known.table.relativePath(of: file, in: inside),
                    isFolder: isFolder
                )
                guard Files.isAbsent(path) else { continue }
                gone.append(path)
                reports += known.table.file(file).reports
            }
        }
        guard !gone.isEmpty else { return }
        throw SitrepError(
            .io,
            "the database is damaged, and if the index were built again \(NumberText.count(reports, "report")) would be "
                + "lost, as \(gone.count == 1 ? "this file is" : "these files are") gone: \(Self.shown(gone))",
            hint: "bring \(gone.count == 1 ? "it" : "them") back, or do without: \(rebuilding)"
        )
    }

    /// The first of many paths, and how many more there are.
    private static func shown(_ paths: [String]) -> String {
        paths.prefix(5).joined(separator: ", ") + (paths.count > 5 ? " and \(paths.count - 5) more" : "")
    }

    private func hadReports(_ table: FileTable, _ source: Int) -> Bool {
        table.folders(of: source).contains { place in
            table.folder(place).files.contains { table.file($0).reports > 0 }
        }
    }

    private struct Found: Error {}

    /// Whether a source has a file to read, or something that cannot be looked into; ends with the first.
    private func holdsFiles(_ source: Manifest.Source) throws -> Bool {
        let own = SystemPath.real(folder.path) ?? folder.path
        do {
            let walker = SourceWalker(excluding: source.excluded)
            try walker.walk(
                source.path,
                entering: { $0 != own },
                visit: { item in
                    if case .skipped = item { return }
                    throw Found()
                }
            )
        } catch is Found {
            return true
        }
        return false
    }
}
