internal import Xapian

extension SearchIndex {
    /// A change of the marks of each of some reports, by its id, with figures by the names that they have in that report.
    ///
    /// - Returns: nothing where the change says nothing of figures.
    /// - Throws: ``SitrepError`` `usage` for what is no figure of one of the reports, or may be several.
    func figureChanges(_ change: MarkChange, of records: [StoredRecord]) throws -> [String: MarkChange] {
        guard !change.droppedFigures.isEmpty || !change.keptFigures.isEmpty else { return [:] }
        return try withState { state in
            var changes: [String: MarkChange] = [:]
            for record in records {
                let list = try state.database.documentIDs(containing: Schema.id.term(record.id)).first.map {
                    try Self.claimList(of: $0, state)
                }
                let (given, struck) = (list?.claims ?? [], list?.struck ?? [])
                func names(_ texts: [String], _ claims: [Claim], _ option: String) throws -> [String] {
                    try texts.map { try FigureName.resolve($0, in: claims, of: record.id, option: option) }
                }
                var resolved = change
                resolved.droppedFigures = try names(change.droppedFigures, given + struck, "--drop-figure")
                // One that the file names otherwise, or that the report has no more, is taken back by what it says.
                let said = record.applied?.marks.droppedFigures ?? []
                resolved.keptFigures = try change.keptFigures.map { text in
                    if let name = said.first(where: { FigureName.folded($0) == FigureName.folded(text) }) {
                        return name
                    }
                    let name = try FigureName.resolve(text, in: struck, of: record.id, option: "--keep-figure")
                    let claims = struck.filter { FigureName.of($0) == name }
                    return said.first { said in claims.contains { FigureName.isName(said, of: $0) } } ?? name
                }
                changes[record.id] = resolved
            }
            return changes
        }
    }
}
