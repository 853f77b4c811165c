import CommandLineInfo
import Sitrep

/// The values that an option or a positional argument can have, from the index that a command line names.
struct CompletionValues {
    let shell: Shell
    let place: CompletionPlace
    let commands: [CommandInfo]

    private typealias Answer = CommandLineCompletion.Answer

    /// Dates that are typed often.
    private static let dates = [
        "today", "yesterday", "7d", "30d", "this-week", "last-week", "this-month", "last-month", "this-year",
        "last-year",
    ]

    func answer(for argument: ArgumentInfo) -> CommandLineCompletion.Answer {
        let typed = place.typed
        if let name = argument.typedNames.first(where: { $0.hasPrefix("--") }) {
            let field = Self.field(of: name)
            switch field {
            case "region", "actor", "weapon", "source", "language", "tag":
                return .words(values(of: field, typed) { $0 })
            case "parent": return .words(vocabularyValues(typed))
            case "to" where place.commands == ["export"]: return .folders
            case "from", "to", "until", "happened-from", "happened-to", "added-from", "added-to", "date":
                return .words(Offer.words(Self.dates, typed: typed))
            case "limit", "facets": return .words(Offer.words(["all"], typed: typed))
            case "by" where place.commands == ["facets"]:
                return .words(Offer.words(TableAxis.Kind.allCases.map(\.rawValue), typed: typed))
            case "query": return .words(query(typed))
            default: break
            }
        } else {
            switch (place.commands.last, argument.valueName) {
            case (_, "query"): return .words(query(typed))
            case ("show", "id"), ("mark", "id"), ("similar", "id"), ("story", "id"), ("diff", "id"),
                ("diff", "other-id"):
                return .words(reports(typed))
            case ("show", "name"), ("run", "name"), ("remove", "name"):
                return .words(Offer.words(savedSearches, typed: typed))
            case (_, "value"): return .words(vocabularyValues(typed))
            case ("forget", _):
                let sources = Offer.words(self.sources, typed: typed)
                return sources.isEmpty ? .files : .words(sources)
            case (_, "path"): return .files
            case ("help", _): return .words(Offer.words(commands.map(\.commandName), typed: typed))
            default: break
            }
        }
        if let list = argument.completionKind?.list { return .words(Offer.words(list.values, typed: typed)) }
        if argument.completionKind?.directory != nil { return .folders }
        if argument.completionKind?.file != nil { return .files }
        return .words([])
    }

    /// What an option takes values of, such as `region` for `--not-region`.
    private static func field(of option: String) -> String {
        if option == "--untag" { return "tag" }
        for prefix in ["--not-", "--set-", "--drop-"] where option.hasPrefix(prefix) {
            return String(option.dropFirst(prefix.count))
        }
        return String(option.dropFirst(2))
    }

    /// The end of a query: a value behind a field, or the name of a field.
    private func query(_ text: String) -> [Offer] {
        let place = QueryPlace(text)
        guard let field = place.field else {
            return Offer.words(SearchRequest.fields, typed: place.typed.lowercased()).map {
                Offer(text: place.lead + $0.text)
            }
        }
        let offers: [Offer]
        switch field {
        case "date", "happened", "added": offers = Offer.words(Self.dates, typed: place.typed)
        default:
            let facet = field.hasPrefix("main-") ? String(field.dropFirst("main-".count)) : field
            offers = values(of: facet, place.typed, form: place.form)
        }
        return offers.map { Offer(text: place.lead + $0.text, remark: $0.remark) }
    }

    /// The values of a filter.
    private func values(of field: String, _ typed: String, form: (String) -> String?) -> [Offer] {
        Offer.values(completions(of: field, typed), typed: typed, for: shell, form: form)
    }

    private func completions(of field: String, _ typed: String) -> [Completion] {
        let index = index
        switch field {
        case "source": return (try? index?.outlets(beginningWith: typed)) ?? []
        case "tag": return (try? index?.tags(beginningWith: typed)) ?? []
        case "language": return (try? index?.languages(beginningWith: typed)) ?? []
        default:
            guard let facet = FacetKind(rawValue: field) else { return [] }
            if let found = try? index?.completions(of: typed, in: facet) { return found }
            return vocabulary.completions(of: typed, in: facet)
        }
    }

    /// The values of the facet that the command line names, else of all.
    private func vocabularyValues(_ typed: String) -> [Offer] {
        let named = (place.options["--facet"]?.last ?? place.positionals.first).flatMap { FacetKind(rawValue: $0) }
        let found = (named.map { [$0] } ?? FacetKind.allCases).flatMap { completions(of: $0.rawValue, typed) }
        return Offer.values(Array(found.prefix(Completion.limit)), typed: typed, for: shell)
    }

    private func reports(_ typed: String) -> [Offer] {
        ((try? index?.reports(beginningWith: typed)) ?? []).map { Offer(text: $0.value, remark: $0.remark) }
    }

    private var sources: [String] { (try? index?.status())?.sources.map(\.path) ?? [] }

    private var savedSearches: [String] {
        guard let folder = indexPaths.first, indexPaths.count == 1 else { return [] }
        return ((try? SavedSearches(index: folder).all()) ?? []).map(\.name)
    }

    /// The folders of the indexes that the command line names.
    private var indexPaths: [String] { IndexOption.paths((place.options["--index"] ?? []).map(Self.expanded)) }

    /// The indexes that the command line names; `nil` where there is one that cannot be read.
    private var index: SearchIndex? { try? OpenIndexes.open(indexPaths) }

    /// What there is without an index.
    private var vocabulary: Vocabulary {
        (try? UserVocabulary(standardFolder: VocabularyOption.standardFolder).loadStandard()) ?? .builtIn
    }

    /// A path with the home folder in the place of a tilde, as the shell will have it.
    private static func expanded(_ path: String) -> String {
        guard path == "~" || path.hasPrefix("~/"), let home = Environment.variable("HOME") else { return path }
        return home + path.dropFirst()
    }
}
