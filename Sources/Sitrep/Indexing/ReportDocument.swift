internal import Xapian

/// Turns a prepared report into a Xapian document, as the ``Schema`` says.
enum ReportDocument {
    /// The document of a report.
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
    ) throws(XapianError) -> Document {
        var document = try Document()
        try fill(
            &document,
            report,
            record: record,
            concepts: concepts,
            file: file,
            hasKeyTerms: hasKeyTerms
        )
        return document
    }

    /// Writes a report into an empty document of any kind.
    static func fill(
        _ document: inout some DocumentFilling & ~Copyable,
        _ report: PreparedReport,
        record: StoredRecord,
        concepts: ReportConcepts,
        file: FileKey,
        hasKeyTerms: Bool = false
    ) throws(XapianError) {
        var draft = DocumentDraft()
        draft.add(report.words.postings)
        draft.add(report.words.prefixed)
        try addIdentity(to: &draft, record: record, file: file)
        try addFacets(to: &draft, record: record, concepts: concepts)
        try addNames(to: &draft, report)
        for edge in report.edges.terms { draft.addBooleanTerm(edge.term) }
        try addDate(to: &draft, record: record)
        try addEventDates(to: &draft, EventDateTerms(report.eventDates))
        if let marks = record.applied?.marks { try add(marks, to: &draft) }
        try addFigures(to: &draft, report.claims)
        try set(report.fingerprint.encoded(), in: Schema.storyFingerprint, of: &draft)
        draft.setData(record.encoded())
        try draft.write(to: &document)
        if hasKeyTerms {
            for term in StoryBands.terms(of: report.fingerprint) { try document.addBooleanTerm(term) }
        }
    }

    private static func addIdentity(
        to document: inout some DocumentFilling & ~Copyable,
        record: StoredRecord,
        file: FileKey
    ) throws(XapianError) {
        try document.addBooleanTerm(Schema.id.term(record.id))
        try document.addBooleanTerm(Schema.key.term(record.key))
        try document.addBooleanTerm(file.term)
        try document.addBooleanTerm(Schema.run.term(String(record.run)))
        try document.addBooleanTerm(Schema.term(ofDigest: record.digest))
        try set(Array(record.added.utf8), in: Schema.added, of: &document)
    }

    private static func addFacets(
        to document: inout some DocumentFilling & ~Copyable,
        record: StoredRecord,
        concepts: ReportConcepts
    ) throws(XapianError) {
        for facet in FacetKind.allCases {
            guard let ids = concepts.all[facet], !ids.isEmpty else { continue }
            let field = Schema.field(of: facet)
            for id in ids { try document.addBooleanTerm(field.term(id.rawValue)) }
            for id in concepts.main[facet] ?? [] {
                try document.addBooleanTerm(Schema.main.term(field.term(id.rawValue)))
            }
            try set(PackedValues.encode(ids.map { Array($0.rawValue.utf8) }), in: field, of: &document)
        }
        for (field, value) in [(Schema.source, record.source), (Schema.language, record.language)] {
            guard let value else { continue }
            try document.addBooleanTerm(field.term(PlainName.of(value)))
            try set(Array(value.utf8), in: field, of: &document)
        }
    }

    /// No report has more names worth asking about; more are those of lists and tables.
    private static let mostCandidates = 64

    /// What a change of the vocabulary may touch beside the words: names that the record gave, and names that nobody
    /// knows.
    private static func addNames(
        to document: inout some DocumentFilling & ~Copyable,
        _ report: PreparedReport
    ) throws(XapianError) {
        for path in report.article.given.values.joined() {
            for level in path {
                for name in level.split(separator: "/") {
                    try document.addBooleanTerm(Schema.given.term(PlainName.of(String(name))))
                }
            }
        }
        for candidate in report.candidates.prefix(mostCandidates) {
            let term = Schema.field(of: candidate.kind).prefix + candidate.text
            // A name that would have to be cut could not be shown whole.
            guard !candidate.text.isEmpty, Terms.fits(term.utf8) else { continue }
            try document.addBooleanTerm(Array(term.utf8))
        }
    }

    private static func addDate(
        to document: inout some DocumentFilling & ~Copyable,
        record: StoredRecord
    ) throws(XapianError) {
        let day = record.published.date?.compact
        if let day, let precision = record.published.precision {
            if precision == .day { try document.addBooleanTerm(Schema.date.term(day)) }
            if precision <= .month { try document.addBooleanTerm(Schema.month.term(String(day.prefix(6)))) }
            try document.addBooleanTerm(Schema.year.term(String(day.prefix(4))))
            // A slot's length tells the precision: 20241113, 202411, 2024.
            let length = precision == .day ? 8 : precision == .month ? 6 : 4
            try set(Array(day.prefix(length).utf8), in: Schema.date, of: &document)
        } else {
            try document.addBooleanTerm(Schema.undated.term(""))
        }
        let id = Array(record.id.utf8)
        let newest = Array((day.map(SortKey.descending) ?? "99999999").utf8)
        try set(newest + id, in: Schema.newestOrder, of: &document)
        try set(Array((day ?? "99999999").utf8) + id, in: Schema.oldestOrder, of: &document)
        try set(
            Array(SortKey.descending(record.added).utf8) + newest + id,
            in: Schema.addedOrder,
            of: &document
        )
    }

    private static func add(
        _ marks: ReportMarks,
        to document: inout some DocumentFilling & ~Copyable
    ) throws(XapianError) {
        try document.addBooleanTerm(Schema.marked.term(AppliedMarks.digest(of: marks)))
        if marks.isIrrelevant { try document.addBooleanTerm(Schema.irrelevant.term("")) }
        for tag in marks.tags { try document.addBooleanTerm(Schema.tag.term(tag)) }
        let tags = marks.tags.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        if !tags.isEmpty { try set(PackedValues.encode(tags.map { Array($0.utf8) }), in: Schema.tag, of: &document) }
        // What a vocabulary makes of such a name may change, as for one that a record gives.
        for value in Array(marks.set.values.joined()) + marks.dropped.values.joined() {
            for name in value.split(separator: "/") {
                try document.addBooleanTerm(Schema.given.term(PlainName.of(String(name))))
            }
        }
    }

    private static func addEventDates(
        to document: inout some DocumentFilling & ~Copyable,
        _ dates: EventDateTerms
    ) throws(XapianError) {
        for piece in dates.covered { try document.addBooleanTerm(Schema.happened.term(piece)) }
        for period in dates.touched { try document.addBooleanTerm(Schema.happenedWithin.term(period)) }
        for (precision, periods) in dates.counted {
            let values = periods.sorted().map { Array($0.utf8) }
            try set(PackedValues.encode(values), in: EventDateTerms.field(of: precision), of: &document)
        }
    }

    private static func addFigures(
        to document: inout some DocumentFilling & ~Copyable,
        _ list: ClaimList
    ) throws(XapianError) {
        for kind in Set(list.claims.map(\.kind)) { try document.addBooleanTerm(Schema.figure.term(kind.rawValue)) }
        if !list.struck.isEmpty { try document.addBooleanTerm(Schema.figure.term(Schema.struckFigure)) }
        try set(list.encoded(), in: Schema.figure, of: &document)
    }

    private static func set(
        _ value: [UInt8],
        in field: Schema.Field,
        of document: inout some DocumentFilling & ~Copyable
    ) throws(XapianError) {
        guard let slot = field.slot else { return }
        try document.setValue(value, in: slot)
    }
}

/// Keys that sort the other way round.
enum SortKey {
    /// Each digit becomes nine minus itself, so that ascending order runs from the latest to the earliest.
    static func descending(_ digits: String) -> String {
        String(decoding: digits.utf8.map { (0x30...0x39).contains($0) ? 0x69 - $0 : $0 }, as: UTF8.self)
    }
}
