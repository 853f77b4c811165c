import Sitrep

/// What indexing would take from a report, for a person to read.
struct ExtractionText {
    let style: Style
    /// Shows the text, which a coloured terminal always does, and what was taken out of it.
    let isVerbose: Bool

    /// Where what stands beside the names of fields begins.
    private static let indent = 11
    /// The longest path that others are lined up with.
    private static let pathColumns = 40

    func write(_ report: ExtractedReport, isFirst: Bool) {
        if !isFirst { Output.write("\n") }
        Output.write(style.link(style.faint(style.isolated(Printable.line(report.id))), to: report.path) + "\n")
        let marked = MarkedMentions(report, style: style)
        Output.write(style.wrapped(style.isolated(marked.title), limit: Style.proseWidth) + "\n")
        field("published", report.article.published.withOrigin)
        field("source", report.article.source)
        field("address", report.article.url)
        field("language", report.article.language)
        for facet in FacetKind.allCases { values(facet, report.values[facet] ?? []) }
        for date in report.eventDates { field("happened", date.forPeople) }
        for figure in report.figures { field("figure", FigureWords.line(figure)) }
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

    /// The values of a facet: their paths, and beside them or below how often and how they are mentioned.
    ///
    /// On a terminal the facet's name stands before the first alone; in a pipe each line says what it is.
    private func values(_ facet: FacetKind, _ values: [ExtractedValue]) {
        let indent = Self.indent
        let paths = values.map { style.isolated(Printable.line($0.path.joined(separator: "/"))) }
        let widest = DisplayWidth.widest(of: paths, upTo: Self.pathColumns)
        for (index, value) in values.enumerated() {
            let surfaces = value.surfaces.map { "“\($0)”" }.joined(separator: ", ")
            let times = value.mentions == 1 ? "once" : "\(value.mentions) times"
            let how = value.mentions == 0 ? "given by the record" : "\(times), as \(surfaces)"
            let mentions = style.isolated(Printable.line(how))
            let isNamed = index == 0 || style.width == nil
            let label = Style.padded(isNamed ? facet.rawValue : "", columns: indent)
            let room = (style.width ?? .max) - indent - DisplayWidth.columns(mentions) - 2
            if DisplayWidth.columns(paths[index]) <= room {
                // Lined up with the others where there is room for that too.
                let columns = style.width != nil && widest <= room ? widest : 0
                let path = Style.padded(paths[index], columns: columns)
                Output.write(style.heading(label) + path + "  " + style.faint(mentions) + "\n")
            } else {
                Output.write(style.heading(label) + paths[index] + "\n")
                for line in style.lines(mentions, indent: indent + 2) {
                    Output.write(String(repeating: " ", count: indent + 2) + style.faint(line) + "\n")
                }
            }
        }
    }

    private func field(_ name: String, _ value: String?) {
        guard let value else { return }
        Output.write(style.labelled(name, style.isolated(Printable.line(value)), width: Self.indent))
    }
}
