import Testing

@testable import Sitrep

@Suite("What the index stores of a report comes back")
struct StoredRecordTests {
    static func article(_ published: PublishedDate = .unknown) -> Article {
        Article(
            recordID: "id",
            title: "Вибухи в Києві — “night”",
            text: "Text.",
            url: "https://example.org/a?b=c",
            source: "ТАСС",
            language: "uk",
            published: published,
            given: [.region: [["Ukraine", "Nova"]]],
            removed: [RemovedPassage(text: "cookies!", reason: "cookie notice")]
        )
    }

    static func record(_ published: PublishedDate) -> StoredRecord {
        StoredRecord(
            id: "folder/файл.txt#12",
            key: "0123456789abcdef",
            article: article(published),
            path: "/data/folder/файл.txt",
            digest: String(repeating: "ab", count: 32),
            added: "2026-11-21T04:05:06Z",
            run: 7,
            mentioned: [
                .region: ["kyiv", "=ukraine/nova"].map { ConceptID(rawValue: $0) },
                .weapon: ["kh-101"].map { ConceptID(rawValue: $0) },
            ],
            removedBytes: article(published).removedBytes
        )
    }

    static let dates: [PublishedDate] = [
        .unknown,
        PublishedDate(date: CalendarDate(year: 2024, month: 11, day: 13), precision: .day, origin: .record),
        PublishedDate(date: CalendarDate(year: 2024, month: 11, day: 1), precision: .month, origin: .url),
        PublishedDate(date: CalendarDate(year: 1969, month: 1, day: 1), precision: .year, origin: .lastUpdated),
        PublishedDate(date: CalendarDate(year: 1, month: 1, day: 1), precision: .day, origin: .caption),
        PublishedDate(date: CalendarDate(year: 9999, month: 12, day: 31), precision: .day, origin: .byline),
    ]

    @Test(arguments: dates)
    func roundTrip(published: PublishedDate) throws {
        let record = Self.record(published)
        #expect(try StoredRecord(decoding: record.encoded()) == record)
        #expect(record.removedBytes == 8)
        #expect(record.shortKey == "0123456789ab")
    }

    @Test("Without the fields that may be absent")
    func sparse() throws {
        let record = StoredRecord(
            id: "",
            key: "",
            article: Article(title: "", text: ""),
            path: "",
            digest: "",
            added: "",
            run: 0,
            mentioned: [:],
            removedBytes: 0
        )
        #expect(try StoredRecord(decoding: record.encoded()) == record)
    }

    @Test func damageNeverCrashes() {
        var damage = Damage(seed: 11)
        let bytes = Self.record(Self.dates[1]).encoded()
        var refused = 0
        for _ in 0..<5_000 {
            if (try? StoredRecord(decoding: damage.done(to: bytes))) == nil { refused += 1 }
        }
        #expect(refused > 1_000)
        for length in bytes.indices {
            #expect(throws: ByteReader.Malformed.self) { try StoredRecord(decoding: Array(bytes[..<length])) }
        }
    }
}

@Suite("The stored text of a report comes back")
struct StoredTextTests {
    private static let text = StoredText(
        text: String(repeating: "Ракета Х-101 впала. ", count: 40) + "\0 end",
        mentions: [
            FacetMention(
                facet: .weapon,
                concept: ConceptID(rawValue: "kh-101"),
                spans: [13..<19, 48..<54],
                titleSpans: [0..<6],
                surfaces: ["Х-101", "Kh-101"],
                salience: 0.876
            ),
            FacetMention(facet: .region, concept: ConceptID(rawValue: ""), spans: [], surfaces: [], salience: 1),
        ],
        given: [.region: [["Ukraine", "Nova"], ["X"]], .actor: [["A/B"]]],
        eventDates: [
            EventDate(.firstDay, .week, surface: "в ночь на 1 января"),
            EventDate(.firstDay, .day, surface: "that day"),
        ]
    )

    @Test func roundTrip() throws {
        #expect(try StoredText(decoding: Self.text.encoded()) == Self.text)
        let empty = StoredText(text: "", mentions: [], given: [:])
        #expect(try StoredText(decoding: empty.encoded()) == empty)
        #expect(Self.text.encoded().count < Self.text.text.utf8.count / 4)
    }

    @Test func damageNeverCrashes() {
        var damage = Damage(seed: 12)
        let bytes = Self.text.encoded()
        for _ in 0..<3_000 { _ = try? StoredText(decoding: damage.done(to: bytes)) }
        for length in 0..<bytes.count - 1 {
            #expect(throws: ByteReader.Malformed.self) { try StoredText(decoding: Array(bytes[..<length])) }
        }
        // Damage below the compression as well.
        var reached = 0
        guard let whole = try? Deflate.decompress(Array(bytes.dropFirst(2))) else {
            Issue.record("the head is two bytes long")
            return
        }
        let plain = Array(whole.dropLast(ByteSum.size))
        for _ in 0..<3_000 {
            let inner = damage.done(to: plain)
            let summed = inner + ByteSum.of(inner)
            var head = ByteWriter()
            head.write(summed.count)
            if (try? StoredText(decoding: head.bytes + Deflate.compress(summed))) != nil { reached += 1 }
        }
        #expect(reached > 0)
    }
}
