import Sitrep

/// What a user could mend, for a person to read: each finding, and below it what to do.
struct CheckupText {
    let style: Style

    func write(_ checkup: IndexCheckup) {
        Output.write(Printable.count(checkup.reports, "report") + "\n")
        findings("Undated", checkup.undated, "see them with: sitrep search --undated only")
        findings(
            "Without a place",
            checkup.withoutRegion,
            "where they name one: sitrep vocabulary add region \"…\" --parent \"…\""
        )
        findings("Without an actor", checkup.withoutActor, "where they name one: sitrep vocabulary add actor \"…\"")
        names(
            "Unknown names",
            checkup.names,
            {
                "for a spelling of a known one: sitrep vocabulary alias VALUE \($0), "
                    + "else: sitrep vocabulary add actor \($0)"
            }
        )
        names("Unknown designators", checkup.designators) { "sitrep vocabulary add weapon \($0) --parent \"…\"" }
        marks(checkup)
        markedValues(checkup.markedValues)
        searches(checkup)
        failures(checkup.failures)
    }

    private func marks(_ checkup: IndexCheckup) {
        if let remark = checkup.marksRemark {
            heading("Marks")
            advice(remark)
        }
        guard !checkup.marks.isEmpty else { return }
        heading("Marked reports that have changed or are gone")
        for mark in checkup.marks {
            let what = MarksListing.told(mark.state) ?? ""
            Output.write("  \(style.isolated(Printable.line(mark.report.id)))  \(what), line \(mark.line)\n")
        }
        advice("the marks are kept; see them with: sitrep mark --list, and take one away with: sitrep mark ID --clear")
    }

    private func searches(_ checkup: IndexCheckup) {
        if let remark = checkup.searchesRemark {
            heading("Saved searches")
            advice(remark)
        }
        guard let first = checkup.searches.first else { return }
        heading("Saved searches that can no longer be run")
        for search in checkup.searches {
            let lines = style.lines(Printable.line(search.reason), indent: 4)
            Output.write("  \(style.isolated(Printable.line(search.name)))\n")
            for line in lines { Output.write("    " + style.faint(line) + "\n") }
        }
        advice("mend it in saved.yaml, or take it away with: sitrep saved remove \(Self.argument(first.name))")
    }

    private func markedValues(_ values: [DoubtfulValue]) {
        guard !values.isEmpty else { return }
        heading("Marked values that are unknown or may be several")
        for value in values { Output.write("  line \(value.line)  \(Printable.line(value.message))\n") }
        advice("write the path of the one that is meant into marks.yaml, then: sitrep reindex")
    }

    private func findings(_ title: String, _ findings: IndexCheckup.Findings, _ advice: String) {
        guard findings.count > 0 else { return }
        heading("\(title): \(Printable.count(findings.count, "report"))")
        for id in findings.ids { Output.write("  \(style.isolated(Printable.line(id)))\n") }
        if findings.ids.count < findings.count { Output.write("  … \(findings.count - findings.ids.count) more\n") }
        self.advice(advice)
    }

    private func names(_ title: String, _ names: [IndexCheckup.UnknownName], _ advice: (String) -> String) {
        guard let first = names.first else { return }
        heading(title)
        for name in names {
            let name = (
                text: FacetText.number(name.reports) + "  " + style.isolated(Printable.line(name.text)),
                example: style.isolated(Printable.line(name.example))
            )
            let columns = DisplayWidth.columns(name.text) + 2 + DisplayWidth.columns(name.example)
            let gap = style.width.map { columns > $0 } == true ? "\n" + String(repeating: " ", count: 11) : "  "
            Output.write(name.text + gap + style.faint(name.example) + "\n")
        }
        self.advice(advice(Self.argument(first.text)))
    }

    private func failures(_ failures: [IndexCheckup.FailedFile]) {
        guard !failures.isEmpty else { return }
        heading("Not read, or not wholly")
        for file in failures {
            Output.write("  \(Printable.line(file.path))  \(Printable.count(file.failures, "failure"))\n")
        }
        advice("try again and see why with: sitrep reindex")
    }

    private func heading(_ text: String) { Output.write("\n" + style.heading(text) + "\n") }

    private func advice(_ text: String) {
        let lines = style.lines(Printable.line(text), indent: 4)
        for (index, line) in lines.enumerated() {
            Output.write("  " + (index == 0 ? style.faint("→") : " ") + " " + line + "\n")
        }
    }

    /// A name as a shell takes it.
    static func argument(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
        if isPlain, !text.hasPrefix("-") { return text }
        // Inside single quotes nothing but the quote itself means anything to a shell.
        return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

/// What a user could mend, as JSON.
struct CheckupObject: Encodable {
    let reports: Int
    let undated: Findings
    let withoutRegion: Findings
    let withoutActor: Findings
    let names: [Name]
    let designators: [Name]
    let marks: [ListedMarkObject]
    let markedValues: [MarkedValue]
    let marksRemark: OrNull<String>
    let searches: [Search]
    let searchesRemark: OrNull<String>
    let failures: [Failure]

    struct Findings: Encodable {
        let count: Int
        let ids: [String]
    }

    struct Name: Encodable {
        let text: String
        let reports: Int
        let example: String
    }

    struct Search: Encodable {
        let name: String
        let reason: String
    }

    struct MarkedValue: Encodable {
        let facet: String
        let value: String
        let line: Int
        let paths: [String]
        let near: [String]
    }

    struct Failure: Encodable {
        let path: String
        let failures: Int
    }

    init(_ checkup: IndexCheckup) {
        func findings(_ found: IndexCheckup.Findings) -> Findings { Findings(count: found.count, ids: found.ids) }
        func names(_ list: [IndexCheckup.UnknownName]) -> [Name] {
            list.map { Name(text: $0.text, reports: $0.reports, example: $0.example) }
        }
        reports = checkup.reports
        undated = findings(checkup.undated)
        withoutRegion = findings(checkup.withoutRegion)
        withoutActor = findings(checkup.withoutActor)
        self.names = names(checkup.names)
        designators = names(checkup.designators)
        marks = checkup.marks.map { ListedMarkObject($0) }
        markedValues = checkup.markedValues.map {
            MarkedValue(facet: $0.facet.rawValue, value: $0.value, line: $0.line, paths: $0.paths, near: $0.near)
        }
        marksRemark = OrNull(checkup.marksRemark)
        searches = checkup.searches.map { Search(name: $0.name, reason: $0.reason) }
        searchesRemark = OrNull(checkup.searchesRemark)
        failures = checkup.failures.map { Failure(path: $0.path, failures: $0.failures) }
    }
}
