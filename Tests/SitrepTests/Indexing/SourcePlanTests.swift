import Testing

@testable import Sitrep

@Suite("A run knows which sources to read")
struct SourcePlanTests {
    private func plan(_ paths: String..., next: Int = 10) -> SourcePlan {
        SourcePlan(
            sources: paths.enumerated().map { SourceRecord(number: $0.offset + 1, path: $0.element, excluded: []) },
            next: next
        )
    }

    @Test func newOnes() throws {
        var plan = plan("/a")
        try plan.apply(.index(["/b", "/b", "/ab"]), excluded: ["*.tmp"])
        #expect(plan.sources.map(\.path) == ["/a", "/b", "/ab"])
        #expect(plan.sources.map(\.number) == [1, 10, 11])
        #expect(plan.sources[1].excluded == ["*.tmp"])
        #expect(plan.toRead == [10, 11] && plan.next == 12 && plan.dropped.isEmpty && plan.remarks.isEmpty)
    }

    @Test func aKnownOneIsReadAgain() throws {
        var plan = plan("/a", "/b")
        try plan.apply(.index(["/b"]), excluded: [])
        #expect(plan.toRead == [2] && plan.sources.count == 2 && plan.next == 10)
        try plan.apply(.index(["/b"]), excluded: ["x"])
        #expect(plan.sources[1].excluded == ["x"])
    }

    @Test func insideOfAnother() throws {
        var plan = plan("/a", "/b")
        try plan.apply(.index(["/a/deep/file.txt"]), excluded: [])
        #expect(plan.toRead == [1] && plan.sources.count == 2 && plan.remarks.count == 1)
    }

    @Test func aroundOthers() throws {
        var plan = plan("/a/x", "/a/y", "/ab", "/c")
        try plan.apply(.index(["/c", "/a/x", "/a"]), excluded: [], isThere: { _ in true })
        #expect(plan.sources.map(\.path) == ["/ab", "/c", "/a"])
        #expect(plan.dropped == [1, 2] && plan.toRead == [4, 10] && plan.remarks.count == 2)
    }

    @Test("A source that cannot be reached stays one beside the one around it")
    func aroundOneThatIsAway() throws {
        var plan = plan("/a/x", "/a/y")
        try plan.apply(.index(["/a"]), excluded: [], isThere: { $0 != "/a/x" })
        #expect(plan.sources.map(\.path) == ["/a/x", "/a"])
        #expect(plan.dropped == [2])
    }

    @Test("A source and one around it in the same run end as the outer one")
    func bothAtOnce() throws {
        var plan = plan()
        try plan.apply(.index(["/a/x", "/a"]), excluded: [], isThere: { _ in true })
        #expect(plan.sources.map(\.path) == ["/a"])
        #expect(plan.toRead == [11] && plan.next == 12)
    }

    @Test func all() throws {
        for task in [IndexRun.Task.reindex, .rebuild] {
            var plan = plan("/a", "/b")
            try plan.apply(task, excluded: [])
            #expect(plan.toRead == [1, 2] && plan.dropped.isEmpty)
        }
    }

    @Test func forget() throws {
        var plan = plan("/a", "/b")
        try plan.apply(.forget("/a"), excluded: [])
        #expect(plan.dropped == [1] && plan.sources.map(\.path) == ["/b"] && plan.toRead.isEmpty)
        for path in ["/a", "/b/inside", "/"] {
            let error = #expect(throws: SitrepError.self) { try plan.apply(.forget(path), excluded: []) }
            #expect(error?.code == .notFound && error?.hint?.isEmpty == false)
        }
        #expect(plan.sources.map(\.path) == ["/b"])
    }
}
