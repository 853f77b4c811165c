/// What a person says of a report as its index holds it, with what was found in the places of what was set.
struct AppliedMarks: Equatable, Sendable {
    var marks: ReportMarks
    /// The title that was found, where a person gave another one.
    var foundTitle: String?
    /// The date that was found, where a person said another one.
    var foundPublished: PublishedDate?

    /// Puts what a person says of the title and the date in the place of what was found.
    init(_ marks: ReportMarks, to article: inout Article) {
        self.marks = marks
        if let title = marks.title {
            foundTitle = article.title
            article.title = title
        }
        if let date = marks.date {
            foundPublished = article.published
            article.published = date.published
        }
    }

    /// What tells these marks from any other.
    static func digest(of marks: ReportMarks) -> String {
        var out = ByteWriter()
        write(marks, to: &out)
        return String(SHA256Digest.hex(out.bytes).prefix(16))
    }

    private static let facets: [FacetKind] = [.region, .actor, .weapon]

    func write(to out: inout ByteWriter) {
        Self.write(marks, to: &out)
        out.write(foundTitle)
        out.write(foundPublished == nil ? 0 : 1)
        if let foundPublished { out.write(foundPublished) }
    }

    private static func write(_ marks: ReportMarks, to out: inout ByteWriter) {
        out.write(marks.tags) { $0.write($1) }
        out.write(marks.note)
        out.write(marks.isIrrelevant ? 1 : 0)
        for facet in facets {
            out.write(marks.set[facet] ?? []) { $0.write($1) }
            out.write(marks.dropped[facet] ?? []) { $0.write($1) }
        }
        out.write(marks.date == nil ? 0 : 1)
        if let date = marks.date { out.write(date.published) }
        out.write(marks.title)
        out.write(marks.by)
        out.write(marks.at)
        out.write(marks.droppedFigures) { $0.write($1) }
        out.write(marks.authors.sorted { $0.key < $1.key }) { out, said in
            out.write(said.key)
            out.write(said.value.by)
            out.write(said.value.at)
        }
    }

    init(decoding input: inout ByteReader) throws(ByteReader.Malformed) {
        func strings(_ input: inout ByteReader) throws(ByteReader.Malformed) -> [String] {
            try input.list { reader throws(ByteReader.Malformed) in try reader.string() }
        }
        marks = ReportMarks()
        marks.tags = try strings(&input)
        marks.note = try input.optionalString()
        marks.isIrrelevant = try input.int() != 0
        for facet in Self.facets {
            let (set, dropped) = (try strings(&input), try strings(&input))
            if !set.isEmpty { marks.set[facet] = set }
            if !dropped.isEmpty { marks.dropped[facet] = dropped }
        }
        if try input.int() != 0 {
            let published = try input.published()
            marks.date =
                published.date.flatMap { date in published.precision.map { .published(date, $0) } } ?? MarkedDate.none
        }
        marks.title = try input.optionalString()
        marks.by = try input.optionalString()
        marks.at = try input.optionalString()
        marks.droppedFigures = try strings(&input)
        let authors = try input.list { reader throws(ByteReader.Malformed) in
            let name = try reader.string()
            return (name, MarkAuthor(by: try reader.optionalString(), at: try reader.optionalString()))
        }
        marks.authors = Dictionary(authors, uniquingKeysWith: { $1 })
        foundTitle = try input.optionalString()
        foundPublished = try input.int() == 0 ? nil : try input.published()
    }
}

extension ByteWriter {
    mutating func write(_ published: PublishedDate) {
        write(published.date?.daysSince1970.zigzag ?? 0)
        write(published.date == nil ? nil : published.precision?.rawValue)
        write(published.origin.rawValue)
    }
}

extension ByteReader {
    mutating func published() throws(Malformed) -> PublishedDate {
        let day = try int()
        let precision = try optionalString().flatMap { PublishedDate.Precision(rawValue: $0) }
        guard let origin = PublishedDate.Origin(rawValue: try string()) else { throw Malformed() }
        return PublishedDate(
            date: precision == nil ? nil : CalendarDate(daysSince1970: Int(zigzag: day)),
            precision: precision,
            origin: origin
        )
    }
}
