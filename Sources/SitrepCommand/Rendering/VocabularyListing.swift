import Sitrep

/// Values of the vocabulary for a person or a program to read.
struct VocabularyListing {
    let vocabulary: OwnVocabulary
    let style: Style
    /// Whether to show all of what a value holds.
    var isVerbose = false

    /// A country holds thousands of places: so many values are shown of those that one holds.
    private static let listedChildren = 20
    private static let listedTops = 40

    func write(_ concepts: [Concept], _ format: CountFormat) throws {
        switch format {
        case .text:
            for concept in concepts {
                let path = Printable.line(vocabulary.path(of: concept).joined(separator: "/"))
                let own = vocabulary.isOwn(concept) ? "  own" : ""
                let what = style.faint(Printable.line("\(concept.facet.rawValue) \(concept.id)\(own)"))
                Output.write("\(style.isolated(path))  \(what)\n")
            }
        case .json:
            var list = JSONOutput.List()
            for concept in concepts { try list.write(ConceptObject.Summary(concept, in: vocabulary)) }
            list.finish()
        case .csv:
            CSVOutput.write(
                header: ["facet", "id", "name", "path", "kind", "own"],
                concepts.lazy.map { concept in
                    [
                        .own(concept.facet.rawValue), .text(concept.id.rawValue), .text(concept.name),
                        .text(vocabulary.path(of: concept).joined(separator: "/")), .text(concept.kind ?? ""),
                        .own(vocabulary.isOwn(concept) ? "true" : "false"),
                    ]
                }
            )
        }
    }

    /// The values of a facet that lie in no other, in short.
    func write(_ tops: [Concept], of all: Int, _ facet: FacetKind) {
        Output.write(style.title(facet.rawValue) + "  \(all) values, \(tops.count) of them in no other\n")
        values("", tops.map(\.name), most: isVerbose ? .max : Self.listedTops, width: 2)
    }

    func write(_ concept: ConceptObject) {
        Output.write(style.title(Printable.line(concept.path.joined(separator: "/"))) + "\n")
        field("facet", concept.facet + (concept.kind.map { ", \($0)" } ?? ""))
        field("id", concept.id + (concept.own ? ", your own" : ""))
        values("built in", concept.spellings.filter { !$0.own }.map(\.text))
        values("own", concept.spellings.filter(\.own).map(\.text))
        values("dropped", concept.dropped)
        values("holds", concept.children.map(\.name), most: isVerbose ? .max : Self.listedChildren)
        if let reports = concept.reports { field("reports", String(reports)) }
    }

    /// Says what was done, where, and what comes next.
    static func note(_ what: String, _ vocabulary: OwnVocabulary) {
        Output.write(Printable.line("\(what), in \(vocabulary.folder)") + "\n")
        Output.write(VocabularyCommand.next + "\n")
    }

    private func field(_ name: String, _ value: String) {
        Output.write(style.labelled(name, Printable.line(value), width: 10))
    }

    /// - Parameter most: so many are shown, and the others counted.
    private func values(_ name: String, _ values: [String], most: Int = .max, width: Int = 10) {
        var shown = values.prefix(most).map { style.isolated(Printable.line($0)) }
        if shown.count < values.count { shown.append("… \(values.count - shown.count) more: --verbose") }
        Output.write(style.labelled(name, values: shown, width: width))
    }
}

/// A value of the vocabulary as JSON.
struct ConceptObject: Encodable {
    let facet: String
    let id: String
    let name: String
    let path: [String]
    let kind: String?
    let own: Bool
    let spellings: [Spelling]
    let dropped: [String]
    let children: [Summary]
    let reports: Int?

    struct Spelling: Encodable {
        let text: String
        let own: Bool
    }

    /// What tells a value from others.
    struct Summary: Encodable {
        let facet: String
        let id: String
        let name: String
        let path: [String]
        let kind: String?
        let own: Bool

        init(_ concept: Concept, in vocabulary: OwnVocabulary) {
            facet = concept.facet.rawValue
            id = concept.id.rawValue
            name = concept.name
            path = vocabulary.path(of: concept)
            kind = concept.kind
            own = vocabulary.isOwn(concept)
        }
    }

    init(_ concept: Concept, in vocabulary: OwnVocabulary, reports: Int?) {
        let summary = Summary(concept, in: vocabulary)
        facet = summary.facet
        id = summary.id
        name = summary.name
        path = summary.path
        kind = summary.kind
        own = summary.own
        spellings = vocabulary.spellings(of: concept).map { Spelling(text: $0.text, own: $0.isOwn) }
        dropped = vocabulary.droppedSpellings(of: concept)
        children = vocabulary.children(of: concept).map { Summary($0, in: vocabulary) }
        self.reports = reports
    }
}
