import ArgumentParser
import Sitrep

/// `sitrep vocabulary`: what Sitrep knows, and the user's own names in it.
struct VocabularyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vocabulary",
        abstract: "Look up places, actors and weapons, and teach Sitrep names of your own.",
        discussion: """
            Changes go into readable files in a folder of your own, which upgrades leave alone; sitrep reindex then \
            looks again at the reports that they touch.

              sitrep vocabulary list --facet weapon shahed
              sitrep vocabulary alias "Storm Shadow" "Storm Shaddow"
              sitrep vocabulary add actor "Sample Legion" --parent Russia
              sitrep reindex
            """,
        subcommands: [
            VocabularyListCommand.self, VocabularyShowCommand.self, VocabularyAddCommand.self,
            VocabularyAliasCommand.self, VocabularyRemoveCommand.self, VocabularyStopCommand.self,
        ]
    )

    /// What to do after a change.
    static let next = "take it over with: sitrep reindex"
}

/// `sitrep vocabulary list`
struct VocabularyListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List values with their paths and ids.",
        discussion: """
              sitrep vocabulary list shahed
              sitrep vocabulary list --facet region kursk
              sitrep vocabulary list --own
            """
    )

    @Argument(help: "Only those with a name or spelling that has these words, or their beginnings.")
    var text: [String] = []

    @Option(help: "region, actor or weapon.")
    var facet: FacetKind?

    @Flag(help: "Only what your own files say something about.")
    var own = false

    @OptionGroup var vocabulary: VocabularyOption
    @OptionGroup var output: FormatOptions

    @Option(help: "text, json (an array) or csv.")
    var format: CountFormat = .text

    func run() throws {
        let vocabulary = try vocabulary.open()
        let concepts = (facet.map { [$0] } ?? FacetKind.allCases).flatMap {
            vocabulary.list($0, matching: text.joined(separator: " "), ownOnly: own)
        }
        try VocabularyListing(vocabulary: vocabulary, style: output.style).write(concepts, format)
        if concepts.isEmpty { throw ExitCode(1) }
    }
}

/// `sitrep vocabulary show`
struct VocabularyShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show values: path, spellings and where they come from, what lies in them, how many reports.",
        discussion: """
            Without a value: what lies in no other, such as states. Long lists are cut; --verbose shows all.

              sitrep vocabulary show Kiev SCALP
              sitrep vocabulary show --facet weapon
            """
    )

    @Argument(help: ArgumentHelp("Names, aliases, paths or ids.", valueName: "value"))
    var values: [String] = []

    @Option(help: "region, actor or weapon.")
    var facet: FacetKind?

    @OptionGroup var vocabulary: VocabularyOption
    @OptionGroup var output: FormatOptions

    @Option(help: "text or json (an array).")
    var format: ObjectFormat = .text

    func run() throws {
        let own = try vocabulary.open()
        let listing = VocabularyListing(vocabulary: own, style: output.style, isVerbose: output.verbose)
        guard !values.isEmpty else { return try writeTops(own, listing) }
        let concepts = try values.flatMap { try own.concepts($0, in: facet) }
        // Without an index, there are no reports to count.
        let index = try? OpenIndexes.open(vocabulary.index.path)
        let details = try concepts.map { concept in
            ConceptObject(concept, in: own, reports: try index?.reportCount(of: concept.id, in: concept.facet))
        }
        switch format {
        case .json: try JSONOutput.write(list: details)
        case .text:
            for (number, detail) in details.enumerated() {
                if number > 0 { Output.write("\n") }
                listing.write(detail)
            }
        }
    }

    /// Writes the values that lie in no other.
    private func writeTops(_ own: OwnVocabulary, _ listing: VocabularyListing) throws {
        let lists = (facet.map { [$0] } ?? FacetKind.allCases).map { facet in
            let all = own.list(facet)
            let tops = all.filter { own.path(of: $0).count == 1 }.sorted { $0.name < $1.name }
            return (facet: facet, all: all.count, tops: tops)
        }
        switch format {
        case .json:
            try JSONOutput.write(list: lists.flatMap(\.tops).map { ConceptObject.Summary($0, in: own) })
        case .text: for list in lists { listing.write(list.tops, of: list.all, list.facet) }
        }
    }
}
