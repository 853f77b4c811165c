internal import Xapian

/// A report made ready for the writer: everything about it that does not depend on the index.
struct PreparedReport: Sendable {
    var id: String
    var key: String
    var article: Article
    /// SHA-256 of the original bytes, hexadecimal.
    var digest: String
    /// Where it stands in its file: the line, where the file has one report a line.
    var line: Int?
    /// Bytes taken out as boilerplate.
    var removedBytes: Int
    var mentions: [FacetMention]
    /// The lines at its edges, and which of them were cut.
    var edges: EdgeCleaning
    /// Names in it that no vocabulary knows.
    var candidates: [CandidateName]
    var eventDates: [EventDate]
    /// The figures that it gives.
    var claims: ClaimList
    /// The words, stems and their counts.
    var words: PreparedWords
    /// What tells whether it is of one story with another.
    var fingerprint: StoryFingerprint
    /// What a person says of it.
    var applied: AppliedMarks?
    /// Its text as it is stored, where that was packed already.
    var packedText: [UInt8]?
}

extension PreparedReport {
    /// The key as a number, for sets of many.
    var number: UInt64 { Self.number(ofKey: key) }

    static func number(ofKey key: String) -> UInt64 { UInt64(key, radix: 16) ?? 0 }

    /// Its text as it is stored, packed.
    func storedText() -> [UInt8] {
        packedText
            ?? StoredText(
                text: article.text,
                cuts: edges.cuts,
                mentions: mentions,
                given: article.given,
                eventDates: eventDates
            ).encoded()
    }
}

/// Makes ``PreparedReport`` values; one a thread, as the stemmers and their cache are its own.
struct ReportPreparation: ~Copyable {
    private let vocabulary: Vocabulary
    private let extractor: FacetExtractor
    private let repeated: RepeatedLines
    private var stemming: Stemming

    /// - Parameter repeated: the lines that are boilerplate at the edges of a report.
    init(vocabulary: Vocabulary, repeated: RepeatedLines = RepeatedLines()) throws(XapianError) {
        self.vocabulary = vocabulary
        self.repeated = repeated
        extractor = FacetExtractor(vocabulary: vocabulary)
        stemming = try Stemming()
    }

    /// Reads nothing and writes nothing: the same record gives the same result, on any thread, with the same lines
    /// known for boilerplate.
    mutating func prepare(_ record: ReadRecord, from file: WalkedFile) -> PreparedReport {
        prepare(
            record.article,
            id: Self.id(of: record, relativePath: file.relativePath),
            path: file.path,
            digest: record.digest,
            line: record.line,
            removedBytes: record.article.removedBytes
        )
    }

    /// A report of the index made ready again from what is stored of it, as it was found.
    ///
    /// - Parameter marks: what a person says of it.
    mutating func prepare(_ record: StoredRecord, text: StoredText, marks: ReportMarks? = nil) -> PreparedReport {
        prepare(
            Article(record: record, text: text),
            id: record.id,
            path: record.path,
            digest: record.digest,
            line: nil,
            removedBytes: record.removedBytes - text.cuts.reduce(0) { $0 + $1.lineBytes },
            marks: marks
        )
    }

    /// - Parameters:
    ///   - path: the file that the report came from; empty where it came from none and has no edges.
    ///   - removedBytes: what was taken out before the lines at the edges.
    mutating func prepare(
        _ article: Article,
        id: String,
        path: String = "",
        digest: String,
        line: Int?,
        removedBytes: Int,
        marks: ReportMarks? = nil
    ) -> PreparedReport {
        var article = article
        let edges = EdgeCleaning.clean(&article, path: path, repeated.contains)
        // What a source repeats and what a story is are told by what was found, not by what a person says.
        let foundPublished = article.published
        let applied = marks.map { AppliedMarks($0, to: &article) }
        let title = Tokenizer.tokenize(article.title)
        let text = Tokenizer.tokenize(article.text)
        let found = ArticleFindings(
            article,
            headline: article.headline.isEmpty ? TokenizedText() : title,
            text: text,
            extractor,
            vocabulary
        )
        return PreparedReport(
            id: id,
            key: Self.key(of: id),
            article: article,
            digest: digest,
            line: line,
            removedBytes: removedBytes + edges.cuts.reduce(0) { $0 + $1.lineBytes },
            mentions: found.mentions,
            edges: edges,
            candidates: found.candidates,
            eventDates: found.eventDates,
            claims: found.claims,
            words: PreparedWords(title: title, text: text, language: article.language, stemming: &stemming),
            fingerprint: StoryFingerprint(text, published: foundPublished),
            applied: applied
        )
    }

    /// The record's own id, else the path of its file, for one of many followed by the start of its content's hash.
    static func id(of record: ReadRecord, relativePath: String) -> String {
        if let id = record.article.recordID, !id.isEmpty { return id }
        return record.isOneOfMany ? relativePath + "#" + record.digest.prefix(16) : relativePath
    }

    /// The key of an id: the first 64 bits of its SHA-256 in hexadecimal.
    static func key(of id: String) -> String {
        String(SHA256Digest.hex(id.utf8).prefix(16))
    }
}

/// A class, so that a thread's closure can keep what may not be copied.
final class PreparationBox {
    var preparation: ReportPreparation

    init(_ preparation: consuming ReportPreparation) { self.preparation = preparation }
}
