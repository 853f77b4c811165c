internal import Xapian

/// Marks reports of an index: keeps in the file of marks what a person says of them, and brings it into the index.
public struct Marker: Sendable {
    private let folder: IndexFolder
    private let options: Indexer.Options

    /// - Parameters:
    ///   - index: the index folder.
    ///   - options: those of the run that brings marks into the index: of them, whether it waits for another writer.
    public init(index: String, options: Indexer.Options = Indexer.Options()) {
        folder = IndexFolder(index)
        self.options = options
    }

    /// What marking did.
    public struct Outcome: Sendable {
        /// The reports that were asked for and found, with what is said of them now; `nil` where that is nothing.
        public var reports: [MarkedReport] = []
        /// How many of them are marked otherwise than before.
        public var changed = 0
        /// What was asked for and not found.
        public var failures: [SitrepError] = []
        /// Why the index does not hold the change yet, though the file does; `nil` where it does.
        public var pending: SitrepError?
        /// The absolute path of the file of marks.
        public var file = ""
    }

    /// Changes the marks of some reports: first in the file, then in the index.
    ///
    /// The file is changed in one step, with nobody else changing it meanwhile; comments and layout stay. The index is
    /// changed in one transaction over the reports whose marks differ from what the file says. Where another writer holds
    /// the index, the file alone is changed, and the next run brings the change in.
    ///
    /// - Parameters:
    ///   - names: ids, keys, unambiguous starts of keys, or paths of files, which stand for all of their reports.
    ///   - listed: as `names`, but of files only those of one report: who lists what a search found has not named the other
    ///     reports of its files.
    ///   - change: what is said of them.
    /// - Throws: ``SitrepError``: `usage` for what cannot be kept and for unknown values, `data` where the file cannot be
    ///   understood; then nothing is changed.
    public func mark(_ names: [String], listed: [String] = [], _ change: MarkChange) throws -> Outcome {
        try change.check()
        try ShardList.checkWritable(folder)
        let index = try SearchIndex(path: folder.path)
        var (records, outcome) = try index.records(named: names, listed: listed)
        let file = MarksFile(folder: folder)
        outcome.file = file.path
        let change = try index.resolved(change)
        let figures = try index.figureChanges(change, of: records)
        guard !records.isEmpty else { return outcome }
        try file.change { text in
            outcome.reports = []
            outcome.changed = 0
            let about = try index.entries(about: records, in: text.entries)
            let tags = Dictionary(text.entries.flatMap(\.marks.tags).map { (TagName.folded($0), $0) }) { first, _ in
                first
            }
            let time = Timestamp.now()
            var changes: [Int: MarkEntry?] = [:]
            var new: [MarkEntry] = []
            for record in records {
                let places = about[record.id] ?? []
                let before = places.dropFirst().reduce(places.first.map { text.entries[$0].marks } ?? ReportMarks()) {
                    $0.joined(with: text.entries[$1].marks)
                }
                let after = (figures[record.id] ?? change).applied(to: before, known: tags, at: time)
                outcome.reports.append(MarkedReport(record, marks: after.isEmpty ? nil : after))
                let title = MarkEntry.shown(record.foundTitle)
                let entry = MarkEntry(id: record.id, digest: record.digest, title: title, marks: after)
                // The notes of several entries are one now.
                try entry.check()
                if after != before || (change.clears && !places.isEmpty) { outcome.changed += 1 }
                // Entries that say nothing go, as do all but one of several about one report.
                for place in places.dropFirst() { changes[place] = .some(nil) }
                if let place = places.first {
                    changes[place] = .some(after.isEmpty ? nil : entry)
                } else if !after.isEmpty {
                    new.append(entry)
                }
            }
            try text.change(changes, adding: new)
        }
        do {
            try IndexRun(folder: folder, options: options).applyMarks()
        } catch let error as SitrepError where error.code == .locked {
            outcome.pending = SitrepError(
                .locked,
                "the marks are kept in \(file.path), but the index is locked by another writer",
                hint: "the next index or reindex brings them into the index"
            )
        }
        return outcome
    }
}

/// A report and what a person says of it.
public struct MarkedReport: Sendable {
    /// The report's id; where there is no report, the one that it had.
    public var id: String
    /// A short form of the id, in hexadecimal; `nil` where there is no report.
    public var key: String?
    /// The headline as it is shown; `nil` where it is not known.
    public var title: String?
    /// SHA-256 of its original bytes, in hexadecimal; `nil` where it is not known.
    public var digest: String?
    /// What is said of it; `nil` where that is nothing.
    public var marks: ReportMarks?

    init(_ record: StoredRecord, marks: ReportMarks?) {
        id = record.id
        key = record.shortKey
        title = record.title
        digest = record.digest
        self.marks = marks
    }
}

