import ArgumentParser
import Sitrep

/// The filters of a command. Values of one option are OR-ed, different options AND-ed.
struct FilterOptions: ParsableArguments {
    @OptionGroup var others: ReportFilterOptions

    @Option(help: ArgumentHelp("Published on this day or earlier.", valueName: "date"))
    var to: String?

    /// Whether words stand for themselves alone.
    var literal: Bool { others.literal }

    /// A request for the reports that the words of a query and the filters choose.
    func request(_ query: [String]) -> SearchRequest {
        var request = others.request(query)
        request.filters = filters
        return request
    }

    var filters: Filters {
        var filters = others.filters
        filters.to = to
        return filters
    }

    /// The filters of a command line without any.
    static var none: Filters {
        var filters = Filters()
        filters.values = [.region: [], .actor: [], .weapon: []]
        filters.excludedValues = filters.values
        return filters
    }
}

/// All filters but the last day of publication, which a command may have another name for.
struct ReportFilterOptions: ParsableArguments {
    @Option(name: .customLong("region"), help: "A place, by any of its names or its path (repeatable).")
    var regions: [String] = []

    @Option(name: .customLong("actor"), help: "A state, force, body, group or person (repeatable).")
    var actors: [String] = []

    @Option(name: .customLong("weapon"), help: "A weapon or a class of weapons (repeatable).")
    var weapons: [String] = []

    @Flag(
        help: "Only reports that are about the places, actors and weapons asked for, not those that mention them once."
    )
    var main = false

    @Flag(help: "Take words as they are typed, without the other spellings of names and words (Kiev, Kyiv, Київ).")
    var literal = false

    @Option(name: .customLong("source"), help: "An outlet (repeatable).")
    var sources: [String] = []

    @Option(name: .customLong("language"), help: "A language code such as en or uk (repeatable).")
    var languages: [String] = []

    @Option(
        name: .customLong("tag"),
        help: ArgumentHelp("A tag that a person gave, see sitrep mark (repeatable).", valueName: "tag")
    )
    var tags: [String] = []

    @Option(
        name: .customLong("path"),
        help: ArgumentHelp(
            "Files of this name, or in a folder of it: gold, '*.txt', 'src/gold/*'; with a slash behind any folder "
                + "(repeatable).",
            valueName: "glob"
        )
    )
    var paths: [String] = []

    @Option(
        name: .customLong("not-region"),
        help: ArgumentHelp("Leave out reports with this place (repeatable).", valueName: "region")
    )
    var excludedRegions: [String] = []

    @Option(
        name: .customLong("not-actor"),
        help: ArgumentHelp("Leave out reports with this actor (repeatable).", valueName: "actor")
    )
    var excludedActors: [String] = []

    @Option(
        name: .customLong("not-weapon"),
        help: ArgumentHelp("Leave out reports with this weapon (repeatable).", valueName: "weapon")
    )
    var excludedWeapons: [String] = []

    @Option(
        name: .customLong("not-source"),
        help: ArgumentHelp("Leave out this outlet (repeatable).", valueName: "source")
    )
    var excludedSources: [String] = []

    @Option(
        name: .customLong("not-language"),
        help: ArgumentHelp("Leave out reports in this language (repeatable).", valueName: "language")
    )
    var excludedLanguages: [String] = []

    @Option(
        name: .customLong("not-tag"),
        help: ArgumentHelp("Leave out reports with this tag (repeatable).", valueName: "tag")
    )
    var excludedTags: [String] = []

    @Option(
        name: .customLong("not-path"),
        help: ArgumentHelp("Leave out files whose path matches (repeatable).", valueName: "glob")
    )
    var excludedPaths: [String] = []

    @Option(
        help: ArgumentHelp(
            "Published on this day or later: \(DateSpan.forms).",
            valueName: "date"
        )
    )
    var from: String?

    @Option(
        help: ArgumentHelp("Tells of something that happened on this day or later.", valueName: "date")
    )
    var happenedFrom: String?

    @Option(
        help: ArgumentHelp("Tells of something that happened on this day or earlier.", valueName: "date")
    )
    var happenedTo: String?

    @Option(help: ArgumentHelp("First taken in on this day or later.", valueName: "date"))
    var addedFrom: String?

    @Option(help: ArgumentHelp("First taken in on this day or earlier.", valueName: "date"))
    var addedTo: String?

    @Option(help: "What to do with undated reports: include, only or exclude.")
    var undated: SearchRequest.Undated?

    @Option(help: "What to do with reports that were marked irrelevant: include, only or exclude.")
    var irrelevant: SearchRequest.Irrelevant?

    /// A request for the reports that the words of a query and the filters choose.
    func request(_ query: [String]) -> SearchRequest {
        var request = SearchRequest()
        request.query = query.joined(separator: " ")
        request.filters = filters
        request.literal = literal
        return request
    }

    var filters: Filters {
        var filters = Filters()
        filters.values = [.region: regions, .actor: actors, .weapon: weapons]
        filters.excludedValues = [.region: excludedRegions, .actor: excludedActors, .weapon: excludedWeapons]
        filters.mainOnly = main
        filters.sources = sources
        filters.excludedSources = excludedSources
        filters.languages = languages
        filters.excludedLanguages = excludedLanguages
        filters.tags = tags
        filters.excludedTags = excludedTags
        filters.irrelevant = irrelevant
        filters.paths = paths
        filters.excludedPaths = excludedPaths
        filters.from = from
        filters.happenedFrom = happenedFrom
        filters.happenedTo = happenedTo
        filters.addedFrom = addedFrom
        filters.addedTo = addedTo
        filters.undated = undated
        return filters
    }
}

extension SearchRequest.Undated: ExpressibleByArgument {}
extension SearchRequest.Irrelevant: ExpressibleByArgument {}
extension SearchRequest.Order: ExpressibleByArgument {}
