/// Puts a snippet together: runs of blanks and control characters become one blank.
///
/// A heading, which no full stop ends, is parted from what follows it by ` · `.
struct SnippetText {
    private var bytes: [UInt8] = []
    private var matches: [Range<Int>] = []
    private var owesBlank = false
    /// The line breaks since the last character that stays.
    private var breaks = 0

    /// The passages of a text with what matched in them; what is left out between stands as ` … `.
    static func cut(
        _ bytes: ArraySlice<UInt8>,
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
                ? bytes.endIndex : end(after: places[window.upperBound - 1].range.upperBound, in: bytes)
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
        _ bytes: ArraySlice<UInt8>
    ) -> Int {
        for (open, close) in quotations
        where word - bytes.startIndex >= open.count && bytes[word - open.count..<word].elementsEqual(open) {
            // A straight mark before a word also ends what stands before it, but then a blank follows it.
            let passage = bytes[
                word..<min(bytes.endIndex, places[window.upperBound - 1].range.upperBound + close.count)
            ]
            if contains(passage, close) { return word - open.count }
        }
        return word
    }

    private static func contains(_ bytes: ArraySlice<UInt8>, _ mark: [UInt8]) -> Bool {
        guard let first = mark.first else { return true }
        return bytes.indices.contains { bytes[$0] == first && bytes[$0...].starts(with: mark) }
    }

    /// The beginning of a text without closing marks and commas, which belong to nothing; behind a title without the
    /// full stop of that, too.
    private static func beginning(of bytes: ArraySlice<UInt8>) -> Int {
        var at = bytes.startIndex
        while at < bytes.endIndex {
            if let mark = quotations.first(where: { bytes[at...].starts(with: $0.close) }),
                !quotations.contains(where: { $0.open == mark.close })
            {
                at += mark.close.count
            } else if bytes[at] <= 0x20 || strays.contains(bytes[at])
                || bytes.startIndex > 0 && stops.contains(bytes[at])
            {
                at += 1
            } else {
                return at
            }
        }
        return bytes.startIndex
    }

    private static let strays = Array(",;".utf8)
    private static let stops = Array(".!?".utf8)

    /// Takes the punctuation that belongs to the last word along.
    private static func end(after end: Int, in bytes: ArraySlice<UInt8>) -> Int {
        var end = end
        while end < bytes.endIndex {
            if stops.contains(bytes[end]) {
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
                if byte == UInt8(ascii: "\n") { breaks += 1 }
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
        if owesBlank {
            // One line break may be that of a text set in lines of equal length.
            if breaks > 1, endsWithoutPunctuation { bytes += " ·".utf8 }
            bytes.append(UInt8(ascii: " "))
        }
        owesBlank = false
        breaks = 0
    }

    private var endsWithoutPunctuation: Bool {
        guard let last = bytes.last else { return false }
        if last < 0x80 { return Self.isASCIILetterOrDigit(last) }
        return !Self.endings.contains { bytes.suffix($0.count).elementsEqual($0) }
    }

    private static func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
        let small = byte | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(small)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Punctuation beyond ASCII that ends a sentence or stands between two.
    private static let endings = ["…", "”", "’", "»", "“", "–", "—", "·", "•", "。", "！", "？", "؟", "۔", "।"]
        .map { Array($0.utf8) }
}
