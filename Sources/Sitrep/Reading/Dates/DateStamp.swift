/// A date with what is known of its clock.
struct DateStamp: Sendable, Equatable {
    var date: ParsedDate
    /// 0…23, where universal time is said; `nil` when the day is somebody's own.
    var universalHour: Int?

    /// Reads a field: the date as ``DateParser`` does, with whether it is meant in universal time.
    init?(_ text: String, style: DateStyle = .standard) {
        guard let date = DateParser.parse(text, style: style), !DateStamp.isPlaceholder(date) else { return nil }
        self.date = date
        universalHour = DateStamp.universalHour(in: Array(text.utf8.prefix(120)))
    }

    /// The day where the report was published, given the days that the page shows elsewhere.
    ///
    /// A page's fields are often in universal time, where the outlet's own calendar may be a day behind or ahead. A day
    /// that the page shows counts where a time zone explains the difference.
    func localDay(shown: [CalendarDate]) -> CalendarDate {
        guard let hour = universalHour, !shown.contains(date.date) else { return date.date }
        let mayBeBehind = hour < 12
        // Time zones reach from 12 hours behind to 14 ahead.
        let mayBeAhead = hour >= 10
        let days = shown.filter { day in
            (mayBeBehind && day.daysSince1970 == date.date.daysSince1970 - 1)
                || (mayBeAhead && day.daysSince1970 == date.date.daysSince1970 + 1)
        }
        return days.first ?? date.date
    }

    /// The zero of clocks, which fields hold that nobody filled.
    private static func isPlaceholder(_ date: ParsedDate) -> Bool {
        ["1970-01-01", "1969-12-31", "1900-01-01", "1999-11-30"].contains(date.date.description)
    }

    /// The hour of `T05:00:00Z`, `05:00 GMT`, `05:00:00.000+00:00`.
    private static func universalHour(in bytes: [UInt8]) -> Int? {
        func isDigit(_ i: Int) -> Bool { bytes.indices.contains(i) && (0x30...0x39).contains(bytes[i]) }
        guard
            let colon = bytes.indices.first(where: { i in
                bytes[i] == UInt8(ascii: ":") && isDigit(i - 1) && isDigit(i + 1) && isDigit(i + 2)
            })
        else { return nil }
        var hour = Int(bytes[colon - 1] - 0x30)
        if isDigit(colon - 2) { hour += 10 * Int(bytes[colon - 2] - 0x30) }
        var end = colon + 3
        while end < bytes.count, isDigit(end) || bytes[end] == UInt8(ascii: ":") || bytes[end] == UInt8(ascii: ".") {
            end += 1
        }
        let rest = String(decoding: bytes[end...].filter { $0 != 0x20 && $0 != UInt8(ascii: ":") }, as: UTF8.self)
        let zone = rest.lowercased()
        var offset = zone
        for name in ["z", "utc", "gmt"] where zone.hasPrefix(name) { offset = String(zone.dropFirst(name.count)) }
        let isUniversal =
            offset.hasPrefix("+0000") || offset.hasPrefix("-0000")
            || (offset.count < zone.count && !offset.hasPrefix("+") && !offset.hasPrefix("-"))
        return isUniversal && hour < 24 ? hour : nil
    }
}
