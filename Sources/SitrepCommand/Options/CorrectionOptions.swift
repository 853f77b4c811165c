import ArgumentParser
import Sitrep

/// What a person puts in the place of what was found in reports.
struct CorrectionOptions: ParsableArguments {
    @Option(
        name: .customLong("set-region"),
        help: ArgumentHelp("A place that they have (repeatable).", valueName: "region")
    )
    var regions: [String] = []

    @Option(
        name: .customLong("drop-region"),
        help: ArgumentHelp("A place that they have not, nor what lies in it (repeatable).", valueName: "region")
    )
    var droppedRegions: [String] = []

    @Option(name: .customLong("set-actor"), help: ArgumentHelp("An actor (repeatable).", valueName: "actor"))
    var actors: [String] = []

    @Option(name: .customLong("drop-actor"), help: ArgumentHelp("No such actor (repeatable).", valueName: "actor"))
    var droppedActors: [String] = []

    @Option(name: .customLong("set-weapon"), help: ArgumentHelp("A weapon (repeatable).", valueName: "weapon"))
    var weapons: [String] = []

    @Option(name: .customLong("drop-weapon"), help: ArgumentHelp("No such weapon (repeatable).", valueName: "weapon"))
    var droppedWeapons: [String] = []

    @Option(
        name: .customLong("drop-figure"),
        help: ArgumentHelp(
            "Strike a figure, named as figures shows it: 'launched 193 drones' (repeatable).",
            valueName: "figure"
        )
    )
    var droppedFigures: [String] = []

    @Option(
        name: .customLong("keep-figure"),
        help: ArgumentHelp("A figure that was struck counts again (repeatable).", valueName: "figure")
    )
    var keptFigures: [String] = []

    @Flag(help: "Take values that no vocabulary knows; give their paths.")
    var newValues = false

    @Option(help: ArgumentHelp("When they were published: a day, a month or a year.", valueName: "date"))
    var setDate: String?

    @Flag(help: "They have no date.")
    var dropDate = false

    @Option(help: ArgumentHelp("Their headline.", valueName: "text"))
    var setTitle: String?

    @Option(
        help: ArgumentHelp(
            "Say nothing of this any more: \(MarkedField.allCases.map(\.rawValue).joined(separator: ", ")) (repeatable).",
            valueName: "field"
        )
    )
    var unset: [MarkedField] = []

    func validate() throws {
        guard setDate == nil || !dropDate else {
            throw ValidationError("--set-date and --drop-date contradict each other")
        }
    }

    /// What is said of the date; `nil` for nothing.
    var date: MarkedDate? {
        get throws { try setDate.map { try MarkedDate.read($0) } ?? (dropDate ? MarkedDate.none : nil) }
    }

    /// Takes all over but a date, which can be wrong.
    func apply(to change: inout MarkChange) {
        for (facet, set, dropped) in [
            (FacetKind.region, regions, droppedRegions), (.actor, actors, droppedActors),
            (.weapon, weapons, droppedWeapons),
        ] {
            if !set.isEmpty { change.set[facet] = set }
            if !dropped.isEmpty { change.dropped[facet] = dropped }
        }
        change.droppedFigures = droppedFigures
        change.keptFigures = keptFigures
        change.takesNewValues = newValues
        if setDate != nil || dropDate { change.date = MarkedDate.none }
        change.title = setTitle
        change.unset = Set(unset)
    }
}

extension MarkedField: ExpressibleByArgument {}
