/// Puts a snippet together: runs of blanks and control characters become one blank.
struct SnippetText {
    private var bytes: [UInt8] = []
    private var matches: [Range<Int>] = []
    private var owesBlank = false

    /// The passages of a text with what matched in them; what is left out between stands as ` … `.
    static func cut(
        _ bytes: [UInt8],
        _ places: [SnippetMaker.Place],
        _ windows: [Range<Int>],
        limit: Int
    ) -> Snippet {
        var output = SnippetText()
        for (number, window) in windows.enumerated() {
            if number > 0 {
                output.append(" … ")
            } else if window.lowerBound > 0 {
                output.append("…")
            }
            var from =
                window.lowerBound == 0
                ? beginning(of: bytes)
                : start(before: places[window.lowerBound].range.lowerBound, window, places, bytes)
            // A window at the end takes what follows the last word, such as a full stop and a quotation mark.
            let to =
                window.upperBound == places.count
                ? bytes.count : end(after: places[window.upperBound - 1].range.upperBound, in: bytes)
            for place in places[window] where place.match != nil && place.range.lowerBound >= from {
                output.append(bytes[from..<place.range.lowerBound])
                output.append(match: bytes[place.range])
                from = place.range.upperBound
            }
            if from < to { output.append(bytes[from..<to]) }
        }
        if let last = windows.last, last.upperBound < places.count { output.append("…") }
        return output.snippet(limit: limit)
    }

    private static let quotations: [(open: [UInt8], close: [UInt8])] = [
        ("“", "”"), ("«", "»"), ("„", "“"), ("\"", "\""), ("(", ")"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// Where a passage begins that begins with a word: with the mark before it, where its counterpart follows.
    private static func start(
        before word: Int,
        _ window: Range<Int>,
        _ places: [SnippetMaker.Place],
        _ bytes: [UInt8]
    ) -> Int {
        for (open, close) in quotations where word >= open.count && bytes[word - open.count..<word].elementsEqual(open)
        {
            // A straight mark before a word also ends what stands before it, but then a blank follows it.
            let passage = bytes[word..<min(bytes.count, places[window.upperBound - 1].range.upperBound + close.count)]
            if contains(passage, close) { return word - open.count }
        }
        return word
    }

    private static func contains(_ bytes: ArraySlice<UInt8>, _ mark: [UInt8]) -> Bool {
        guard let first = mark.first else { return true }
        return bytes.indices.contains { bytes[$0] == first && bytes[$0...].starts(with: mark) }
    }

    /// The beginning of a text without closing marks and commas, which belong to nothing.
    private static func beginning(of bytes: [UInt8]) -> Int {
        var at = 0
        while at < bytes.count {
            if let mark = quotations.first(where: { $0.close != $0.open && bytes[at...].starts(with: $0.close) }) {
                at += mark.close.count
            } else if bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: ";") {
                at += 1
            } else {
                return at
            }
        }
        return 0
    }

    /// Takes the punctuation that belongs to the last word along.
    private static func end(after end: Int, in bytes: [UInt8]) -> Int {
        var end = end
        while end < bytes.count {
            if [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[end]) {
                end += 1
            } else if let mark = quotations.first(where: { bytes[end...].starts(with: $0.close) && $0.close != $0.open }
            ) {
                end += mark.close.count
            } else {
                break
            }
        }
        return end
    }

    /// The snippet, cut on a character where it is longer than `limit` bytes.
    func snippet(limit: Int) -> Snippet {
        guard bytes.count > limit else {
            return Snippet(text: String(decoding: bytes, as: UTF8.self), matches: matches)
        }
        var end = limit
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return Snippet(
            text: String(decoding: bytes[..<end], as: UTF8.self) + "…",
            matches: matches.filter { $0.upperBound <= end }
        )
    }

    mutating func append(_ string: String) { append(ArraySlice(string.utf8)) }

    mutating func append(_ slice: ArraySlice<UInt8>) {
        for byte in slice {
            if byte <= 0x20 || byte == 0x7F {
                owesBlank = !bytes.isEmpty
            } else {
                payBlank()
                bytes.append(byte)
            }
        }
    }

    mutating func append(match slice: ArraySlice<UInt8>) {
        payBlank()
        let start = bytes.count
        append(slice)
        matches.append(start..<bytes.count)
    }

    private mutating func payBlank() {
        if owesBlank { bytes.append(UInt8(ascii: " ")) }
        owesBlank = false
    }
}
