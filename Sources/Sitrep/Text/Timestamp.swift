#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A moment as text: `2026-11-21T04:05:06Z` (ISO 8601, UTC, whole seconds); sorts as the moments do.
enum Timestamp {
    /// The present moment.
    static func now() -> String { string(secondsSince1970: time(nil)) }

    /// The present moment in nanoseconds since 1970, as file times count.
    static func nanosecondsNow() -> Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
    }

    /// Today, in the local time zone: what "today" and "7d" in a request mean.
    static func localToday() -> CalendarDate {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? CalendarDate.firstDay
    }

    /// The first second of a day in the local time zone.
    static func start(ofLocalDay day: CalendarDate) -> String {
        string(secondsSince1970: localMidnight(day, later: 0))
    }

    /// The last second of a day in the local time zone.
    static func end(ofLocalDay day: CalendarDate) -> String {
        string(secondsSince1970: localMidnight(day, later: 1) - 1)
    }

    private static func localMidnight(_ day: CalendarDate, later days: Int) -> Int {
        var parts = tm()
        parts.tm_year = Int32(day.year - 1900)
        parts.tm_mon = Int32(day.month - 1)
        parts.tm_mday = Int32(day.day + days)
        parts.tm_isdst = -1
        return mktime(&parts)
    }

    /// Whether a text is a moment as ``string(secondsSince1970:)`` writes it.
    static func isOne(_ text: String) -> Bool {
        let pattern = Array("dddd-dd-ddTdd:dd:ddZ".utf8)
        let bytes = Array(text.utf8)
        guard bytes.count == pattern.count else { return false }
        for (byte, expected) in zip(bytes, pattern) {
            let isRight = expected == UInt8(ascii: "d") ? (0x30...0x39).contains(byte) : byte == expected
            guard isRight else { return false }
        }
        func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        return CalendarDate(year: number(0..<4), month: number(5..<7), day: number(8..<10)) != nil
            && number(11..<13) < 24 && number(14..<16) < 60 && number(17..<19) < 61
    }

    static func string(secondsSince1970 seconds: Int) -> String {
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        let rest = seconds - days * 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = CalendarDate(daysSince1970: days) ?? CalendarDate.firstDay
        return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }
}

extension CalendarDate {
    /// 1970-01-01.
    static let firstDay = CalendarDate(unchecked: 1970, 1, 1)

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }
}
