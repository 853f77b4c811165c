import Sitrep

/// A whole report for a person to read.
struct ReportText {
    let style: Style

    /// What stands between two reports.
    var rule: String { style.faint(String(repeating: "─", count: min(style.width ?? Self.ruleWidth, Self.ruleWidth))) }

    private static let ruleWidth = 40

    func write(_ report: ReportDetails) {
        let title = style.isolated(Printable.line(report.title))
        for line in style.lines(title, limit: Style.proseWidth) { Output.write(style.title(line) + "\n") }
        Output.write("\n")
        field("Published", report.published.withOrigin)
        field("Source", report.source)
        field("Address", report.url)
        field("Language", report.language)
        field("File", report.path) { style.link($0, to: report.path) }
        field("Index", report.index)
        field("Id", report.id)
        field("Key", report.key)
        field("SHA-256", report.digest)
        field("Added", report.added)
        if report.removedBytes > 0 { field("Removed", "\(report.removedBytes) bytes of boilerplate") }
        values("Regions", paths(report.values[.region]))
        values("Actors", paths(report.values[.actor]))
        values("Weapons", paths(report.values[.weapon]))
        values("Happened", report.eventDates.map(\.forPeople))
        for (index, figure) in report.figures.enumerated() {
            field(index == 0 || style.width == nil ? "Figures" : "", FigureWords.line(figure))
        }
        if let marks = report.marks {
            Output.write("\n")
            MarkText(style: style).write(marks, title: report.foundTitle, published: report.foundPublished)
        }
        Output.write("\n")
        let text = Marking.apply(report.matches, to: report.text) { style.match($0) }
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            Output.write(style.wrapped(style.isolated(String(paragraph)), limit: Style.proseWidth) + "\n")
        }
    }

    private func paths(_ values: [ReportValue]?) -> [String] {
        (values ?? []).map { value in
            let path = value.path.joined(separator: "/")
            let others = value.surfaces.filter { $0 != value.path.last }
            return path + (others.isEmpty ? "" : " (" + others.map { "“\($0)”" }.joined(separator: ", ") + ")")
        }
    }

    private func values(_ name: String, _ values: [String]) {
        let shown = values.map { style.isolated(Printable.line($0)) }
        Output.write(style.labelled(name, values: shown, width: 11))
    }

    private func field(_ name: String, _ value: String?, decorate: (String) -> String = { $0 }) {
        guard let value else { return }
        Output.write(style.labelled(name, style.isolated(Printable.line(value)), width: 11, decorate: decorate))
    }
}

extension EventDate {
    /// The date, or the first and the last of a run, and how it is written.
    var forPeople: String { ends.joined(separator: " to ") + " (“\(surface)”)" }
}

extension PublishedDate {
    /// The date and where it was found, for a person.
    var withOrigin: String {
        guard let text else { return "unknown" }
        let place =
            switch origin {
            case .record: "the record"
            case .metadata: "the page's metadata"
            case .timeElement: "a time element of the page"
            case .url: "the address only"
            case .dateline: "the dateline"
            case .byline: "the byline"
            case .lastUpdated: "“last updated”"
            case .caption: "a caption only"
            case .mark: "a person’s mark"
            case .none: "nowhere"
            }
        return "\(text) (from \(place))"
    }
}
