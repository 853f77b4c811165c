extension QueryNode {
    /// The tree with words beside each other that are one name or one word of war put together: `storm shadow`.
    ///
    /// The longest name counts, from the left. Linear in the number of words.
    func joiningNames(_ finder: SpellingFinder) -> QueryNode {
        switch self {
        case .and(let nodes):
            var joined: [QueryNode] = []
            var at = 0
            while at < nodes.count {
                let run = nodes[at...].prefix(SpellingFinder.longestName).prefix(while: \.isPlainWord)
                var taken = 1
                var node = run.isEmpty ? nodes[at].joiningNames(finder) : nodes[at]
                for count in stride(from: run.count, to: 1, by: -1) {
                    let name = run.prefix(count).map(\.source).joined(separator: " ")
                    guard finder.spellings(of: name) != nil else { continue }
                    node = .text(.init(source: name, isQuoted: false, form: .name))
                    taken = count
                    break
                }
                joined.append(node)
                at += taken
            }
            return joined.count == 1 ? joined[0] : .and(joined)
        case .or(let nodes): return .or(nodes.map { $0.joiningNames(finder) })
        case .not(let node): return .not(node.joiningNames(finder))
        default: return self
        }
    }

    /// Whether it is a word that may be a part of a name.
    private var isPlainWord: Bool {
        if case .text(let clause) = self { !clause.isQuoted && clause.form == .plain } else { false }
    }

    private var source: String {
        if case .text(let clause) = self { clause.source } else { "" }
    }
}
