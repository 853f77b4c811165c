/// Chooses the passages of a text that show best why it matched.
struct SnippetWindows {
    let places: [SnippetMaker.Place]
    let bytes: [UInt8]

    /// How far back a window is moved to begin with a sentence, in words.
    private static let reach = 14
    /// Two windows with fewer words between are one.
    private static let gap = 4
    /// The most parts of a word with hyphens that a window is lengthened by.
    private static let mostParts = 4

    /// One window of up to `length` places, or two of half of that, in order.
    func best(length: Int) -> [Range<Int>] {
        // A text that fits is shown whole.
        guard places.count > length else { return [places.indices] }
        let whole = densest(length: length, besides: [], outside: nil)
        let all = Set(places.compactMap(\.match))
        guard whole.different < all.count else { return [settled(whole.window)] }
        let first = densest(length: length / 2, besides: [], outside: nil)
        let seen = Set(places[first.window].compactMap(\.match))
        let second = densest(length: length / 2, besides: seen, outside: first.window)
        guard second.different > 0, first.different + second.different > whole.different else {
            return [settled(whole.window)]
        }
        let windows = [settled(first.window), settled(second.window)].sorted { $0.lowerBound < $1.lowerBound }
        if windows[1].lowerBound < windows[0].upperBound + Self.gap {
            return [windows[0].lowerBound..<max(windows[0].upperBound, windows[1].upperBound)]
        }
        return windows
    }

    /// The window with the most different matches that are not among `known`, then with the most, then the first.
    private func densest(
        length: Int,
        besides known: Set<Int>,
        outside other: Range<Int>?
    ) -> (window: Range<Int>, different: Int) {
        var inside: [Int: Int] = [:]
        var matches = 0
        var best = (different: -1, matches: -1, start: 0)
        for end in places.indices {
            if let match = places[end].match, !known.contains(match) {
                inside[match, default: 0] += 1
                matches += 1
            }
            if end >= length, let match = places[end - length].match, !known.contains(match) {
                matches -= 1
                inside[match] = inside[match].flatMap { $0 > 1 ? $0 - 1 : nil }
            }
            let start = end + 1 - length
            guard start >= 0, !(other?.overlaps(start..<end + 1) ?? false) else { continue }
            if (inside.count, matches) > (best.different, best.matches) { best = (inside.count, matches, start) }
        }
        return (best.start..<min(best.start + length, places.count), max(0, best.different))
    }

    /// The window moved so that its matches stand in its middle, or that it begins with a sentence; whole words.
    private func settled(_ window: Range<Int>) -> Range<Int> {
        let length = window.count
        var start = window.lowerBound
        // The window was found when its last match came in: centre the matches, then look for a sentence's start.
        if let first = places[window].firstIndex(where: { $0.match != nil }),
            let last = places[window].lastIndex(where: { $0.match != nil })
        {
            let slack = length - (last - first + 1)
            start = max(0, min(first - slack / 2, places.count - length))
            let earliest = max(0, last - length + 1, first - Self.reach)
            if let sentence = (earliest...first).last(where: { places[$0].startsSentence }) { start = sentence }
        }
        var end = min(start + length, places.count)
        for _ in 0..<Self.mostParts where start > 0 && areJoined(start - 1) { start -= 1 }
        for _ in 0..<Self.mostParts where end < places.count && areJoined(end - 1) { end += 1 }
        return start..<end
    }

    /// Whether a hyphen or an apostrophe alone stands between a word and the next.
    private func areJoined(_ place: Int) -> Bool {
        let between = bytes[places[place].range.upperBound..<places[place + 1].range.lowerBound]
        guard !between.isEmpty, between.count <= 3 else { return false }
        return ["-", "'", "’", "‐", "‑"].contains { between.elementsEqual($0.utf8) }
    }
}
