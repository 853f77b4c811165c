/// What charts of answers tell, in the same words.
extension Chart {
    /// A query for a title: on one line, and apart from what stands around it.
    static func named(_ query: String) -> String {
        PictureText.isolated(query.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    /// The line that tells what was asked for.
    static func asked(_ interpreted: String) -> String {
        "Query: " + (interpreted.isEmpty ? "all reports" : PictureText.isolated(interpreted))
    }

    /// How many stories reports tell, to stand behind their number; empty where it is the same.
    static func told(_ stories: Int, by reports: Int) -> String {
        stories < reports ? " (" + NumberText.count(stories, "story") + ")" : ""
    }

    /// How many reports would match but for their date or their mark, to stand behind a number; empty where none would.
    static func leftOut(undated: Int, irrelevant: Int) -> String {
        (undated > 0 ? "; \(NumberText.grouped(undated)) more without a date" : "")
            + (irrelevant > 0 ? "; \(NumberText.grouped(irrelevant)) more marked irrelevant" : "")
    }

    /// The note that tells how old a picture is, and what it was drawn from.
    ///
    /// - Parameters:
    ///   - today: the day on which it is drawn; `nil` for this day.
    ///   - updated: when the index was last changed.
    static func origin(drawn today: CalendarDate?, from updated: String, revision: Int) -> String {
        "Drawn on \(today ?? Timestamp.localToday()) from an index of \(updated.prefix(10)), revision \(revision), by Sitrep."
    }
}
