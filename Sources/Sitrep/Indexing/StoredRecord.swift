/// What a hit shows of a report: small, kept as the document's data, read for every hit.
struct StoredRecord: Equatable, Sendable {
    var id: String
    /// Sixteen hexadecimal digits, from the SHA-256 of the id.
    var key: String
    var title: String
    var url: String?
    var source: String?
    /// The news agency that the text credits.
    var credit: String?
    var language: String?
    var published: PublishedDate
    /// The absolute path of the file.
    var path: String
    /// SHA-256 of the original bytes in hexadecimal: of the file, or of one record of many.
    var digest: String
    /// When Sitrep first took the report in, as `2026-11-21T04:05:06Z`.
    var added: String
    /// The run that first added it.
    var run: Int
    /// The concepts that the report mentions, without their parents, most salient first.
    var mentioned: [FacetKind: [ConceptID]]
    /// Bytes taken out as boilerplate.
    var removedBytes: Int
    /// What a person says of the report; the title, the date and the concepts above are as that has them.
    var applied: AppliedMarks?

    /// The title and the date that were found, whatever a person says of them.
    var foundTitle: String { applied?.foundTitle ?? title }
    var foundPublished: PublishedDate { applied?.foundPublished ?? published }

    /// The whole key is long; people are shown, and may type, this much of it.
    var shortKey: String { String(key.prefix(Self.shortKeyLength)) }

    /// 48 bits: among a million reports, the chance that any two show the same short key is one in a thousand.
    static let shortKeyLength = 12

    /// The facets in the order in which they are stored; never to be changed within a schema version.
    private static let facets: [FacetKind] = [.region, .actor, .weapon]

    func encoded() -> [UInt8] {
        var out = ByteWriter()
        out.write(id)
        out.write(key)
        out.write(title)
        out.write(url)
        out.write(source)
        out.write(credit)
        out.write(language)
        out.write(published)
        out.write(path)
        out.write(digest)
        out.write(added)
        out.write(run)
        for facet in Self.facets {
            out.write(mentioned[facet] ?? []) { $0.write($1.rawValue) }
        }
        out.write(removedBytes)
        out.write(applied == nil ? 0 : 1)
        applied?.write(to: &out)
        return out.bytes
    }

    /// The key alone of a record.
    static func key(decoding bytes: [UInt8]) throws(ByteReader.Malformed) -> String {
        var input = ByteReader(bytes)
        _ = try input.data()
        return try input.string()
    }

    /// What tells a record from others, alone.
    static func identity(
        decoding bytes: [UInt8]
    ) throws(ByteReader.Malformed) -> (key: String, path: String, digest: String) {
        var input = ByteReader(bytes)
        _ = try input.data()
        let key = try input.string()
        _ = try input.data()
        for _ in 0..<4 { _ = try input.optionalString() }
        _ = try input.published()
        return (key, try input.string(), try input.string())
    }

    /// The record, its bytes, and the sum of the document behind them; no sum in what an older version wrote.
    static func parts(
        of data: [UInt8]
    ) throws(ByteReader.Malformed) -> (record: StoredRecord, bytes: ArraySlice<UInt8>, sum: UInt64?) {
        var input = ByteReader(data)
        let record = try StoredRecord(from: &input)
        let rest = input.rest
        guard !rest.isEmpty else { return (record, data[...], nil) }
        guard rest.count == ContentSum.size else { throw ByteReader.Malformed() }
        return (record, data[..<rest.startIndex], rest.reversed().reduce(0) { $0 << 8 | UInt64($1) })
    }

    init(decoding bytes: [UInt8]) throws(ByteReader.Malformed) {
        var input = ByteReader(bytes)
        try self.init(from: &input)
    }

    /// What stands behind the record, as in the data of a document, is left.
    private init(from input: inout ByteReader) throws(ByteReader.Malformed) {
        id = try input.string()
        key = try input.string()
        title = try input.string()
        url = try input.optionalString()
        source = try input.optionalString()
        credit = try input.optionalString()
        language = try input.optionalString()
        published = try input.published()
        path = try input.string()
        digest = try input.string()
        added = try input.string()
        run = try input.int()
        mentioned = [:]
        for facet in Self.facets {
            let ids = try input.list { reader throws(ByteReader.Malformed) in ConceptID(rawValue: try reader.string()) }
            if !ids.isEmpty { mentioned[facet] = ids }
        }
        removedBytes = try input.int()
        applied = try input.int() == 0 ? nil : try AppliedMarks(decoding: &input)
    }

    init(
        id: String,
        key: String,
        article: Article,
        path: String,
        digest: String,
        added: String,
        run: Int,
        mentioned: [FacetKind: [ConceptID]],
        removedBytes: Int,
        applied: AppliedMarks? = nil
    ) {
        self.id = id
        self.key = key
        title = article.title
        url = article.url
        source = article.source
        credit = article.credit
        language = article.language
        published = article.published
        self.path = path
        self.digest = digest
        self.added = added
        self.run = run
        self.mentioned = mentioned
        self.removedBytes = removedBytes
        self.applied = applied
    }
}

extension Int {
    /// Negative numbers among small positive ones: 0, -1, 1, -2 … become 0, 1, 2, 3 … (Protocol Buffers' encoding).
    var zigzag: Int { self >= 0 ? self << 1 : ~(self << 1) }

    init(zigzag value: Int) { self = value & 1 == 0 ? value >> 1 : ~(value >> 1) }
}
