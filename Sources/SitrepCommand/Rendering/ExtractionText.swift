import Sitrep

/// What indexing would take from a report, for a person to read.
struct ExtractionText {
    let style: Style
    /// Shows the text, which a coloured terminal always does, and what was taken out of it.
    let isVerbose: Bool

    func write(_ report: ExtractedReport, isFirst: Bool) {
        if !isFirst { Output.write("\n") }
        Output.write(style.link(style.faint(style.isolated(Printable.line(report.id))), to: report.path) + "\n")
        let marked = MarkedMentions(report, style: style)
        Output.write(style.wrapped(style.isolated(marked.title), limit: Style.proseWidth) + "\n")
        field("published", report.article.published.withOrigin)
        field("source", report.article.source)
        field("address", report.article.url)
        field("language", report.article.language)
        for facet in FacetKind.allCases {
            for value in report.values[facet] ?? [] {
                let surfaces = value.surfaces.map { "“\($0)”" }.joined(separator: ", ")
                let times = value.mentions == 1 ? "once" : "\(value.mentions) times"
                let how = value.mentions == 0 ? "given by the record" : "\(times), as \(surfaces)"
                field(facet.rawValue, "\(value.path.joined(separator: "/"))  \(how)")
            }
        }
        for date in report.eventDates { field("happened", date.forPeople) }
        let removed = report.article.removedBytes
        if removed > 0 { field("removed", "\(removed) bytes of boilerplate") }
        if isVerbose {
            for passage in report.article.removed {
                field("  " + passage.reason, Printable.line(passage.text))
            }
        }
        // On a terminal the mentions can be seen where they stand.
        if style.isColored {
            write(marked)
        } else if isVerbose {
            Output.write("\n" + Printable.text(report.article.text) + "\n")
        }
    }

    private func write(_ marked: MarkedMentions) {
        Output.write("\n" + FacetKind.allCases.map { style.facet($0.rawValue, $0) }.joined(separator: "  ") + "\n\n")
        for paragraph in marked.text.split(separator: "\n", omittingEmptySubsequences: false) {
            Output.write(style.wrapped(style.isolated(String(paragraph)), limit: Style.proseWidth) + "\n")
        }
    }

    private func field(_ name: String, _ value: String?) {
        guard let value else { return }
        Output.write(style.labelled(name, style.isolated(Printable.line(value)), width: 11))
    }
}
