internal import Xapian

/// The columns of one state of an index, opened when they are first asked for.
///
/// For one thread at a time, as the database.
final class ColumnAccess {
    private let path: String
    private let revision: Int
    private var state = State.unopened

    private enum State {
        case unopened
        case usable(Columns)
        case unusable
    }

    /// Columns, and what changed since they were written.
    struct Columns {
        let file: ColumnFile
        let changed: ChangedDocuments
    }

    /// - Parameter revision: that of the state.
    init(_ generation: Generation, revision: Int) {
        path = generation.columnsPath
        self.revision = revision
    }

    /// No columns: a file of them belongs to one database, and says nothing of several that are joined.
    static var none: ColumnAccess {
        let access = ColumnAccess()
        access.state = .unusable
        return access
    }

    private init() {
        path = ""
        revision = 0
    }

    /// The columns; `nil` where the file is missing, damaged, that of another database, newer than the state, or so old
    /// that it is not known what changed since.
    func columns(of database: borrowing Database) throws(XapianError) -> Columns? {
        switch state {
        case .usable(let columns): return columns
        case .unusable: return nil
        case .unopened: break
        }
        state = .unusable
        guard !database.isRemote, let file = try? ColumnFile(path: path),
            file.database == ColumnFile.token(try database.uuid),
            // Shards of different runs note what changed in each alone.
            (try? IndexMetadata.isTorn(database)) == false,
            let changed = try ChangedDocuments(after: file.revision, through: revision, in: database)
        else { return nil }
        let columns = Columns(file: file, changed: changed)
        state = .usable(columns)
        return columns
    }

    /// The file turned out to be damaged: from now on the state does without.
    func abandon() { state = .unusable }
}

extension SearchIndex.State {
    /// The story of a report, ``Members/story(of:in:)``: from the columns, in which nothing need be sought, where they have it.
    func story(of document: DocumentID) throws(XapianError) -> StoryName? {
        if let columns = try columns.columns(of: database), let column = columns.file.column(ColumnSlots.group),
            document.rawValue <= columns.file.lastDocument, !columns.changed.contains(document)
        {
            let ordinal = column.ordinals[Int(document.rawValue)]
            if ordinal == 0 { return nil }
            let label = column.entry(ordinal - 1)
            // What the file does not have may be damaged.
            if !label.isEmpty { return members.story(String(decoding: label, as: UTF8.self), of: document) }
        }
        return try members.story(of: document, in: database)
    }

    /// Counts the values of slots over all matches of a query, as `facetCounts(_:slots:)` does; from the columns where
    /// they are of use.
    func counts(_ query: Query, slots: [CountedSlot]) throws(XapianError) -> FacetCountsResult {
        if let columns = try columns.columns(of: database),
            let result = try counts(of: slots, over: try database.matchingSet(query), columns)
        {
            return result
        }
        return try database.facetCounts(query, slots: slots)
    }

    /// The counts over a set of documents; `nil` where the columns do not have them.
    func counts(
        of slots: [CountedSlot],
        over matches: DocumentBitmap,
        _ columns: ColumnAccess.Columns
    ) throws(XapianError) -> FacetCountsResult? {
        var counting = ColumnCounting(matches, columns)
        do {
            return try counting.counts(of: slots, in: database)
        } catch let error as XapianError {
            throw error
        } catch {
            self.columns.abandon()
            return nil
        }
    }
}
