/// Numbers, and numbers of things, as people read them in English.
public enum NumberText {
    /// `12,500`, `0.25`: thousands apart, and no more decimals than needed, three at most; empty for what is no number.
    public static func text(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        guard abs(value) < 1e15 else { return "\(value)" }
        let thousandths = Int((abs(value) * 1000).rounded())
        var text = grouped(thousandths / 1000)
        var rest = thousandths % 1000
        if rest > 0 {
            var digits = String(rest + 1000).dropFirst()
            while rest % 10 == 0 {
                digits.removeLast()
                rest /= 10
            }
            text += "." + digits
        }
        return value < 0 && thousandths > 0 ? "-" + text : text
    }

    /// `12,500`.
    static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var result = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += "," }
            result.append(digit)
        }
        return result
    }

    /// `1 figure`, `12,500 stories`.
    static func count(_ number: Int, _ noun: String) -> String { grouped(number) + " " + self.noun(noun, for: number) }

    /// A regular noun as it stands behind a number: `report` or `reports`, `story` or `stories`.
    public static func noun(_ noun: String, for number: Int) -> String {
        guard number != 1 else { return noun }
        let endsInIes = noun.last == "y" && !"aeiou".contains(noun.dropLast().last ?? "a")
        return endsInIes ? noun.dropLast() + "ies" : noun + "s"
    }
}
