/// Transforms items on several threads and hands the results over in the order in which the items came.
///
/// At most `window` items are under way at any time, so memory is bounded however many items there are and however
/// long one of them takes.
struct OrderedPipeline<Item: Sendable, Output: Sendable> {
    /// How many threads transform.
    var threads: Int
    /// How many items may be under way.
    var window: Int

    private struct State {
        var waiting: [(number: Int, item: Item)] = []
        var done: [Int: Output] = [:]
        var submitted = 0
        var consumed = 0
        var isProducing = true
        var isCancelled = false
        var failure: (any Error)?
    }

    /// Runs to the end of what `produce` submits.
    ///
    /// - Parameters:
    ///   - produce: runs on a thread of its own; calls its argument for each item; that call returns `false` when the
    ///     consumer has given up.
    ///   - makeTransform: called once on each transforming thread, for what that thread needs for itself.
    ///   - consume: runs on the calling thread, in the order of submission.
    /// - Throws: what `produce`, `makeTransform` or `consume` threw first; all threads have ended by then.
    func run(
        produce: @escaping @Sendable (_ submit: (Item) -> Bool) throws -> Void,
        makeTransform: @escaping @Sendable () throws -> (Item) -> Output,
        consume: (Output) throws -> Void
    ) throws {
        let monitor = Monitor(State())
        let window = max(1, window)
        var workers: [WorkerThread] = []
        defer {
            monitor.withValue { $0.isCancelled = true }
            for worker in workers { worker.join() }
        }
        workers.append(
            try WorkerThread {
                do {
                    try produce { item in Self.submit(item, to: monitor, window: window) }
                } catch {
                    monitor.withValue { $0.failure = $0.failure ?? error }
                }
                monitor.withValue { $0.isProducing = false }
            }
        )
        for _ in 0..<max(1, threads) {
            workers.append(
                try WorkerThread {
                    do {
                        try Self.work(monitor, makeTransform())
                    } catch {
                        monitor.withValue {
                            $0.failure = $0.failure ?? error
                            $0.isCancelled = true
                        }
                    }
                }
            )
        }
        while let output = try Self.next(monitor) { try consume(output) }
    }

    private static func submit(_ item: Item, to monitor: Monitor<State>, window: Int) -> Bool {
        monitor.wait { state -> Bool? in
            if state.isCancelled { return false }
            guard state.submitted - state.consumed < window else { return nil }
            state.waiting.append((state.submitted, item))
            state.submitted += 1
            return true
        }
    }

    private static func work(_ monitor: Monitor<State>, _ transform: (Item) -> Output) {
        while true {
            let next: (number: Int, item: Item)?? = monitor.wait { state in
                if state.isCancelled { return .some(nil) }
                if !state.waiting.isEmpty { return state.waiting.removeFirst() }
                return state.isProducing ? nil : .some(nil)
            }
            guard let work = next ?? nil else { return }
            let output = transform(work.item)
            monitor.withValue { $0.done[work.number] = output }
        }
    }

    /// The next result in order; `nil` at the end.
    private static func next(_ monitor: Monitor<State>) throws -> Output? {
        let result: Result<Output?, any Error> = monitor.wait { state in
            if let output = state.done.removeValue(forKey: state.consumed) {
                state.consumed += 1
                return .success(output)
            }
            if state.isCancelled, let failure = state.failure { return .failure(failure) }
            guard !state.isProducing, state.consumed == state.submitted else { return nil }
            return state.failure.map { .failure($0) } ?? .success(nil)
        }
        return try result.get()
    }
}
