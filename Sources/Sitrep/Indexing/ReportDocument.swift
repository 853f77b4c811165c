internal import Xapian

/// Turns a prepared report into a Xapian document, as the ``Schema`` says.
enum ReportDocument {
    /// The document of a report, with its ``ContentSum`` behind the data.
    ///
    /// - Parameters:
    ///   - concepts: the concepts of the report and their parents.
    ///   - file: the term of the file it came from.
    ///   - hasKeyTerms: whether the keys of ``StoryBands`` are terms of it, as they are not in the file of bands.
    static func make(
        _ report: PreparedReport,
        record: StoredRecord,
        concepts: ReportConcepts,
        file: FileKey,
        hasKeyTerms: Bool
    ) throws(XapianError) -> FlatDocument {
        var document = FlatDocument()
        document.add(report.words.postings)
        document.add(report.words.prefixed)
        addIdentity(to: &document, record: record, file: file)
        try addFacets(to: &document, record: record, concepts: concepts)
        addNames(to: &document, report)
        for edge in report.edges.terms { document.addBooleanTerm(edge.term) }
        addDate(to: &document, record: record)
        try addEventDates(to: &document, EventDateTerms(report.eventDates))
        if let marks = record.applied?.marks { try add(marks, to: &document) }
        addFigures(to: &document, report.claims)
        set(report.fingerprint.encoded(), in: Schema.storyFingerprint, of: &document)
        let data = record.encoded()
        document.setData(data + ContentSum(words: report.words.sum, document, record: data).encoded)
        if hasKeyTerms {
            for term in StoryBands.terms(of: report.fingerprint) { document.addBooleanTerm(term) }
        }
        return document
    }

    private static func addIdentity(
        to document: inout FlatDocument,
        record: StoredRecord,
        file: FileKey
    ) {
        document.addBooleanTerm(Schema.id.term(record.id))
        document.addBooleanTerm(Schema.key.term(record.key))
        document.addBooleanTerm(file.term)
        document.addBooleanTerm(Schema.run.term(String(record.run)))
        document.addBooleanTerm(Schema.term(ofDigest: record.digest))
        set(Array(record.added.utf8), in: Schema.added, of: &document)
    }

    private static func addFacets(
        to document: inout FlatDocument,
        record: StoredRecord,
        concepts: ReportConcepts
    ) throws(XapianError) {
        for facet in FacetKind.allCases {
            guard let ids = concepts.all[facet], !ids.isEmpty else { continue }
            let field = Schema.field(of: facet)
            for id in ids { document.addBooleanTerm(field.term(id.rawValue)) }
            for id in concepts.main[facet] ?? [] {
                document.addBooleanTerm(Schema.main.term(field.term(id.rawValue)))
            }
            set(try PackedValues.encode(ids.map { Array($0.rawValue.utf8) }), in: field, of: &document)
        }
        for (field, value) in [(Schema.source, record.source), (Schema.language, record.language)] {
            guard let value else { continue }
            document.addBooleanTerm(field.term(PlainName.of(value)))
            set(Array(value.utf8), in: field, of: &document)
        }
    }

    /// No report has more names worth asking about; more are those of lists and tables.
    private static let mostCandidates = 64

    /// What a change of the vocabulary may touch beside the words: names that the record gave, and names that nobody
    /// knows.
    private static func addNames(
        to document: inout FlatDocument,
        _ report: PreparedReport
    ) {
        for path in report.article.given.values.joined() {
            for level in path {
                for name in level.split(separator: "/") {
                    document.addBooleanTerm(Schema.given.term(PlainName.of(String(name))))
                }
            }
        }
        for candidate in report.candidates.prefix(mostCandidates) {
            let term = Schema.field(of: candidate.kind).prefix + candidate.text
            // A name that would have to be cut could not be shown whole.
            guard !candidate.text.isEmpty, Terms.fits(term.utf8) else { continue }
            document.addBooleanTerm(Array(term.utf8))
        }
    }

    private static func addDate(
        to document: inout FlatDocument,
        record: StoredRecord
    ) {
        let day = record.published.date?.compact
        if let day, let precision = record.published.precision {
            if precision == .day { document.addBooleanTerm(Schema.date.term(day)) }
            if precision <= .month { document.addBooleanTerm(Schema.month.term(String(day.prefix(6)))) }
            document.addBooleanTerm(Schema.year.term(String(day.prefix(4))))
            // A slot's length tells the precision: 20241113, 202411, 2024.
            let length = precision == .day ? 8 : precision == .month ? 6 : 4
            set(Array(day.prefix(length).utf8), in: Schema.date, of: &document)
        } else {
            document.addBooleanTerm(Schema.undated.term(""))
        }
        let id = Array(record.id.utf8)
        let newest = Array((day.map(SortKey.descending) ?? "99999999").utf8)
        set(newest + id, in: Schema.newestOrder, of: &document)
        set(Array((day ?? "99999999").utf8) + id, in: Schema.oldestOrder, of: &document)
        set(
            Array(SortKey.descending(record.added).utf8) + newest + id,
            in: Schema.addedOrder,
            of: &document
        )
    }

    private static func add(
        _ marks: ReportMarks,
        to document: inout FlatDocument
    ) throws(XapianError) {
        document.addBooleanTerm(Schema.marked.term(AppliedMarks.digest(of: marks)))
        if marks.isIrrelevant { document.addBooleanTerm(Schema.irrelevant.term("")) }
        for tag in marks.tags { document.addBooleanTerm(Schema.tag.term(tag)) }
        let tags = marks.tags.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        if !tags.isEmpty { set(try PackedValues.encode(tags.map { Array($0.utf8) }), in: Schema.tag, of: &document) }
        // What a vocabulary makes of such a name may change, as for one that a record gives.
        for value in Array(marks.set.values.joined()) + marks.dropped.values.joined() {
            for name in value.split(separator: "/") {
                document.addBooleanTerm(Schema.given.term(PlainName.of(String(name))))
            }
        }
    }

    private static func addEventDates(
        to document: inout FlatDocument,
        _ dates: EventDateTerms
    ) throws(XapianError) {
        for piece in dates.covered { document.addBooleanTerm(Schema.happened.term(piece)) }
        for period in dates.touched { document.addBooleanTerm(Schema.happenedWithin.term(period)) }
        for (precision, periods) in dates.counted {
            let values = periods.sorted().map { Array($0.utf8) }
            set(try PackedValues.encode(values), in: EventDateTerms.field(of: precision), of: &document)
        }
    }

    private static func addFigures(
        to document: inout FlatDocument,
        _ list: ClaimList
    ) {
        for kind in Set(list.claims.map(\.kind)) { document.addBooleanTerm(Schema.figure.term(kind.rawValue)) }
        if !list.struck.isEmpty { document.addBooleanTerm(Schema.figure.term(Schema.struckFigure)) }
        set(list.encoded(), in: Schema.figure, of: &document)
    }

    private static func set(
        _ value: [UInt8],
        in field: Schema.Field,
        of document: inout FlatDocument
    ) {
        guard let slot = field.slot else { return }
        document.setValue(value, in: slot)
    }
}

/// Keys that sort the other way round.
enum SortKey {
    /// Each digit becomes nine minus itself, so that ascending order runs from the latest to the earliest.
    static func descending(_ digits: String) -> String {
        String(decoding: digits.utf8.map { (0x30...0x39).contains($0) ? 0x69 - $0 : $0 }, as: UTF8.self)
    }
}
