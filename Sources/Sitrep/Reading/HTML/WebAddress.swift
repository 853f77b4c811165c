/// Parts of a web address.
enum WebAddress {
    /// The host in lower case, without `www.`; `nil` when there is none.
    static func host(_ address: String) -> String? {
        guard let at = ByteSearch.offset(of: "://", in: address) else { return nil }
        let rest = address.utf8.dropFirst(at + 3).prefix { !"/?#:".utf8.contains($0) }
        guard let host = String(rest)?.lowercased(), host.utf8.contains(UInt8(ascii: ".")) else { return nil }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    /// The day in the path, as in `/2024/11/13/` or `/20241113-`.
    static func date(_ address: String) -> ParsedDate? {
        let path = String(address.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }) ?? ""
        let numbers = numbers(in: path)
        for (i, number) in numbers.enumerated() {
            if number.digits == 8, (1990...2099).contains(number.value / 10_000) {
                let value = number.value
                if let date = ParsedDate(year: value / 10_000, month: value / 100 % 100, day: value % 100) {
                    return date
                }
            }
            guard number.digits == 4, (1990...2099).contains(number.value), i + 2 < numbers.count else { continue }
            let month = numbers[i + 1]
            let day = numbers[i + 2]
            guard number.end + 1 == month.start, month.end + 1 == day.start, month.digits <= 2, day.digits <= 2 else {
                continue
            }
            if let date = ParsedDate(year: number.value, month: month.value, day: day.value) { return date }
        }
        return nil
    }

    private static func numbers(in path: String) -> [(value: Int, digits: Int, start: Int, end: Int)] {
        var numbers: [(value: Int, digits: Int, start: Int, end: Int)] = []
        for (at, byte) in path.utf8.enumerated() where (0x30...0x39).contains(byte) {
            let digit = Int(byte) - 0x30
            if let last = numbers.last, last.end == at {
                let value = last.digits < 9 ? last.value * 10 + digit : last.value
                numbers[numbers.count - 1] = (value, last.digits + 1, last.start, at + 1)
            } else {
                numbers.append((digit, 1, at, at + 1))
            }
        }
        return numbers
    }
}
