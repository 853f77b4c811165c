/// How a page or a text writes its dates, where that is not the same everywhere.
struct DateStyle: Sendable, Equatable {
    /// `11/12/2024` is the 12th of November.
    var monthFirst = false
    /// `listopad` is October.
    var isCroatian = false
    /// A date that may be read in two ways is not one after this day.
    var latest: CalendarDate?

    static let standard = DateStyle()

    /// Settles the order of day and month by the dates of a text that can be read in one way only (`13/11/2024`); where
    /// there are none, or of both kinds, the order stays.
    mutating func settleOrder(by lines: some Sequence<String>) {
        var counts = (dayFirst: 0, monthFirst: 0)
        for var line in lines where ByteSearch.contains(line, "/") {
            line.withUTF8 { DateStyle.count($0, &counts) }
        }
        if (counts.monthFirst > 0) != (counts.dayFirst > 0) { monthFirst = counts.monthFirst > 0 }
    }

    private static func count(_ text: UnsafeBufferPointer<UInt8>, _ counts: inout (dayFirst: Int, monthFirst: Int)) {
        var at = 0
        while at < text.count {
            guard isDigit(text[at]) else {
                at += 1
                continue
            }
            let (first, second, end) = slashed(text, at)
            at = max(end, at + 1)
            if (13...31).contains(first), (1...12).contains(second) { counts.dayFirst += 1 }
            if (13...31).contains(second), (1...12).contains(first) { counts.monthFirst += 1 }
        }
    }

    /// The first two numbers of `13/11/2024` at `start`, zeros where there is no such date, and where the digits that
    /// were looked at end.
    private static func slashed(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> (Int, Int, Int) {
        var at = start
        var numbers: [Int] = []
        for longest in [2, 2, 4] {
            var value = 0
            let from = at
            while at < text.count, isDigit(text[at]) {
                if at - from < 9 { value = value * 10 + Int(text[at] - 0x30) }
                at += 1
            }
            guard at > from, at - from <= longest else { return (0, 0, at) }
            numbers.append(value)
            if numbers.count == 3 { return at - from == 4 ? (numbers[0], numbers[1], at) : (0, 0, at) }
            guard at < text.count, text[at] == UInt8(ascii: "/") else { return (0, 0, at) }
            at += 1
        }
        return (0, 0, at)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
