/// Keeps an index up to date with its sources as files come, change and go.
///
/// Every batch of changes is an ordinary run over all sources, which opens what changed alone; so whatever escapes the
/// watch, the next run finds. It can be ended at any moment: a run that is interrupted leaves a complete state.
public struct IndexWatch {
    /// What happens while an index is watched.
    public enum Event: Sendable {
        /// A run has ended. The first one comes always, others where something changed or failed anew.
        case run(RunSummary)
        /// So many folders are observed; `polled` of them by looking again and again, for the reason.
        case watching(folders: Int, polled: Int, reason: PollingReason?)
        /// A run could not be made and is tried again: another writer has the index, the disk is full.
        case delayed(SitrepError)
    }

    private let indexer: Indexer
    private let folder: IndexFolder

    /// While another writer has the index, it is asked for so often.
    private static let lockedPause = Duration.milliseconds(500)
    /// After another failure a run is tried again so soon, and then after twice as long, up to the longest pause.
    private static let pause = Duration.seconds(5)
    private static let longestPause = Duration.seconds(60)
    /// A run is followed by a pause of its own length, but no longer one.
    private static let longestRest = Duration.seconds(30)
    /// So often the sources are checked: the manifest for those that others added or took out, and whether each is where
    /// it was.
    private static let idle = Duration.seconds(2)

    /// - Parameter path: the index folder.
    public init(index path: String, options: Indexer.Options = Indexer.Options()) {
        indexer = Indexer(index: path, options: options)
        folder = IndexFolder(path)
    }

    /// Brings the index up to date, then keeps it so.
    ///
    /// - Parameters:
    ///   - paths: become sources of the index, as by ``Indexer/index(_:)``; none for those that it has.
    ///   - shouldGoOn: asked every two seconds at least.
    ///   - report: called for each event, in order.
    /// - Throws: what `report` throws; ``SitrepError`` where the index cannot be brought up to date at the beginning, or is
    ///   there no more.
    public func run(_ paths: [String], shouldGoOn: () -> Bool = { true }, report: (Event) throws -> Void) throws {
        var state = State(observer: SourceObserver(indexPath: folder.path))
        if !paths.isEmpty {
            try first(&state, isTold: true, shouldGoOn, report) { try indexer.index(paths) }
        }
        if let watching = try observe(&state) { try report(watching) }
        guard state.sources?.isEmpty == false else {
            throw SitrepError(
                .usage,
                "the index at \(folder.path) has no sources to watch",
                hint: "name files or folders: sitrep watch PATH…"
            )
        }
        // What changes from here on is noticed, so that between this run and the first batch nothing gets lost.
        try first(&state, isTold: paths.isEmpty, shouldGoOn, report) { try indexer.reindex() }
        while shouldGoOn() {
            let now = ContinuousClock.now
            if let due = state.settling.due, due <= now {
                try batch(&state, report)
                continue
            }
            if state.nextCheck <= now { check(&state) }
            let end = min(state.nextCheck, state.settling.due ?? state.nextCheck)
            let news = state.observer.wait(atMost: end - .now)
            if !news.isEmpty { state.settling.note(at: .now) }
            if news.contains(.folders) { state.foldersChanged = true }
        }
    }

    private struct State {
        var observer: SourceObserver
        var settling = Settling()
        var sources: [Manifest.Source]? = []
        var coverage = SourceObserver.Coverage()
        var foldersChanged = false
        /// When the sources are to be checked again.
        var nextCheck = ContinuousClock.now
        /// What failed in the last run, which is told once.
        var failures: [ReadFailure] = []
        var failed: SitrepError?
        var pause = IndexWatch.pause

        /// Whether there is something to tell of a run that follows others.
        func isNews(_ run: RunSummary) -> Bool { !run.isIdle || run.failures != failures }
    }

    /// A run at the beginning, when the index is free.
    ///
    /// - Parameter isTold: whether it is told also where there is nothing new.
    private func first(
        _ state: inout State,
        isTold: Bool,
        _ shouldGoOn: () -> Bool,
        _ report: (Event) throws -> Void,
        _ run: () throws -> RunSummary
    ) throws {
        var isDelayTold = false
        while shouldGoOn() {
            let summary: RunSummary
            do {
                summary = try run()
            } catch let error as SitrepError where error.code == .locked {
                if !isDelayTold { try report(.delayed(error)) }
                isDelayTold = true
                Self.sleep(Self.lockedPause)
                continue
            }
            if isTold || state.isNews(summary) { try report(.run(summary)) }
            state.failures = summary.failures
            return
        }
    }

    private static func sleep(_ time: Duration) {
        var nothing = PollingObserver()
        _ = nothing.wait(atMost: time)
    }

    /// Looks whether the sources are those that are observed, and where they were.
    private func check(_ state: inout State) {
        state.nextCheck = .now + Self.idle
        guard state.observer.isElsewhere || (try? folder.manifest().sources) != state.sources else { return }
        state.foldersChanged = true
        state.settling.note(at: .now)
    }

    /// Lists the folders of the sources anew.
    ///
    /// - Returns: what is to be told of it.
    private func observe(_ state: inout State) throws -> Event? {
        let sources = try folder.manifest().sources
        let coverage = state.observer.observe(sources)
        state.nextCheck = .now + Self.idle
        state.sources = sources
        state.foldersChanged = false
        defer { state.coverage = coverage }
        guard coverage != state.coverage else { return nil }
        return .watching(folders: coverage.folders, polled: coverage.polled, reason: coverage.reason)
    }

    /// Takes in what changed.
    private func batch(_ state: inout State, _ report: (Event) throws -> Void) throws {
        let start = ContinuousClock.now
        state.settling.begin()
        if state.foldersChanged {
            // New folders are observed before they are read.
            guard let watching = try attempt(&state, report, observe) else { return }
            if let watching { try report(watching) }
        }
        guard let summary = try attempt(&state, report, { _ in try indexer.reindex() }) else { return }
        let isNews = state.isNews(summary)
        state.failures = summary.failures
        state.failed = nil
        state.pause = Self.pause
        let end = ContinuousClock.now
        state.settling.rest(until: end + min(end - start, Self.longestRest))
        if isNews { try report(.run(summary)) }
    }

    /// Does a part of a batch; `nil` where that failed, so that the batch is due again after a pause.
    ///
    /// - Throws: what `report` throws; ``SitrepError`` where the index is there no more.
    private func attempt<Value>(
        _ state: inout State,
        _ report: (Event) throws -> Void,
        _ part: (inout State) throws -> Value
    ) throws -> Value? {
        let error: SitrepError
        do {
            return try part(&state)
        } catch let failure as SitrepError where failure.code != .notFound {
            error = failure
        }
        let isTold = error == state.failed
        state.failed = error
        state.settling.note(at: .now)
        let isLocked = error.code == .locked
        state.settling.rest(until: .now + (isLocked ? Self.lockedPause : state.pause))
        if !isLocked { state.pause = min(state.pause * 2, Self.longestPause) }
        if !isTold { try report(.delayed(error)) }
        return nil
    }
}

extension RunSummary {
    /// Whether the run left the index as it was.
    fileprivate var isIdle: Bool { added + changed + removed + moved == 0 && vocabulary == nil }
}
