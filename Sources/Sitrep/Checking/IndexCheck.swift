internal import Xapian

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Verifies an index: that it can be read, that each of its parts says what the others say, and that nothing of what was
/// written has changed since.
///
/// It changes nothing of the index. Linear in it; memory grows by some bytes a report, a file and a story, never with the
/// texts. The library may crash, or go round in circles, on tables that are damaged: so this is to be run in a process of
/// its own, whose end somebody waits for with a bound (``CheckEvent/progress(_:done:total:)`` tells that it goes on).
public struct IndexCheck {
    private let folder: IndexFolder

    /// - Parameter path: the index folder.
    public init(index path: String) { folder = IndexFolder(path) }

    /// A writer may change the index under a check so often; then the writers' lock is held for another one.
    private static let attempts = 3
    /// In microseconds, between two tries to take the lock.
    private static let pause: UInt32 = 100_000

    /// Checks, and tells what is found as soon as it is.
    ///
    /// - Throws: ``SitrepError``: `usage` for a folder whose shards stand behind servers, `notFound` where there is no index,
    ///   `data` for one of another schema, `io` where the machine does not let it be read, `locked` where writers changed it
    ///   again and again under the check and their lock may not be taken.
    public func run(_ sink: (CheckEvent) throws -> Void) throws -> CheckSummary {
        guard !folder.readsServers else {
            throw SitrepError(
                .usage,
                "the shards of the index at \(folder.path) stand behind servers",
                hint: "check it on the machine where the index is written"
            )
        }
        for _ in 0..<Self.attempts {
            // Opening is what some damage makes the library crash at.
            try sink(.progress(.database, done: 0, total: 0))
            let before = moment
            let run = CheckRun(folder)
            do {
                try pass(run, sink)
                guard run.damages > 0, moment != before else { return run.summary }
            } catch {
                // What was to be read may have been taken away by a writer.
                guard run.refusal == nil, moment != before else { throw error }
            }
            try sink(.restarted)
        }
        let lock = try lockOutWriters(sink)
        let run = CheckRun(folder)
        try pass(run, sink)
        _ = consume lock
        return run.summary
    }

    private func pass(_ run: CheckRun, _ sink: (CheckEvent) throws -> Void) throws {
        try withoutActuallyEscaping(sink) { sink in
            run.sink = sink
            defer { run.sink = nil }
            try run.check()
        }
    }

    /// Waits for the writers' lock, however long one holds it, and tells now and then that it waits.
    private func lockOutWriters(_ sink: (CheckEvent) throws -> Void) throws -> WriterLock {
        while true {
            try sink(.waiting)
            do throws(SitrepError) {
                return try WriterLock(folder: folder.path)
            } catch {
                guard error.code == .locked else {
                    throw SitrepError(
                        .locked,
                        "the index at \(folder.path) was changed each time while it was being checked",
                        hint: "run the same command again when the writer has ended, or as a user who may write there"
                    )
                }
            }
            usleep(Self.pause)
        }
    }

    /// What an index takes on the disk, in bytes, its generations and all; 0 where there is none.
    public static func size(ofIndex path: String) -> Int { Files.size(ofFolder: IndexFolder(path).path) }

    /// What tells this state of the index from any other.
    private var moment: [String] {
        guard let manifest = try? folder.manifest() else { return [] }
        let generation = folder.generation(of: manifest)
        return [manifest.generation]
            + generation.databasePaths.map { path in
                (try? Database(path: path).revision).map(String.init) ?? ""
            }
    }
}

/// One pass over the parts of an index.
final class CheckRun {
    let folder: IndexFolder
    var sink: ((CheckEvent) throws -> Void)?
    /// How many damages were found.
    private(set) var damages = 0
    var summary = CheckSummary()

    init(_ folder: IndexFolder) { self.folder = folder }

    /// What makes the files beside the database anew, or builds the index again.
    var repair: String { ShellCommand.checking(folder.path, "--repair") }

    /// What the one who is told has thrown.
    private(set) var refusal: (any Error)?

    private func tell(_ event: CheckEvent) throws {
        do {
            try sink?(event)
        } catch {
            refusal = error
            throw error
        }
    }

    func note(_ part: CheckPart, _ severity: CheckFinding.Severity, _ message: String, remedy: String?) throws {
        try note(CheckFinding(part, severity, message, remedy: remedy))
    }

