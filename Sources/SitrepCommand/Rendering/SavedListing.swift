import Sitrep

/// Saved searches for a person to read.
enum SavedListing {
    /// The names, and what each asks for.
    static func write(_ searches: [SavedSearch], _ style: Style) {
        let names = searches.map { Printable.line($0.name) }
        let width = DisplayWidth.widest(of: names, upTo: 30)
        for (search, name) in zip(searches, names) {
            let command = Printable.line(SavedObject(search).command)
            let label = Style.padded(style.isolated(name), columns: width)
            Output.write(label + "  " + style.hanging(style.isolated(command), indent: width + 2) + "\n")
        }
    }

    /// One search, how it is understood, and what is new.
    static func write(_ search: SavedSearch, _ object: SavedObject, _ style: Style) {
        Output.write(style.title(style.isolated(Printable.line(search.name))) + "\n")
        Output.write(style.labelled("Command", style.isolated(Printable.line(object.command)), width: 10))
        let interpreted = object.interpreted ?? ""
        Output.write(style.labelled("Means", style.isolated(Printable.line(interpreted)), width: 10))
        Output.write(style.labelled("Finds", Printable.count(object.total ?? 0, "report"), width: 10))
        Output.write(style.labelled("New", Printable.count(object.new ?? 0, "report"), width: 10))
    }
}
