import Testing

@testable import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite("An index follows its sources, and says what happens once")
struct IndexWatchTests {
    private let folder: ScratchFolder
    /// Longer than anything takes that must come.
    private static let patience = Duration.seconds(60)

    init() throws { folder = try ScratchFolder() }

    /// Watches a folder until it is done with the steps, and returns the runs that were told.
    ///
    /// - Parameter steps: each is done again and again, from when the watch waits for changes, until it says that the next
    ///   one may be done; it has the runs so far.
    private func watch(
        _ source: String,
        report: (IndexWatch.Event) throws -> Void = { _ in },
        steps: [([RunSummary]) throws -> Bool]
    ) throws -> [RunSummary] {
        var runs: [RunSummary] = []
        var asked = 0
        var step = 0
        let end = ContinuousClock.now + Self.patience
        func goesOn() -> Bool {
            asked += 1
            // Once before each of the two runs at the beginning.
            guard asked > 2 else { return true }
            do {
                if step < steps.count, try steps[step](runs) { step += 1 }
            } catch {
                Issue.record(error)
                return false
            }
            return step < steps.count && ContinuousClock.now < end
        }
        try IndexWatch(index: folder("Index")).run([folder(source)], shouldGoOn: goesOn) { event in
            if case .run(let run) = event { runs.append(run) }
            try report(event)
        }
        #expect(step == steps.count, "step \(step) came to nothing")
        return runs
    }

    @Test("Another folder that takes the place of one around a source is read")
    func replaced() throws {
        try folder.write("data/articles/one.txt", "A convoy passed.")
        try folder.write("new/articles/two.txt", "A ferry passed the pier.")
        try folder.write("new/articles/three.txt", "A train passed the bridge.")
        let (data, old, new) = (folder("data"), folder("old"), folder("new"))
        let runs = try watch(
            "data/articles",
            steps: [
                { _ in rename(data, old) == 0 && rename(new, data) == 0 },
                { $0.count == 2 },
                // It is watched from now on.
                { _ in
                    try folder.write("data/articles/four.txt", "A column passed the wood.")
                    return true
                },
                { $0.count == 3 },
            ]
        )
        #expect(runs.map(\.added) == [1, 2, 1])
        #expect(runs.map(\.removed) == [0, 1, 0])
    }

    @Test("A file that stays broken is no reason to tell of a run")
    func broken() throws {
        try folder.write("reports/one.txt", "A convoy passed.")
        try folder.write("reports/half.json", #"{"id": "half", "text": "A ferry pa"#)
        var touched = ContinuousClock.now
        let runs = try watch(
            "reports",
            steps: [
                { _ in
                    try folder.write("reports/one.txt", "A convoy passed.")
                    touched = .now
                    return true
                },
                // A batch comes sooner.
                { _ in ContinuousClock.now - touched > .seconds(3) },
                { runs in
                    #expect(runs.count == 1)
                    try folder.write("reports/two.txt", "A train passed.")
                    return true
                },
                { $0.count == 2 },
                { _ in
                    Files.remove(folder("reports/half.json"))
                    return true
                },
                { $0.count == 3 },
            ]
        )
        #expect(runs.map(\.failed) == [1, 1, 0])
        #expect(runs.map(\.added) == [1, 1, 0])
    }

    @Test("What its caller throws ends the watch, be it an error of the kind that a run is tried again for")
    func thrown() throws {
        try folder.write("reports/one.txt", "A convoy passed.")
        let closed = SitrepError(.io, "the pipe is closed")
        var told = 0
        var isDelayed = false
        #expect(throws: closed) {
            _ = try watch(
                "reports",
                report: { event in
                    switch event {
                    case .run: told += 1
                    case .delayed: isDelayed = true
                    case .watching: break
                    }
                    if told == 2 { throw closed }
                },
                steps: [
                    { _ in
                        try folder.write("reports/two.txt", "A ferry passed.")
                        return true
                    },
                    { _ in isDelayed },
                ]
            )
        }
        #expect(told == 2 && !isDelayed)
    }
}
