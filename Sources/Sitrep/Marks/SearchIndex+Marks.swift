internal import Xapian

extension SearchIndex {
    /// The entries of the file of marks in their order, also those that the index does not hold yet.
    ///
    /// - Parameter names: ids, keys, unambiguous starts of keys, or paths of files; only the entries about these reports are
    ///   given, and those whose report had such an id when it was marked. `nil` for all entries.
    /// - Throws: ``SitrepError``: `data` where the file cannot be understood, `usage` where several keys begin so.
    public func marks(of names: [String]? = nil) throws -> [ListedMark] {
        let content = try MarksFile(folder: try onlyFolder(for: "the list of marks")).read()
        return try withState { state in
            let resolution = MarkResolution(begun: state.members.first.metadata.begunMoment)
            let ids = Set(names ?? [])
            var wanted: Set<DocumentID> = []
            for name in ids {
                do {
                    wanted.formUnion(try Self.documents(named: name, state))
                } catch let error as SitrepError where error.code == .notFound {
                    // It may be the id of a report that is gone.
                }
            }
            return try content.entries.compactMap { entry in
                let found = try resolution.document(of: entry, in: state.database)
                guard names == nil || ids.contains(entry.id) || found.map(wanted.contains) ?? false else { return nil }
                guard let document = found else {
                    let isTaken = try state.database.termExists(Schema.id.term(entry.id))
                    return ListedMark(
                        report: MarkedReport(entry),
                        markedID: entry.id,
                        state: isTaken ? .replaced : .gone,
                        line: entry.line
                    )
                }
                let record = try StoredRecord(decoding: try state.database.documentData(document))
                let became: ListedMark.State =
                    switch MarkResolution.way(of: entry, to: record) {
                    case .same: .same
                    case .changed: .changed
                    case .moved: .moved
                    }
                let report = MarkedReport(record, marks: entry.marks)
                return ListedMark(report: report, markedID: entry.id, state: became, line: entry.line)
            }
        }
    }

    /// The values in the file of marks that may not be what was meant.
    ///
    /// - Throws: as ``marks()``.
    func doubtfulMarks() throws -> [DoubtfulValue] {
        let content = try MarksFile(folder: try onlyFolder(for: "the list of marks")).read()
        return try withState { state in DoubtfulValue.list(content.entries, state.concepts.vocabulary) }
    }

    /// Why the marks of an index are not those of its file, and what to do; none where they are.
    ///
    /// Reads each file and takes its digest, so linear in their size.
    public func marksRemarks() throws -> [String] {
        let applied = try withState { state in
            try state.members.all.map { ($0.folder, try AppliedMarksState(in: $0.database).digest) }
        }
        return applied.compactMap { folder, digest in
            let file = MarksFile(folder: folder)
            let reindex = ShellCommand.reindexing(folder.path)
            do throws(SitrepError) {
                guard try file.digest() != digest else { return nil }
                _ = try file.read()
                return "\(file.path) has changed; bring it into the index with: \(reindex)"
            } catch {
                return "\(error.message); what was brought in last counts on. Mend the file, then: \(reindex)"
            }
        }
    }
}

extension MarkedReport {
    init(_ entry: MarkEntry) {
        id = entry.id
        title = entry.title
        digest = entry.digest
        marks = entry.marks
    }
}
