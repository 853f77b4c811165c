internal import Xapian

/// The indexes that are searched as one, and which of the reports are whose.
///
/// Their databases stand side by side in the one that is searched: document `d` of database `i` of `n` is document
/// `(d - 1) * n + i + 1` of it. What an index says of itself alone, numbers of sources and labels of stories among it,
/// may mean something else in another one, as may ids of reports.
struct Members {
    /// Those that answer, in the order in which they were named; one at least.
    let all: [Member]
    /// How many were named.
    let namedCount: Int
    /// All shards that were to be read, and which of them do not answer.
    let shards: [ShardStatus]
    /// For each database the place of its index in ``all``.
    private let owners: [Int]
    /// For each index the place of its first database.
    private let starts: [Int]

    private init(_ all: [Member], namedCount: Int, shards: [ShardStatus]) {
        self.all = all
        self.namedCount = namedCount
        self.shards = shards
        var owners: [Int] = []
        var starts: [Int] = []
        for (place, member) in all.enumerated() {
            starts.append(owners.count)
            owners += repeatElement(place, count: member.database.shardCount)
        }
        self.owners = owners
        self.starts = starts
    }

    /// Opens the indexes in some folders; one whose servers do not answer is left out, with what is wrong in ``shards``.
    ///
    /// - Throws: ``SitrepError`` that names the folder which cannot be opened, `unavailable` where none answers, `data`
    ///   where indexes do not fit together.
    static func open(_ folders: [IndexFolder]) throws -> Members {
        var all: [Member] = []
        var silent: [NoShardAnswers] = []
        var shards: [ShardStatus] = []
        for folder in folders {
            do {
                let member = try Member.open(folder)
                all.append(member)
                shards += member.shards.statuses
            } catch let error as NoShardAnswers {
                silent.append(error)
                shards += error.statuses
            }
        }
        guard !all.isEmpty else { throw SitrepError(silent) }
        let members = Members(all, namedCount: folders.count, shards: shards)
        try members.checkDistinct()
        try members.checkVocabularies()
        return members
    }

    /// The one index, or the first; for what is never asked of several.
    var first: Member { all[0] }

    /// How many answer.
    var count: Int { all.count }

    /// All of them as one database, in which groups of reports do not reach from one index into another.
    func joined() throws(XapianError) -> Database {
        try Database(combining: all.map { $0.database.pointer }, separatesGroups: true)
    }

    /// The place of the index that a document belongs to.
    func place(of document: DocumentID) -> Int {
        owners.count == 1 ? 0 : owners[(Int(document.rawValue) - 1) % owners.count]
    }

    /// The index that a document belongs to.
    func member(of document: DocumentID) -> Member { all[place(of: document)] }

    /// The folder of the index that a document belongs to; `nil` where no other was named.
    func folder(of document: DocumentID) -> String? { namedCount == 1 ? nil : member(of: document).folder.path }

    /// The indexes whose folder a name of a report begins with, and what follows behind the colon: `FOLDER:NAME`.
    func indexes(namedIn name: String) -> [(place: Int, name: String)] {
        name.indices.filter { name[$0] == ":" && $0 > name.startIndex }.compactMap { colon in
            let path = IndexFolder(String(name[..<colon])).path
            let rest = String(name[name.index(after: colon)...])
            return all.firstIndex { $0.folder.path == path }.map { ($0, rest) }
        }
    }

    /// The documents of one index that have a term, ascending, by their ids in the joined database.
    func documents(containing term: [UInt8], ofIndexAt place: Int) throws -> [DocumentID] {
        let found = try all[place].database.documentIDs(containing: term)
        guard count > 1 else { return found }
        let own = all[place].database.shardCount
        return try found.map { document in
            let before = Int(document.rawValue) - 1
            guard let id = UInt32(exactly: before / own * owners.count + starts[place] + before % own + 1) else {
                throw SitrepError(.usage, "the indexes are too large to be searched as one", hint: "search fewer")
            }
            return DocumentID(id)
        }
    }

    /// Counts the runs that changed something in any of them.
    var revision: Int { all.reduce(0) { $0 + $1.metadata.revision } }

    /// When the last run of any of them ended.
    var updated: String { all.map(\.metadata.updated).max() ?? "" }

    /// The folders whose shards are of different runs.
    var torn: [String] { all.filter(\.isTorn).map(\.folder.path) }

    /// Whether another generation has taken the place of one that is open.
    var isAnyReplaced: Bool { all.contains(where: \.isReplaced) }

