import ArgumentParser
import Sitrep

/// `sitrep saved run`
struct SavedRunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a saved search, or all of them.",
        discussion: """
            With --new only what first came into the index since the search last ran with --new; the first time, all. \
            What was shown counts as seen when the output has been written whole, and not before. Exit status 0 when \
            something was found, 1 when nothing was.

              sitrep saved run kursk
              sitrep saved run kursk --new --format ndjson
              sitrep saved run kursk --since yesterday
              sitrep saved run --all --new
            """
    )

    @Argument(help: "The name of the search.")
    var name: String?

    @Flag(
        help:
            "Without a name: run all saved searches, and name each that finds something. With one: each report, not one a story."
    )
    var all = false

    @Flag(help: "Only reports that are new for the search.")
    var new = false

    @Option(
        help: ArgumentHelp(
            "Only reports that first came in on this day or later; what counts as seen stays as it is.",
            valueName: "date"
        )
    )
    var since: String?

    @OptionGroup var index: IndexOption
    @OptionGroup var output: FormatOptions

    @Option(help: "text, json, ndjson (a hit a line), csv or trec; without a name text or json (an array).")
    var format: HitFormat = .text

    @Flag(help: ArgumentHelp("Show each report, not one a story.", visibility: .hidden))
    var ungrouped = false

    @Flag(help: "The paths of the files alone, each once.")
    var paths = false

    @Flag(name: .customLong("print0"), help: "The same with a NUL behind each path, for xargs -0.")
    var endsWithNull = false

    @Option(
        help: ArgumentHelp(
            "How many hits (default: 10; all for ndjson, csv and paths, and for what is new).",
            valueName: "n"
        )
    )
    var limit: Limit?

    @Option(help: ArgumentHelp("How many hits to pass over.", valueName: "n"))
    var offset: Int?

    @Option(help: ArgumentHelp("How many values a facet shows: a number, 0 for none, or all.", valueName: "n"))
    var facets: Limit = .some(10)

    func validate() throws {
        guard name != nil || all else { throw ValidationError("name a search, or give --all") }
        guard offset ?? 0 >= 0 else { throw ValidationError("--offset must not be negative") }
        guard !new || (limit == nil && offset == nil) else {
            throw ValidationError("--new shows all that is new: leave --limit and --offset out")
        }
        guard !(paths || endsWithNull) || format == .text else {
            throw ValidationError("--paths and --print0 write paths alone: leave --format out")
        }
        guard name != nil || ((format == .text || format == .json) && !paths && !endsWithNull) else {
            throw ValidationError("--all without a name writes text or json")
        }
    }

    func run() throws {
        let searchIndex = try index.open(output)
        let saved = SavedSearches(index: try index.path)
        guard let name else { return try runAll(saved, searchIndex) }
        let search = try saved.search(named: name)
        let seen = showsNews ? try saved.seen(by: name) : nil
        let moment = try searchIndex.moment()
        let isChanged = showsNews ? try saved.isChanged(search) : false
        let total = try write(search, invocation(search, seen, moment), searchIndex)
        Output.complete()
        if isChanged { Self.tellChanged(search.name) }
        if showsNews { try saved.note(search, sawUpTo: moment, before: seen) }
        if total == 0 { throw ExitCode(1) }
    }

    /// Writes what a search finds and returns how many reports that are.
    private func write(
        _ search: SavedSearch,
        _ invocation: SearchInvocation,
        _ searchIndex: SearchIndex
    ) throws -> Int {
        guard format == .text, invocation.pathEnding == nil, new || since != nil else {
            return try invocation.write(searchIndex)
        }
        let results = try searchIndex.search(invocation.request)
        if results.total > 0 {
            invocation.text.write(results)
        } else if !output.quiet {
            Output.write(output.style.wrapped("Nothing new for \(output.style.isolated(search.name))") + "\n")
        }
        return results.total
    }

    /// Runs all searches and writes those that find something. A search that cannot be run is told, and the others are.
    private func runAll(_ saved: SavedSearches, _ searchIndex: SearchIndex) throws {
        let searches = try saved.all()
        let moment = try searchIndex.moment()
        var shown: [SavedResults] = []
        var notes: [(search: SavedSearch, seen: IndexMoment?)] = []
        var failure: SitrepError?
        for search in searches {
            do {
                let seen = showsNews ? try saved.seen(by: search.name) : nil
                let invocation = invocation(search, seen, moment)
                let results = try searchIndex.search(invocation.request)
                if showsNews { notes.append((search, seen)) }
                guard results.total > 0 else { continue }
                if format == .text {
                    if !shown.isEmpty { Output.write("\n") }
                    Output.write(output.style.heading(output.style.isolated(search.name)) + "\n")
                    invocation.text.write(results)
                }
                // Of text nothing is kept but that there was some.
                shown.append(SavedResults(name: search.name, results: format == .json ? results : nil, facets: facets))
            } catch let error as SitrepError where error.code == .usage {
                Output.error("saved search “\(search.name)”: \(error.message)", hint: error.hint)
                failure = failure ?? error
            }
        }
        if format == .json { try JSONOutput.write(list: shown) }
        Output.complete()
        for (search, seen) in notes {
            if try saved.isChanged(search) { Self.tellChanged(search.name) }
            try saved.note(search, sawUpTo: moment, before: seen)
        }
        if let failure { throw ExitCode(failure.exitStatus) }
        if shown.isEmpty { throw ExitCode(1) }
    }

    /// Says that a search asks for something else than before.
    private static func tellChanged(_ name: String) {
        let name = Printable.line(name)
        Output.note(
            "sitrep: “\(name)” was changed since it last showed what was new: what was in the index then was never shown; "
                + "to see all that it finds: sitrep saved run '\(name)'"
        )
    }

    /// Whether what is new is asked for, and counts as seen then.
    private var showsNews: Bool { new && since == nil }

    private func invocation(_ search: SavedSearch, _ seen: IndexMoment?, _ moment: IndexMoment) -> SearchInvocation {
        var invocation = SearchInvocation()
        invocation.query = search.query.isEmpty ? [] : [search.query]
        invocation.filters = search.filters
        if let since { invocation.filters.addedFrom = since }
        invocation.literal = search.literal
        invocation.order = search.order
        invocation.runs = showsNews ? moment.newRuns(after: seen) : nil
        invocation.mayRelax = false
        invocation.write(as: format, output)
        invocation.showsAll = ungrouped || (all && name != nil)
        invocation.pathEnding = endsWithNull ? .null : paths ? .line : nil
        invocation.limit = new || since != nil ? (limit ?? .all) : limit
        invocation.offset = offset ?? 0
        invocation.facets = facets
        return invocation
    }
}
