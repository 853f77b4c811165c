import Testing

@testable import Sitrep

@Suite("The pipeline keeps the order, the window, and ends with the first error", .timeLimit(.minutes(2)))
struct OrderedPipelineTests {
    private struct Broken: Error, Equatable { var place: String }

    /// What is under way, and the most that ever was.
    private struct Load {
        var now = 0
        var most = 0
    }

    @Test(arguments: [(1, 1), (1, 5), (4, 1), (4, 3), (8, 40), (0, 0)])
    func orderAndWindow(threads: Int, window: Int) throws {
        let load = Monitor(Load())
        var results: [Int] = []
        try OrderedPipeline<Int, Int>(threads: threads, window: window).run(
            produce: { submit in
                for number in 0..<300 {
                    guard submit(number) else { return }
                    load.withValue {
                        $0.now += 1
                        $0.most = max($0.most, $0.now)
                    }
                }
            },
            makeTransform: {
                { number in
                    // Some take much longer than others.
                    var sum = 0
                    for step in 0..<(number % 7) * 500 { sum &+= step }
                    return sum == -1 ? -1 : number * 2
                }
            },
            consume: { output in
                load.withValue { $0.now -= 1 }
                results.append(output)
            }
        )
        #expect(results == (0..<300).map { $0 * 2 })
        // One may be counted after it was taken on and before it was consumed.
        #expect(load.withValue { $0.most } <= max(1, window) + 1)
    }

    @Test func nothingToDo() throws {
        try OrderedPipeline<Int, Int>(threads: 3, window: 3).run(
            produce: { _ in },
            makeTransform: { { $0 } },
            consume: { _ in Issue.record("nothing was submitted") }
        )
    }

    @Test("What was submitted before the producer failed is still consumed")
    func producerFails() throws {
        var results: [Int] = []
        #expect(throws: Broken(place: "produce")) {
            try OrderedPipeline<Int, Int>(threads: 3, window: 4).run(
                produce: { submit in
                    for number in 0..<20 { _ = submit(number) }
                    throw Broken(place: "produce")
                },
                makeTransform: { { $0 } },
                consume: { results.append($0) }
            )
        }
        #expect(results == Array(0..<20))
    }

    @Test("A thread that cannot start ends all, the producer in the middle of its work too")
    func transformFails() {
        let started = Monitor(0)
        for failing in 1...3 {
            started.withValue { $0 = 0 }
            #expect(throws: Broken(place: "transform")) {
                try OrderedPipeline<Int, Int>(threads: 3, window: 2).run(
                    produce: { submit in while submit(1) {} },
                    makeTransform: {
                        let number = started.withValue { count -> Int in
                            count += 1
                            return count
                        }
                        if number == failing { throw Broken(place: "transform") }
                        return { $0 }
                    },
                    consume: { _ in }
                )
            }
        }
    }

    @Test("When the consumer gives up, the producer is told")
    func consumerFails() {
        let told = Monitor(false)
        var consumed = 0
        #expect(throws: Broken(place: "consume")) {
            try OrderedPipeline<Int, Int>(threads: 3, window: 5).run(
                produce: { submit in
                    while submit(1) {}
                    told.withValue { $0 = true }
                },
                makeTransform: { { $0 } },
                consume: { _ in
                    consumed += 1
                    if consumed == 50 { throw Broken(place: "consume") }
                }
            )
        }
        #expect(consumed == 50)
        #expect(told.withValue { $0 })
    }
}
