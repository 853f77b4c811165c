internal import Xapian

/// An index open for reading, or several that are searched as one.
///
/// Every call works on one state of each index: when a writer changes one meanwhile, the call begins anew on the new
/// state. For one thread at a time.
public final class SearchIndex {
    let folders: [IndexFolder]
    private var state: State

    /// What stays the same between two states.
    struct State: ~Copyable {
        var members: Members
        var database: Database
        var concepts: ConceptAccess
        var columns: ColumnAccess
    }

    /// Opens the index in a folder.
    ///
    /// - Throws: ``SitrepError``: `notFound` where there is none, `data` where it is damaged or of another schema.
    public convenience init(path: String) throws { try self.init(paths: [path]) }

    /// Opens the indexes in some folders as one: what they hold is ranked and counted together.
    ///
    /// A report that two of them hold is two reports here. Stories are those that each index found among its own reports.
    ///
    /// - Throws: ``SitrepError`` that names the folder: `usage` where none or one twice is given, and as
    ///   ``init(path:)``; `data` where they were built with different vocabularies.
    public init(paths: [String]) throws {
        folders = paths.map { IndexFolder($0) }
        try Self.checkDistinct(folders)
        state = try Self.open(folders)
    }

    /// The index folders, absolute, in the order in which they were given.
    public var paths: [String] { folders.map(\.path) }

    /// The shards that the last call asked, and which of them did not answer; none for an index that is not spread.
    public var shards: [ShardStatus] { state.members.shards }

    /// The folders of the indexes whose shards, as the last call searched them, are of different runs, as one was cut off
    /// while it ended, or a server has not got the state of the last one yet: each report is found as one of them left it.
    public var torn: [String] { state.members.torn }

    private static func checkDistinct(_ folders: [IndexFolder]) throws(SitrepError) {
        guard !folders.isEmpty else { throw SitrepError(.usage, "no index is named", hint: "name one with --index") }
        var known: Set<String> = []
        for folder in folders where !known.insert(SystemPath.real(folder.path) ?? folder.path).inserted {
            throw SitrepError(
                .usage,
                "the index at \(folder.path) is named twice",
                hint: "give each index once: its reports would count twice"
            )
        }
    }

    private static func open(_ folders: [IndexFolder]) throws -> State {
        let members = try Members.open(folders)
        do {
            return State(
                members: members,
                database: try members.joined(),
                concepts: ConceptAccess(vocabulary: members.first.vocabulary),
                columns: members.count == 1
                    ? ColumnAccess(members.first.generation, revision: members.revision) : ColumnAccess.none
            )
        } catch {
            throw members.translated(error)
        }
    }

    /// The folder of the one index that is open.
    ///
    /// - Throws: ``SitrepError`` `usage` where several are searched as one.
    func onlyFolder(for purpose: String) throws(SitrepError) -> IndexFolder {
        guard folders.count == 1 else {
            throw SitrepError(
                .usage,
                "\(purpose) works with one index, and \(folders.count) are open: \(paths.joined(separator: ", "))",
                hint: "name one of them"
            )
        }
        return folders[0]
    }

    /// Runs `body` on the present state; anew, when a writer changed the index under it.
    ///
    /// - Parameter mayRestart: asked before `body` runs anew; where it says no, a changed index is an error.
    func withState<Result>(
        mayRestart: () -> Bool = { true },
        _ body: (borrowing State) throws -> Result
    ) throws -> Result {
        var attempt = 0
        while true {
            attempt += 1
            do {
                return try body(state)
            } catch {
                let cause = (error as? ReadingError)?.cause ?? error
                // A server that is gone is left out when the state is opened anew.
                let isStale =
                    cause.isOfModifiedDatabase || (cause as? XapianError)?.isOfNetwork == true
                    || state.members.isAnyReplaced
                guard mayRestart() else {
                    throw isStale && cause is XapianError ? overtaken : state.members.translated(error)
                }
                guard isStale, attempt < Member.attempts else { throw state.members.translated(error) }
                state = try Self.open(folders)
            }
        }
    }

    private var overtaken: SitrepError {
        SitrepError(
            .io,
            "the index at \(paths.joined(separator: " or ")) changed before all hits were read",
            hint: "run the same command again"
        )
    }
}
