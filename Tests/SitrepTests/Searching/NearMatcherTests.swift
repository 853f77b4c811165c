import Testing

@testable import Sitrep

@Suite("Runs of words near each other")
struct NearMatcherTests {
    @Test("By the gap from the end of the first to the beginning of the last")
    func distances() {
        #expect(NearMatcher.areNear([[1...1], [4...4]], distance: 3))
        #expect(!NearMatcher.areNear([[1...1], [5...5]], distance: 3))
        #expect(NearMatcher.areNear([[5...5], [1...2]], distance: 3))
        #expect(NearMatcher.areNear([[1...1, 90...91], [40...40, 94...94]], distance: 3))
        #expect(NearMatcher.areNear([[1...1], [2...2], [9...9]], distance: 8))
        #expect(!NearMatcher.areNear([[1...1], [2...2], [10...10]], distance: 8))
        #expect(!NearMatcher.areNear([[1...1], []], distance: 100))
    }

    @Test("No place stands for two")
    func overlap() {
        #expect(!NearMatcher.areNear([[1...2], [2...3]], distance: 10))
        #expect(!NearMatcher.areNear([[1...1], [1...1]], distance: 10))
        #expect(NearMatcher.areNear([[1...1, 3...3], [1...1, 3...3]], distance: 10))
    }
}
