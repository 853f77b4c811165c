import Sitrep

/// A whole report for a person to read.
struct ReportText {
    let style: Style

    func write(_ report: ReportDetails) {
        Output.write(style.title(style.wrapped(Printable.line(report.title), indent: 0)) + "\n\n")
        field("Published", report.published.withOrigin)
        field("Source", report.source)
        field("Address", report.url)
        field("Language", report.language)
        field("File", report.path)
        field("Id", report.id)
        field("Key", report.key)
        field("SHA-256", report.digest)
        field("Added", report.added)
        if report.removedBytes > 0 { field("Removed", "\(report.removedBytes) bytes of boilerplate") }
        field("Regions", paths(report.values[.region]))
        field("Actors", paths(report.values[.actor]))
        field("Weapons", paths(report.values[.weapon]))
        field("Happened", report.eventDates.isEmpty ? nil : report.eventDates.map(\.forPeople).joined(separator: " · "))
        Output.write("\n")
        let text = Marking.apply(report.matches, to: report.text) { style.match($0) }
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            Output.write(style.wrapped(String(paragraph), indent: 0) + "\n")
        }
    }

    private func paths(_ values: [ReportValue]?) -> String? {
        guard let values, !values.isEmpty else { return nil }
        return values.map { value in
            let path = value.path.joined(separator: "/")
            let others = value.surfaces.filter { $0 != value.path.last }
            return path + (others.isEmpty ? "" : " (" + others.map { "“\($0)”" }.joined(separator: ", ") + ")")
        }.joined(separator: " · ")
    }

    private func field(_ name: String, _ value: String?) {
        guard let value else { return }
        Output.write(style.labelled(name, Printable.line(value), width: 11))
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
            case .none: "nowhere"
            }
        return "\(text) (from \(place))"
    }
}
