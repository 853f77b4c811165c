/// What can stand in a query as `name:value`.
enum QueryField: Hashable, Sendable {
    case title
    case facet(FacetKind)
    /// A facet value that the report is about, not only mentions.
    case main(FacetKind)
    case source
    case language
    case date
    case happened
    case added
    case path

    /// All of them, in the order in which help shows them.
    static let all: [QueryField] =
        [.title] + FacetKind.allCases.map { .facet($0) } + [.source, .language, .date, .happened, .added, .path]
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
        for field in all {
            let wanted = Array(field.name.unicodeScalars)
            let most = wanted.count > 5 ? 2 : 1
            if let edits = EditDistance.typing(letters, wanted, most: most), edits < best?.edits ?? .max {
                best = (edits, field)
            }
        }
        return best?.field
    }

    /// As it is typed, without the colon.
    var name: String {
        switch self {
        case .title: Schema.title.name
        case .facet(let facet): Schema.field(of: facet).name
        case .main(let facet): "main-" + Schema.field(of: facet).name
        case .source: Schema.source.name
        case .language: Schema.language.name
        case .date: Schema.date.name
        case .happened: Schema.happened.name
        case .added: Schema.added.name
        case .path: Schema.file.name
        }
    }

    /// A query with it.
    var example: String {
        switch self {
        case .title: Schema.title.example
        case .facet(let facet): Schema.field(of: facet).example
        case .main(let facet): "main-" + Schema.field(of: facet).example
        case .source: Schema.source.example
        case .language: Schema.language.example
        case .date: Schema.date.example
        case .happened: Schema.happened.example
        case .added: "added:7d.."
        case .path: "path:\"scrapes/*.txt\""
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
