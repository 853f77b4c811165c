internal import Xapian

/// The shards of one state of an index that answer, and which do not.
struct OpenShards {
    /// The databases that answer; the combined one shares their insides.
    private let parts: [Part]
    /// All shards in their order; none for an index that is one database of its own.
    let statuses: [ShardStatus]

    /// Keeps a database, which cannot be in an array itself.
    ///
    /// Opened on a thread of its own and handed over once that has ended; from then on for one thread.
    private final class Part: @unchecked Sendable {
        let database: Database
        init(_ database: consuming Database) { self.database = database }
    }

    /// How long a server may take. One that stands still while a search runs is waited for twice, for its answer and
    /// to be opened anew, which together is to be less than five seconds.
    static let timeouts = Database.Timeouts(connection: 1_000, answer: 2_000)

    /// What was opened.
    struct Opened: ~Copyable {
        let shards: OpenShards
        let database: Database
    }

    /// Opens the shards of a generation, all at once, and gives them as one database.
    ///
    /// - Throws: ``NoShardAnswers`` where none does; for a database that its server cannot open what Xapian throws.
    static func open(_ generation: Generation, in folder: IndexFolder) throws -> Opened {
        guard let places = try ShardList.places(in: folder) else {
            let database = try generation.openDatabase()
            return Opened(shards: OpenShards(parts: [], statuses: []), database: database)
        }
        var parts: [Part] = []
        var statuses: [ShardStatus] = []
        for (place, result) in zip(places, try open(places)) {
            var status = ShardStatus(name: place.name, error: nil)
            do {
                parts.append(try result.get())
            } catch let error as XapianError where error.isOfNetwork {
                status.error = error.message
            }
            statuses.append(status)
        }
        guard !parts.isEmpty else { throw NoShardAnswers(folder: folder, statuses: statuses) }
        let database = try Database(combining: parts.map { $0.database.pointer })
        return Opened(shards: OpenShards(parts: parts, statuses: statuses), database: database)
    }

    /// Opens each on a thread of its own, so that those that do not answer are waited for at the same time.
    private static func open(_ places: [ShardPlace]) throws -> [Result<Part, any Error>] {
        let results = Monitor([Int: Result<Part, any Error>]())
        var threads: [WorkerThread] = []
        for (number, place) in places.enumerated() {
            threads.append(
                try WorkerThread {
                    let result = Result { Part(try open(place)) }
                    results.withValue { $0[number] = result }
                }
            )
        }
        for thread in threads { thread.join() }
        return places.indices.map { number in
            results.withValue { $0[number] } ?? .failure(SitrepError(.io, "a shard was not opened"))
        }
    }

    private static func open(_ place: ShardPlace) throws -> Database {
        try Database(host: place.host, port: place.port, timeouts: timeouts)
    }
}

/// All shards of an index stand behind servers, and none of these answers.
struct NoShardAnswers: Error {
    let folder: IndexFolder
    /// Each with its error.
    let statuses: [ShardStatus]
}

extension SitrepError {
    /// What it means that all indexes that were named are without an answer; one at least.
    init(_ silent: [NoShardAnswers]) {
        let statuses = silent.flatMap(\.statuses).map { "\($0.name): \($0.error ?? "")" }.joined(separator: "; ")
        let folders = silent.map(\.folder.path)
        self.init(
            .unavailable,
            "no shard of the index" + (folders.count == 1 ? "" : "es") + " at \(folders.joined(separator: ", ")) "
                + "answers (\(statuses))",
            hint: "start the servers (xapian-tcpsrv), or correct "
                + folders.map { "\($0)/\(ShardList.fileName)" }.joined(separator: ", ")
        )
    }
}

extension XapianError {
    /// Whether a server did not answer.
    var isOfNetwork: Bool { code == .network || code == .networkTimeout }
}
