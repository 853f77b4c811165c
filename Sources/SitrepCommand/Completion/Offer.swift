import Sitrep

/// Something that the word under the cursor can become.
struct Offer: Equatable {
    /// What takes the place of the part that is completed.
    var text: String
    /// What it stands for, for shells that show that; empty for nothing.
    var remark = ""

    /// What is offered for the values that something typed can become.
    ///
    /// One value is offered by its name, whatever spelling was typed. Several must all begin as what was typed, since a
    /// shell puts what they have in common in its place: where their names do not, their spellings do, and where these
    /// differ in case, behind what was typed. fish shows only what begins so anyway.
    ///
    /// - Parameter form: how a value is written on the command line; `nil` where it cannot be.
    static func values(
        _ completions: [Completion],
        typed: String,
        for shell: Shell,
        form: (String) -> String? = { $0 }
    ) -> [Offer] {
        let found = completions.compactMap { completion in
            form(completion.value).map {
                (name: $0, spelling: completion.spelling.flatMap(form), completion: completion)
            }
        }
        let names = found.map(\.name)
        let spellings = found.compactMap(\.spelling)
        let areNames = shell != .fish && (names.count == 1 || commonPrefix(names) >= typed.count)
        let mayStand = shell == .fish || commonPrefix(spellings) >= typed.count
        return found.compactMap { name, spelling, completion in
            if areNames { return Offer(text: name, remark: completion.shownRemark) }
            guard let spelling else { return nil }
            let remarks = [spelling == name ? "" : name, completion.shownRemark].filter { !$0.isEmpty }
            let remark = remarks.joined(separator: ", ")
            if mayStand { return Offer(text: spelling, remark: remark) }
            guard spelling.lowercased().hasPrefix(typed.lowercased()) else { return nil }
            return Offer(text: typed + spelling.dropFirst(typed.count), remark: remark)
        }
    }

    /// The words that begin as what was typed.
    static func words(_ words: some Sequence<String>, typed: String) -> [Offer] {
        words.filter { $0.hasPrefix(typed) }.map { Offer(text: $0) }
    }

    /// How many characters some texts have in common at their beginnings.
    private static func commonPrefix(_ texts: [String]) -> Int {
        guard let first = texts.first else { return 0 }
        return texts.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }.count
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}

extension Completion {
    /// The count of its reports, and what else is known.
    fileprivate var shownRemark: String {
        let count = reports.map { $0 == 1 ? "1 report" : "\($0) reports" }
        return [count, remark.isEmpty ? nil : remark].compactMap { $0 }.joined(separator: ", ")
    }
}
