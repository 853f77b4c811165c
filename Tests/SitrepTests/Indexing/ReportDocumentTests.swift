import Testing
import Xapian

@testable import Sitrep

@Suite("A report becomes a document as the schema says")
struct ReportDocumentTests {
    private func write(
        _ published: PublishedDate,
        _ check: (borrowing WritableDatabase, DocumentID, Set<String>) throws -> Void
    ) throws {
        let folder = try ScratchFolder()
        var preparation = try ReportPreparation(vocabulary: .builtIn)
        let article = StoredRecordTests.article(published)
        let report = preparation.prepare(article, id: "a/b.txt", digest: "00", line: nil, removedBytes: 0)
        let record = StoredRecord(
            id: report.id,
            key: report.key,
            article: article,
            path: "/x/a/b.txt",
            digest: "00",
            added: "2026-11-21T04:05:06Z",
            run: 3,
            mentioned: [:],
            removedBytes: 0
        )
        let concepts = ["ua", "ua-32"].map { ConceptID(rawValue: $0) }
        let document = try ReportDocument.make(
            report,
            record: record,
            concepts: ReportConcepts(all: [.region: concepts], main: [.region: [concepts[0]]]),
            file: FileKey(source: 1, relativePath: "a/b.txt"),
            hasKeyTerms: true
        )
        var database = try WritableDatabase(path: folder("db"), mode: .create)
        let id = try database.add(try document.document())
        let terms = try database.documentTerms(id).map { String(decoding: $0.term, as: UTF8.self) }
        try check(database, id, Set(terms))
    }

    private static let november = CalendarDate(year: 2024, month: 11, day: 13)

    @Test(
        "A date has the terms that are known of it",
        arguments: [
            (
                PublishedDate(date: november, precision: .day, origin: .record), ["D20241113", "M202411", "Y2024"],
                "20241113"
            ),
            (PublishedDate(date: november, precision: .month, origin: .record), ["M202411", "Y2024"], "202411"),
            (PublishedDate(date: november, precision: .year, origin: .record), ["Y2024"], "2024"),
            (PublishedDate.unknown, ["XU"], ""),
        ]
    )
    func dates(published: PublishedDate, expected: [String], value: String) throws {
        try write(published) { database, id, terms in
            let dates = terms.filter { term in
                ["D", "M", "Y", "XU"].contains {
                    term.hasPrefix($0) && !term.dropFirst($0.count).contains { !$0.isNumber }
                }
            }
            #expect(dates == Set(expected))
            let slot = try #require(Schema.date.slot)
            #expect(try database.documentValue(id, in: slot) == Array(value.utf8))
        }
    }

    @Test func identityAndFacets() throws {
        try write(.unknown) { database, id, terms in
            for term in ["Qa/b.txt", "XRua", "XRua-32", "XOтасс", "Luk", "XN3"] { #expect(terms.contains(term)) }
            let slot = try #require(Schema.region.slot)
            let values = try PackedValues.decode(try database.documentValue(id, in: slot))
            #expect(values == [Array("ua".utf8), Array("ua-32".utf8)])
            #expect(try database.documentValue(id, in: try #require(Schema.source.slot)) == Array("ТАСС".utf8))
            #expect(try StoredRecord(decoding: try database.documentData(id)).id == "a/b.txt")
        }
    }

    @Test("Sort keys run from the newest to the oldest, undated last")
    func sortKeys() throws {
        let days = ["20241113", "20241112", "20240101", "19991231"]
        #expect(days.map(SortKey.descending) == days.map(SortKey.descending).sorted())
        #expect(days.map(SortKey.descending).allSatisfy { $0 < "99999999" })
        #expect(SortKey.descending("2026-11-21T04:05:06Z") < SortKey.descending("2026-11-21T04:05:05Z"))
    }

    @Test func plainNames() {
        #expect(PlainName.of("The  Süd-Kurier!") == "the sud kurier")
        #expect(PlainName.of("…") == "…")
    }
}
