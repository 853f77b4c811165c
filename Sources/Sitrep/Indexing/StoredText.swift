/// The cleaned text of a report with the spans of what was found in it; compressed, apart from the small record.
///
/// It is kept as a metadata entry of the database, so that it is committed with the report, survives a compaction that
/// renumbers documents, and can be had from a remote database too.
struct StoredText: Equatable, Sendable {
    var text: String
    /// Lines that the report's source repeats, which were cut out of the text and may come back.
    var cuts: [CutPassage]
    var mentions: [FacetMention]
    /// Facet values that the record itself gave, as paths; kept so that facets can be made anew from the stored text.
    var given: [FacetKind: [[String]]]
    /// The dates on which something happened that the report tells of.
    var eventDates: [EventDate]

    /// The metadata key of the report with this key.
    static func metadataKey(reportKey: String) -> String { "text/" + reportKey }

    private static let facets: [FacetKind] = [.region, .actor, .weapon]

    /// No text that was stored unpacks to more.
    private static let maximumSize = 1 << 30

    /// The record, deflated.
    func encoded() -> [UInt8] {
        var out = ByteWriter()
        out.write(text)
        out.write(cuts) { out, cut in
            out.write(cut.offset)
            out.write(cut.text)
        }
        out.write(mentions) { out, mention in
            out.write(Self.facets.firstIndex(of: mention.facet) ?? 0)
            out.write(mention.concept.rawValue)
            out.write(mention.spans) { Self.write($1, to: &$0) }
            out.write(mention.titleSpans) { Self.write($1, to: &$0) }
            out.write(mention.surfaces) { $0.write($1) }
            // Salience to the thousandth: it orders values, and nobody reads more digits.
            out.write(Int((mention.salience * 1000).rounded()))
        }
        for facet in Self.facets {
            out.write(given[facet] ?? []) { out, path in out.write(path) { $0.write($1) } }
        }
        out.write(eventDates) { $1.write(to: &$0) }
        let whole = out.summed
        var packed = ByteWriter()
        packed.write(whole.count)
        return packed.bytes + Deflate.compress(whole)
    }

    /// Reads what ``encoded()`` wrote.
    ///
    /// - Throws: ``ByteReader/Malformed`` when the entry is damaged, packed or unpacked.
    init(decoding bytes: [UInt8]) throws(ByteReader.Malformed) {
        var head = ByteReader(bytes)
        let size = try head.int()
        var lengthOfHead = ByteWriter()
        lengthOfHead.write(size)
        let packed = Array(bytes.dropFirst(lengthOfHead.bytes.count))
        guard let unpacked = try? Deflate.decompress(packed, size: size, limit: Self.maximumSize) else {
            throw ByteReader.Malformed()
        }
        var input = ByteReader(unpacked)
        text = try input.string()
        cuts = try input.list { reader throws(ByteReader.Malformed) in
            CutPassage(offset: try reader.int(), text: try reader.string())
        }
        mentions = try input.list { reader throws(ByteReader.Malformed) in
            let number = try reader.int()
            guard Self.facets.indices.contains(number) else { throw ByteReader.Malformed() }
            let concept = ConceptID(rawValue: try reader.string())
            let spans = try reader.list(Self.readRange)
            let titleSpans = try reader.list(Self.readRange)
            let surfaces = try reader.list { reader throws(ByteReader.Malformed) in try reader.string() }
            return FacetMention(
                facet: Self.facets[number],
                concept: concept,
                spans: spans,
                titleSpans: titleSpans,
                surfaces: surfaces,
                salience: Double(try reader.int()) / 1000
            )
        }
        given = [:]
        for facet in Self.facets {
            let paths = try input.list { reader throws(ByteReader.Malformed) in
                try reader.list { reader throws(ByteReader.Malformed) in try reader.string() }
            }
            if !paths.isEmpty { given[facet] = paths }
        }
        eventDates = try input.list { input throws(ByteReader.Malformed) in try EventDate(from: &input) }
        // The packing has no sum either.
        try input.checkSum()
    }

    /// The text with the lines that were cut.
    var whole: String { EdgeCleaning.whole(text, with: cuts) }

    init(
        text: String,
        cuts: [CutPassage] = [],
        mentions: [FacetMention],
        given: [FacetKind: [[String]]],
        eventDates: [EventDate] = []
    ) {
        self.text = text
        self.cuts = cuts
        self.mentions = mentions
        self.given = given
        self.eventDates = eventDates
    }

    private static func write(_ range: Range<Int>, to out: inout ByteWriter) {
        out.write(range.lowerBound)
        out.write(range.count)
    }

    private static func readRange(_ input: inout ByteReader) throws(ByteReader.Malformed) -> Range<Int> {
        let start = try input.int()
        let count = try input.int()
        let (end, overflow) = start.addingReportingOverflow(count)
        guard !overflow else { throw ByteReader.Malformed() }
        return start..<end
    }
}
