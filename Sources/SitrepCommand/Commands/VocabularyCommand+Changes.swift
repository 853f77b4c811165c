import ArgumentParser
import Sitrep

/// `sitrep vocabulary add`
struct VocabularyAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a place, an actor or a weapon of your own.",
        discussion: """
              sitrep vocabulary add actor "Sample Brigade" --parent Russia --alias Samples
              sitrep vocabulary add region "New Village" --parent "Kyiv Oblast"
            """
    )

    @Argument(help: "region, actor or weapon.")
    var facet: FacetKind

    @Argument(help: "The name that is shown and counted; it is looked for in reports as well.")
    var name: String

    @Option(help: ArgumentHelp("What it lies in or belongs to.", valueName: "value"))
    var parent: String?

    @Option(help: ArgumentHelp("What it is, such as town, armed-group or class.", valueName: "word"))
    var kind: String?

    @Option(name: .customLong("alias"), help: "Another spelling (repeatable).")
    var aliases: [String] = []

    @Option(name: .customLong("cased"), help: "A spelling that counts only with these capitals (repeatable).")
    var cased: [String] = []

    @OptionGroup var vocabulary: VocabularyOption
    @OptionGroup var output: FormatOptions

    func run() throws {
        var own = try vocabulary.open()
        let parent = try parent.map { try own.concept($0, in: facet) }
        let concept = try own.add(name, to: facet, parent: parent, kind: kind, aliases: aliases, cased: cased)
        guard !output.quiet else { return }
        VocabularyListing.note("added \(own.label(of: concept)) as \(concept.id)", own)
    }
}

/// `sitrep vocabulary alias`
struct VocabularyAliasCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alias",
        abstract: "Add spellings to a value, be it built in or your own.",
        discussion: """
              sitrep vocabulary alias "Storm Shadow" "Storm Shaddow" "Stormshadow"
              sitrep vocabulary alias --facet actor --cased NATO OTAN
            """
    )

    @Argument(help: ArgumentHelp("A name, an alias, a path or an id.", valueName: "value"))
    var value: String

    @Argument(help: ArgumentHelp("Other spellings.", valueName: "alias"))
    var aliases: [String]

    @Option(help: "region, actor or weapon.")
    var facet: FacetKind?

    @Flag(help: "They count only with the capitals that they have here.")
    var cased = false

    @OptionGroup var vocabulary: VocabularyOption
    @OptionGroup var output: FormatOptions

    func run() throws {
        var own = try vocabulary.open()
        let concept = try own.concept(value, in: facet)
        let others = Dictionary(
            aliases.map { ($0, own.others(spelled: $0, than: concept)) },
            uniquingKeysWith: { first, _ in first }
        )
        let change = try own.add(aliases, to: concept, cased: cased)
        guard !output.quiet else { return }
        for spelling in change.unchanged {
            Output.note("sitrep: " + Printable.line("“\(spelling)” stands for \(own.label(of: concept)) already"))
        }
        for spelling in change.spellings {
            for other in others[spelling] ?? [] {
                let note = "“\(spelling)” stands for \(own.label(of: other)) too; each report decides which it means"
                Output.note("sitrep: " + Printable.line(note))
            }
        }
        guard !change.spellings.isEmpty else { return }
        let spellings = change.spellings.map { "“\($0)”" }.joined(separator: ", ")
        VocabularyListing.note("\(own.label(of: concept)) is also \(spellings)", own)
    }
}

/// `sitrep vocabulary remove`
struct VocabularyRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take a value away, or with --alias spellings of it; what is built in is marked in your own file.",
        discussion: """
              sitrep vocabulary remove "Storm Shadow" --alias SCALP
            """
    )

    @Argument(help: ArgumentHelp("A name, an alias, a path or an id.", valueName: "value"))
    var value: String

    @Option(name: .customLong("alias"), help: "Take away this spelling alone (repeatable).")
    var aliases: [String] = []

    @Flag(help: "Take away all that lies in it as well.")
    var all = false

    @Option(help: "region, actor or weapon.")
    var facet: FacetKind?

    @OptionGroup var vocabulary: VocabularyOption
    @OptionGroup var output: FormatOptions

    func run() throws {
        var own = try vocabulary.open()
        let concept = try own.concept(value, in: facet)
        let label = own.label(of: concept)
        let what: String
        if aliases.isEmpty {
            let count = try own.remove(concept, withAllBelow: all)
            what = "removed \(label)" + (count > 1 ? " and \(count - 1) below it" : "")
        } else {
            for alias in aliases { _ = try own.remove(alias, from: concept) }
            what = aliases.map { "“\($0)”" }.joined(separator: ", ") + " no longer stands for \(label)"
        }
        if !output.quiet { VocabularyListing.note(what, own) }
    }
}

/// `sitrep vocabulary stop`
struct VocabularyStopCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Have phrases stand for nothing, such as the name of a magazine with a weapon's name in it.",
        discussion: """
              sitrep vocabulary stop "Patriot Act" "the Javelin Theatre"
            """
    )

    @Argument(help: ArgumentHelp("The phrases, each as one argument.", valueName: "phrase"))
    var phrases: [String]

    @OptionGroup var vocabulary: VocabularyOption
    @OptionGroup var output: FormatOptions

    func run() throws {
        var own = try vocabulary.open()
        let new = try own.stop(phrases)
        guard !output.quiet else { return }
        if new.isEmpty { return Output.note("sitrep: nothing to do: these phrases stand for nothing already") }
        VocabularyListing.note(new.map { "“\($0)”" }.joined(separator: ", ") + " stands for nothing", own)
    }
}

extension OwnVocabulary {
    /// The facet and the path of a value, for messages.
    func label(of concept: Concept) -> String {
        let path = path(of: concept)
        return "\(concept.facet.rawValue) \((path.isEmpty ? [concept.name] : path).joined(separator: "/"))"
    }

    /// The other values of the same facet that a spelling stands for.
    func others(spelled spelling: String, than concept: Concept) -> [Concept] {
        ((try? concepts(spelling, in: concept.facet)) ?? []).filter { $0.id != concept.id }
    }
}