    /// Runs what reads a document, so that an error tells which index has it.
    func reading<Result>(_ document: DocumentID, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch {
            guard count > 1, error is XapianError || error is ByteReader.Malformed else { throw error }
            throw ReadingError(folder: member(of: document).folder, cause: error)
        }
    }

    /// What an error means to the person who uses these indexes.
    ///
    /// Which of several databases it is that cannot be read Xapian tells only where it names a file: else all are tried,
    /// in a time that is linear in the numbers of their terms and documents.
    func translated(_ error: any Error) -> any Error {
        if let error = error as? ReadingError { return SitrepError.translated(error.cause, index: error.folder.path) }
        let folders = all.map(\.folder.path)
        let ofAll = SitrepError.translated(error, index: folders.joined(separator: " or "))
        guard var told = ofAll as? SitrepError, count > 1, error is XapianError || error is ByteReader.Malformed else {
            return ofAll
        }
        let said = (error as? XapianError)?.message ?? ""
        let named = folders.filter { said.namesFile(in: $0) }.max { $0.count < $1.count }
        if let named { return SitrepError.translated(error, index: named) }
        guard told.code == .data else { return told }
        let unreadable = all.filter { !$0.isReadable }
        if unreadable.count == 1 { return SitrepError.translated(error, index: unreadable[0].folder.path) }
        // A command line mends one index.
        told.hint = "search each of them alone to see which it is"
        return told
    }

    /// Two folders may be of the same databases: read from the same servers, or one a copy of the other.
    private func checkDistinct() throws {
        guard count > 1 else { return }
        var known: [String: Member] = [:]
        for member in all {
            for uuid in Set(try member.database.uuid.split(separator: ":").map(String.init)) {
                guard let other = known.updateValue(member, forKey: uuid), other !== member else { continue }
                throw SitrepError(
                    .usage,
                    "the indexes at \(other.folder.path) and \(member.folder.path) are the same, or one was copied from "
                        + "the other",
                    hint: "give one of them: their reports would count twice"
                )
            }
        }
    }

    /// Names and values mean the same in all of them only where all were built with one vocabulary.
    private func checkVocabularies() throws(SitrepError) {
        guard let other = all.first(where: { $0.metadata.vocabularyDigest != first.metadata.vocabularyDigest }) else {
            return
        }
        // One whose own vocabulary has changed since is brought up to date first: it may have become that of the others.
        let stale = all.filter(\.hasStaleVocabulary).map { ShellCommand.reindexing($0.folder.path) }
        throw SitrepError(
            .data,
            "the indexes at \(first.folder.path) and \(other.folder.path) were built with different vocabularies",
            hint: "bring them to one: "
                + (stale.isEmpty ? Self.sharing(first, other) : stale.joined(separator: "; "))
        )
    }

    /// What gives two indexes, whose vocabularies are as their folders are, the same one: that of the first, or where the
    /// second cannot take that over here, the other way round.
    private static func sharing(_ first: Member, _ other: Member) -> String {
        func command(_ target: Member, _ model: Member) -> String {
            ShellCommand.reindexing(target.folder.path, "--vocabulary", model.metadata.vocabularyFolder ?? "")
        }
        func isPossible(_ target: Member, _ model: Member) -> Bool {
            let folder = model.metadata.vocabularyFolder ?? ""
            return !target.folder.readsServers && (folder.isEmpty || !model.folder.readsServers)
        }
        return !isPossible(other, first) && isPossible(first, other) ? command(first, other) : command(other, first)
    }
}

/// An error that came of reading a document of an index.
struct ReadingError: Error {
    let folder: IndexFolder
    let cause: any Error
}

extension String {
    /// Whether a file below a folder is named in it, and not one whose path only contains that of the folder.
    func namesFile(in folder: String) -> Bool {
        var rest = self[...]
        while let found = rest.firstRange(of: folder + "/") {
            guard found.lowerBound > startIndex else { return true }
            let before = self[index(before: found.lowerBound)]
            if !before.isLetter, !before.isNumber, !"/_-.".contains(before) { return true }
            rest = rest[found.upperBound...]
        }
        return false
    }
}

/// What a story has that no other of any index has.
struct StoryName: Hashable {
    /// The place of its index among those that are searched.
    let index: Int
    /// What it is called there.
    let label: String
}

extension Members {
    /// The story of a document; `nil` where it tells one alone.
    func story(
        of document: DocumentID,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> StoryName? {
        try StoryMembers.label(of: document, in: database).map { story($0, of: document) }
    }

    /// The story of a document, by what it is called in its index.
    func story(_ label: String, of document: DocumentID) -> StoryName {
        StoryName(index: place(of: document), label: label)
    }
}
