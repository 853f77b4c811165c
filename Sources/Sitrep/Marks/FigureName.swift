/// How a person names a figure of a report: by its kind, its number and its unit, as `launched 193 drones`.
public enum FigureName {
    /// The name as `sitrep figures` shows it, of kind, number and unit.
    public static func of(_ claim: Claim) -> String { claim.kind.words + " " + claim.amount }

    /// The name with the words of the report, which tells it from another one of that name in the report.
    static func exact(_ claim: Claim) -> String { of(claim) + " (“" + claim.surface + "”)" }

    /// Whether a name in the file of marks is that of a figure; the unit may be left out.
    static func isName(_ name: String, of claim: Claim) -> Bool {
        let folded = folded(name)
        return folded == Self.folded(of(claim)) || folded == Self.folded(exact(claim))
            || folded == Self.folded(claim.kind.words + " " + claim.number)
    }

    /// Whether a person may mean a figure by a text: its name, also without the kind, the unit or what is said of how
    /// exact the number is, or the figure as the report writes it.
    static func mayMean(_ text: String, _ claim: Claim) -> Bool {
        guard !isName(text, of: claim) else { return true }
        let wanted = folded(text)
        let bare = (claim.least ?? claim.most).map(NumberText.text) ?? claim.number
        let unit = claim.amount.dropFirst(claim.number.count)
        var names = [claim.surface]
        for number in [claim.number, bare] {
            names += [number, number + unit, claim.kind.words + " " + number, claim.kind.words + " " + number + unit]
        }
        return names.contains { folded($0) == wanted }
    }

    /// What is the same for names that differ by nothing but capitals, blanks, hyphens and the signs between thousands.
    static func folded(_ name: String) -> String {
        let scalars = Array(name.lowercased().unicodeScalars)
        func isDigit(_ place: Int) -> Bool { scalars.indices.contains(place) && ("0"..."9").contains(scalars[place]) }
        var words: [String] = []
        var word = ""
        func end() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for (place, scalar) in scalars.enumerated() {
            switch scalar {
            case "," where isDigit(place - 1) && isDigit(place + 1): continue
            case "." where isDigit(place - 1) && isDigit(place + 1): word.unicodeScalars.append(scalar)
            case "²": word.unicodeScalars.append("2")
            case "≥", "≤", ">":
                end()
                words.append(String(scalar))
            case _
            where scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
                || isDigit(place):
                word.unicodeScalars.append(scalar)
            default: end()
            }
        }
        end()
        return words.joined(separator: " ")
    }

    /// What is said of figures by their names in this report.
    ///
    /// - Parameter option: behind which the text stands.
    /// - Throws: ``SitrepError`` `usage` with the figures of the report for a text that is none of them, and for one that
    ///   may be several.
    static func resolve(_ text: String, in claims: [Claim], of report: String, option: String) throws(SitrepError)
        -> String
    {
        func names(_ claims: [Claim]) -> [String] {
            claims.map(of).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
        func listed(_ names: [String]) -> String {
            names.prefix(40).map { "\n  " + $0 }.joined() + (names.count > 40 ? "\n  …" : "")
        }
        // Its own words, or its name with them, name one of several that have the same name.
        let wanted = folded(text)
        let quoted = claims.filter { claim in
            !claim.surface.isEmpty && [exact(claim), claim.surface].contains { folded($0) == wanted }
        }
        if let one = quoted.first, quoted.allSatisfy({ exact($0) == exact(one) }) {
            let others = claims.filter { of($0) == of(one) && folded($0.surface) != folded(one.surface) }
            return others.isEmpty ? of(one) : exact(one)
        }
        let named = names(claims.filter { isName(text, of: $0) })
        let meant = named.isEmpty ? names(claims.filter { mayMean(text, $0) }) : named
        if meant.count == 1 { return meant[0] }
        let all = names(claims)
        guard meant.isEmpty else {
            throw SitrepError(
                .usage,
                "\(option) “\(text)” may be any of \(meant.count) figures of \(report)",
                hint: "give one:" + listed(meant)
            )
        }
        throw SitrepError(
            .usage,
            "\(option) “\(text)” is no figure of \(report)",
            hint: all.isEmpty ? "it gives none" : "it gives:" + listed(all)
        )
    }
}
