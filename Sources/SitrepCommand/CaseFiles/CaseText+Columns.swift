import Sitrep

extension CaseText {
    /// A report in the list of all: what it is, and its text.
    static func entry(_ report: ReportDetails, _ file: String) -> String {
        let facts = [report.published.text ?? "no date", report.source.map { Printable.line($0) }].compactMap { $0 }
        let title = title(report)
        return "- \(title.isEmpty ? Printable.line(report.id) : title)\n  \(facts.joined(separator: ", ")): \(file)"
    }

    /// What the columns of the tables mean.
    static let columns = """
        reports.csv
          key             names the report in all tables and in the names of its files
          id              as the source names it, or its file
          title           the headline
          published       day, month or year of publication; empty where it is not known
          precision       day, month or year
          date_from       where the date was found: the record, the page, its address, the text, a mark, ...
          source          the outlet
          url, language   the address, and the language (ISO 639-1)
          region, actor, weapon
                          what the text names, as paths from the widest on; several are parted by "; "
          happened        days of events that the text names; a run has ".." between its ends
          tags, note, irrelevant
                          what persons said, as in marks.csv
          path            where the original was when it was indexed
          sha256          of the original's bytes
          added           when it first came into the index (UTC)
          original        its file in this folder; empty where it is not there
          original_state  verified (it is what was indexed), changed or missing
          text            the file of its cleaned text

        figures.csv
          key, id         the report
          kind            launched, intercepted, killed, ...: what was done to the counted things
          least, most     what the number may be; one is empty where only the other is said (at least 20)
          unit            what is counted; km2 is square kilometres
          qualifier       how exact the number is said to be: about, over, dozens, ...
          subject         whose the counted things are
          weapon          the counted weapon; for people, what struck them
          place           where
          day, until      when: a day, week, month or year, and the last of a run
          precision       day, week, month or year
          claimant        who says so; empty for the report's own voice
          surface         how the text writes it, on one line
          in_title        yes where it stands in the title
          start, end      where it stands in the file of the text: bytes of UTF-8 from the file's first on,
                          end behind the last; empty where the title is written otherwise there

        marks.csv
          key, id         the report
          field           tag, note, irrelevant, set-... (the report has the value), drop-... (it has not)
          value           what is said; figures by kind, number and unit
          by, at          who said so and when (UTC), as far as that is known
        """
}