    private func note(_ finding: CheckFinding) throws {
        if finding.severity == .damage { damages += 1 }
        // One damage may show in every report; remarks never take the place of damages.
        let count = told[finding.part, default: [:]][finding.severity, default: 0] + 1
        told[finding.part, default: [:]][finding.severity] = count
        guard count <= Self.mostTold else { return }
        var finding = finding
        if count == Self.mostTold { finding.message += "; there may be more of this kind" }
        try tell(.finding(finding))
    }

    /// So many findings of a part are told, of each severity.
    private static let mostTold = 10
    private var told: [CheckPart: [CheckFinding.Severity: Int]] = [:]

    /// Notes a damage that a repair mends.
    func damage(_ part: CheckPart, _ message: String) throws {
        try note(part, .damage, message, remedy: repair)
    }

    func progress(_ part: CheckPart, _ done: Int = 0, of total: Int = 0) throws {
        try tell(.progress(part, done: done, total: total))
    }

    /// Checks a part; what cannot be read of it is a damage.
    ///
    /// - Returns: whether it was gone through and no damage was found in it.
    /// - Throws: ``SitrepError`` `io` where the machine does not let it be read, which says nothing of the index.
    @discardableResult
    func part(_ part: CheckPart, _ body: () throws -> Void) throws -> Bool {
        let before = damages
        try progress(part)
        do {
            try body()
        } catch {
            if let refusal { throw refusal }
            if let error = error as? SitrepError, error.code == .io { throw error }
            if let error = error as? XapianError {
                if error.isOfMachine { throw Self.trouble("\(part.words) cannot be read: \(error.withReason)") }
                if error.code == .outOfMemory {
                    try note(.doubt(part, "\(part.words): reading ran out of memory", index: folder.path))
                    return false
                }
            }
            let hint = (error as? SitrepError)?.hint
            try note(part, .damage, Self.words(of: error), remedy: hint ?? repair)
        }
        return damages == before
    }

    /// What is to be done where the machine does not let something be read.
    static func trouble(_ message: String) -> SitrepError {
        SitrepError(
            .io,
            message,
            hint: "see what the system says of the disk, your rights and open files, and run the same command again"
        )
    }

    /// What an error says of what was read.
    static func words(of error: any Error) -> String {
        switch error {
        case let error as XapianError: error.message
        case let error as SitrepError: error.message
        case let error as VocabularyError: error.message
        case is ByteReader.Malformed: "a record cannot be read"
        default: "\(error)"
        }
    }

    func check() throws {
        guard let manifest = try checkManifest() else {
            try part(.marks) { try checkPersonsFiles(nil) }
            return
        }
        let generation = folder.generation(of: manifest)
        try checkSchema(manifest, generation)
        try checkLeftovers(manifest, generation)
        try checkStubs(manifest, generation)
        var isSound = try part(.database) { try checkTables(generation) }
        var state: DatabaseState?
        if isSound { isSound = try part(.description) { state = try readState(manifest, generation) } }
        try part(.marks) { try checkPersonsFiles(state) }
        // What is in the tables of a damaged database is of no interest, and reading it may not end.
        guard isSound, let state else { return }
        summary.reports = state.reports
        summary.revision = state.metadata.revision
        let readsReports = try part(.reports) { try checkReports(state) }
        try part(.words) { try checkWords(state) }
        try part(.texts) { try checkTexts(state) }
        try part(.stories) { try checkStories(state) }
        try part(.files) { try checkFiles(state) }
        try part(.columns) { try checkColumns(state) }
        if readsReports { try part(.bands) { try checkBands(state) } }
        try part(.known) { try checkKnownFiles(state) }
        try part(.vocabulary) { try checkVocabulary(state) }
        try part(.sources) { try checkSources(state) }
    }
}

/// The state of an index that a check reads.
final class DatabaseState {
    let generation: Generation
    let metadata: IndexMetadata
    /// All shards as one.
    let database: Database
    /// All documents, ascending.
    let documents: [DocumentID]
    /// The documents that have the keys of stories as terms.
    var keyed = DocumentBitmap()
    /// The sum over what each report says of its words, see ``CheckRun/checkWords(_:)``.
    var words: UInt64 = 0
    /// The sum of the lengths of all reports.
    var length = 0

    var reports: Int { documents.count }

    init(_ generation: Generation, _ metadata: IndexMetadata, _ database: consuming Database, _ documents: [DocumentID])
    {
        self.generation = generation
        self.metadata = metadata
        self.database = database
        self.documents = documents
    }
}
