/// What can stand in a query as `name:value`.
enum QueryField: Hashable, Sendable {
    case title
    case facet(FacetKind)
    /// A facet value that the report is about, not only mentions.
    case main(FacetKind)
    case source
    case language
    case tag
    case date
    case happened
    case added
    case path

    /// All of them, in the order in which help shows them.
    static let all: [QueryField] =
        [.title] + FacetKind.allCases.map { .facet($0) } + [.source, .language, .tag, .date, .happened, .added, .path]
        + FacetKind.allCases.map { .main($0) }

    private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

    /// No name has more bytes, however it is misspelt.
    static let longestName = 16

    /// The field with this name, whatever its capitals.
    static func named(_ name: String) -> QueryField? {
        name.utf8.count > longestName ? nil : byName[name.lowercased()]
    }

    /// The field that a misspelt name most likely stands for.
    ///
    /// At most two letters differ, of a name of five letters or fewer one, so that `note:` is not `date:`.
    static func near(_ name: String) -> QueryField? {
        let letters = Array(name.lowercased().unicodeScalars)
        guard letters.count > 2, letters.allSatisfy({ $0.properties.isAlphabetic || $0 == "-" }) else { return nil }
        var best: (edits: Int, field: QueryField)?
        // Of three letters, one that differs makes another word.
        if letters.elementsEqual("tags".unicodeScalars) { return .tag }
        for field in all where field != .tag {
            let wanted = Array(field.name.unicodeScalars)
            let most = wanted.count > 5 ? 2 : 1
            if let edits = EditDistance.typing(letters, wanted, most: most), edits < best?.edits ?? .max {
                best = (edits, field)
            }
        }
        return best?.field
    }

    /// What of the schema it asks for.
    private var field: Schema.Field {
        switch self {
        case .title: Schema.title
        case .facet(let facet), .main(let facet): Schema.field(of: facet)
        case .source: Schema.source
        case .language: Schema.language
        case .tag: Schema.tag
        case .date: Schema.date
        case .happened: Schema.happened
        case .added: Schema.added
        case .path: Schema.file
        }
    }

    /// As it is typed, without the colon.
    var name: String {
        if case .main = self { "main-" + field.name } else { field.name }
    }

    /// A query with it; the schema has options as examples of some.
    var example: String {
        switch self {
        case .main: "main-" + field.example
        case .added: "added:7d.."
        case .path: "path:\"scrapes/*.txt\""
        default: field.example
        }
    }

    /// Whether its values are dates.
    var isDate: Bool { self == .date || self == .happened || self == .added }

    /// What its filters narrow by; `nil` for words.
    var filterKind: FilterKind? {
        switch self {
        case .title: nil
        case .facet(let facet), .main(let facet): .facet(facet)
        case .source: .source
        case .language: .language
        case .tag: .tag
        case .date: .published
        case .happened: .happened
        case .added: .added
        case .path: .path
        }
    }

    /// The mistake of a field with nothing behind its colon.
    func withoutValue(column: Int) -> SitrepError {
        SitrepError(
            .usage,
            "\(name): at column \(column) of the query has no value",
            hint: "write the value right behind the colon, as \(example)"
        )
    }
}
