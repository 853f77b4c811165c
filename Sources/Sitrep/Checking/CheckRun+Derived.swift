internal import Xapian

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The files beside the database, which say nothing that it does not.
extension CheckRun {
    /// Notes that such a file is missing, or of another state: what comes of runs that were interrupted. Nothing is wrong
    /// with the index then, and the next run that needs the file makes it anew.
    private func outdated(_ part: CheckPart, _ message: String) throws {
        try note(part, .remark, message, remedy: repair)
    }

    /// The columns against the values that they were made of.
    func checkColumns(_ state: DatabaseState) throws {
        let path = state.generation.columnsPath
        guard Files.exists(path) else {
            return try outdated(.columns, "there is no file of columns; searches take longer")
        }
        try Files.checkReadable(path)
        let file: ColumnFile
        do {
            file = try ColumnFile(path: path)
        } catch {
            return try damage(.columns, "the file of columns is damaged")
        }
        guard file.database == ColumnFile.token(try state.database.uuid) else {
            return try damage(.columns, "the file of columns is that of another database")
        }
        let changed = try ChangedDocuments(
            after: file.revision,
            through: state.metadata.revision,
            in: state.database
        )
        guard let changed else {
            return try outdated(.columns, "the file of columns is of another state; searches take longer")
        }
        let check = ColumnCheck(file, changed: changed)
        for (place, column) in ColumnSlots.all.enumerated() {
            try progress(.columns, place, of: ColumnSlots.all.count + 1)
            if let problem = try check.problem(in: column.slot, kind: column.kind, of: state.database) {
                try damage(.columns, "the file of columns is damaged: \(problem)")
            }
        }
        if let problem = try check.problemOfNumbers(in: state.database) {
            try damage(.columns, "the file of columns is damaged: \(problem)")
        }
    }

    /// The blocks of the file of bands against their sums, and the keys in it against the fingerprints.
    func checkBands(_ state: DatabaseState) throws {
        let path = state.generation.bandsPath
        guard Files.exists(path) else {
            return try outdated(.bands, "there is no file of bands; the next run makes it")
        }
        try Files.checkReadable(path)
        do {
            let file = try BandFile(
                path: path,
                uuid: try state.database.uuid,
                revision: state.metadata.revision
            )
            let missing = try missingKeys(file, state)
            if missing > 0 { try damage(.bands, "the file of bands lacks \(NumberText.count(missing, "key"))") }
        } catch is BandFile.Damaged {
            try damage(.bands, "the file of bands is damaged, or that of another database")
        }
    }

    /// How many keys of documents that have none as terms are not in the file, or not in its order. What it says of
    /// documents that were replaced or taken out since counts for nothing.
    private func missingKeys(_ file: BandFile, _ state: DatabaseState) throws -> Int {
        let spill = "\(TemporaryFile.folder)/sitrep-check-\(getpid()).runs"
        let runs = try SortedRuns.ofAll(in: state.database, spillPath: spill)
        var section = 0
        var entries = try runs.entries(of: 0)
        var next: (UInt64, UInt32)?
        func advance() throws {
            while true {
                if let entry = entries.next() {
                    next = (StoryKey(section: section, hash: entry.hash).number, entry.document)
                    return
                }
                section += 1
                guard section < StoryBands.sections else {
                    next = nil
                    return
                }
                try progress(.bands, section, of: StoryBands.sections)
                entries = try runs.entries(of: section)
            }
        }
        var missing = 0
        func pass() throws {
            if let next, !state.keyed.contains(DocumentID(next.1)) { missing += 1 }
            try advance()
        }
        try advance()
        var last: (UInt64, UInt32)?
        try file.forEachEntry { key, document in
            if let last, last >= (key.number, document) { throw BandFile.Damaged() }
            last = (key.number, document)
            while let expected = next, expected < (key.number, document) { try pass() }
            if let expected = next, expected == (key.number, document) { try advance() }
        }
        while next != nil { try pass() }
        return missing
    }

    /// The table of known files against their entries in the database.
    func checkKnownFiles(_ state: DatabaseState) throws {
        let path = state.generation.filesPath
        guard Files.exists(path) else {
            return try outdated(.known, "there is no table of known files; the next run makes it")
        }
        try Files.checkReadable(path)
        let table: FileTable
        do {
            table = try FileTable(try ImageStorage.map(path: path))
        } catch {
            return try damage(.known, "the table of known files is damaged")
        }
        guard table.header.database == FileTableLayout.token(try state.database.uuid),
            table.header.revision == UInt64(state.metadata.filesRevision)
        else { return try outdated(.known, "the table of known files is of another state; the next run makes it anew") }
        let known = try KnownFiles(
            of: state.generation,
            metadata: state.metadata,
            index: folder.path,
            usingTable: false
        )
        if !table.hasFiles(of: known.table) {
            try damage(.known, "the table of known files says something else than the database")
        }
    }
}

extension FileTable {
    /// Whether another table says the same of the same files. Linear.
    func hasFiles(of other: FileTable) -> Bool {
        guard folderCount == other.folderCount, fileCount == other.fileCount else { return false }
        for place in 0..<folderCount {
            let (own, theirs) = (folder(place), other.folder(place))
            guard own.source == theirs.source, own.files == theirs.files,
                ByteOrder.compare(own.path, theirs.path) == 0
            else { return false }
        }
        return (0..<fileCount).allSatisfy { place in
            file(place) == other.file(place) && ByteOrder.compare(name(place), other.name(place)) == 0
        }
    }
}
