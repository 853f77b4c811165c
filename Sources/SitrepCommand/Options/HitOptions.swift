import ArgumentParser

/// What searches for hits share: in which index, which of its reports, and how they are written.
struct HitOptions: ParsableArguments {
    @OptionGroup var index: IndexesOption
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup var output: FormatOptions

    @Option(help: "text, json, ndjson (a hit a line), csv or trec.")
    var format: HitFormat = .text

    @Flag(help: "Show each report, not one a story.")
    var all = false

    /// What these options say, without anything to search for.
    var invocation: SearchInvocation {
        var invocation = SearchInvocation()
        invocation.indexes = index.folders
        invocation.filters = filters.filters
        invocation.literal = filters.literal
        invocation.write(as: format, output)
        invocation.showsAll = all
        return invocation
    }
}

extension SearchInvocation {
    /// Sets how the answer is written.
    mutating func write(as format: HitFormat, _ output: FormatOptions) {
        self.format = format
        color = output.color
        hyperlinks = output.hyperlinks
        isQuiet = output.quiet
    }
}