extension SearchIndex {
    /// The reports with some ids or keys, each once, and an outcome with those that are not there.
    fileprivate func records(
        named names: [String],
        listed: [String]
    ) throws -> ([StoredRecord], Marker.Outcome) {
        try withState { state in
            var outcome = Marker.Outcome()
            var records: [StoredRecord] = []
            var seen: Set<DocumentID> = []
            for (name, isListed) in names.map({ ($0, false) }) + listed.map({ ($0, true) }) {
                do {
                    let documents = try Self.documents(named: name, state)
                    guard documents.count == 1 || !isListed else { throw Self.severalReports(name, documents.count) }
                    for document in documents where seen.insert(document).inserted {
                        records.append(try StoredRecord(decoding: try state.database.documentData(document)))
                    }
                } catch let error as SitrepError where error.code == .notFound || error.code == .usage {
                    if !outcome.failures.contains(error) { outcome.failures.append(error) }
                }
            }
            return (records, outcome)
        }
    }

    private static func severalReports(_ name: String, _ count: Int) -> SitrepError {
        SitrepError(
            .usage,
            "“\(name)” is a file of \(count) reports, not all of which may be meant",
            hint: "list the reports themselves, as sitrep search --keys does, or name the file as an argument"
        )
    }

    /// The entries that are about some reports, by the ids of these.
    fileprivate func entries(about records: [StoredRecord], in entries: [MarkEntry]) throws -> [String: [Int]] {
        try withState { state in
            let ids = Set(records.map(\.id))
            let digests = Set(records.map(\.digest))
            let resolution = MarkResolution(begun: state.members.first.metadata.begunMoment)
            var about: [String: [Int]] = [:]
            for (place, entry) in entries.enumerated() {
                // Another report may have taken the name of the one that was marked, so that the id alone says nothing.
                guard ids.contains(entry.id) || entry.digest.map(digests.contains) ?? false,
                    let document = try resolution.document(of: entry, in: state.database)
                else { continue }
                let id = try StoredRecord(decoding: try state.database.documentData(document)).id
                about[id, default: []].append(place)
            }
            return about
        }
    }

    /// A change with its values as paths of this index.
    ///
    /// - Throws: ``SitrepError`` `usage` with the nearest names for a value that is unknown and may not be new, and with
    ///   all paths for one that several bear.
    fileprivate func resolved(_ change: MarkChange) throws -> MarkChange {
        try withState { state in
            let directory = try state.directory
            var resolved = change
            for facet in FacetKind.allCases {
                for value in change.dropped[facet] ?? [] where directory.resolve(value, in: facet).isEmpty {
                    throw Self.unknown(value, facet, directory, option: "--drop-\(facet.rawValue)")
                }
                resolved.dropped[facet] = try change.dropped[facet]?.map {
                    try Self.path($0, facet, directory, option: "--drop-\(facet.rawValue)", mayBeNew: false)
                }
                resolved.set[facet] = try change.set[facet]?.map {
                    let option = "--set-\(facet.rawValue)"
                    return try Self.path($0, facet, directory, option: option, mayBeNew: change.takesNewValues)
                }
            }
            return resolved
        }
    }

    private static func path(
        _ value: String,
        _ facet: FacetKind,
        _ directory: ConceptDirectory,
        option: String,
        mayBeNew: Bool
    ) throws(SitrepError) -> String {
        var paths = directory.resolve(value, in: facet).map { directory.path(of: $0, in: facet) }
        // A city before the region that bears its name as another spelling.
        let named = paths.filter { PlainName.of($0.last ?? "") == PlainName.of(value) }
        if named.count == 1 { paths = named }
        guard let path = paths.first else {
            guard mayBeNew, !Tokenizer.tokenize(value).tokens.isEmpty, value.utf8.count <= ReportMarks.longestText
            else {
                throw unknown(value, facet, directory, option: option)
            }
            return value
        }
        guard paths.count == 1 else {
            let list = paths.prefix(12).map { "  " + $0.joined(separator: "/") }.joined(separator: "\n")
            throw SitrepError(
                .usage,
                "\(option) “\(value)” may be any of \(paths.count)",
                hint: "give the path of one:\n" + list
            )
        }
        return path.joined(separator: "/")
    }

    private static func unknown(
        _ value: String,
        _ facet: FacetKind,
        _ directory: ConceptDirectory,
        option: String
    ) -> SitrepError {
        let near = directory.nearest(to: value, in: facet, limit: 3)
        return SitrepError(
            .usage,
            "unknown \(facet.rawValue) “\(value)” behind \(option)",
            hint: (near.isEmpty ? "" : "did you mean " + near.map { "“\($0)”" }.joined(separator: ", ") + "? ")
                + "For a new value give its path and --new-values"
        )
    }
}
