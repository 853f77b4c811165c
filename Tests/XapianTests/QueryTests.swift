import Foundation
import Testing
import Xapian

@Suite("Queries match what they say")
struct QueryTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.database()
        try write(
            ["storm shadow missile", "shadow storm", "storm of the missile shadow", "peace talks", "storm"],
            to: path
        )
    }

    private func match(_ query: Query) throws -> [UInt32] {
        let reader = try Database(path: path)
        let found = try reader.matchingDocumentIDs(query).map(\.rawValue)
        var options = SearchOptions()
        options.limit = .max
        #expect(try reader.search(query, options).matches.map(\.documentID.rawValue).sorted() == found)
        #expect(try reader.facetCounts(query, slots: [CountedSlot]()).total == found.count)
        return found
    }

    @Test("Operators")
    func operators() throws {
        let storm = Query.term("storm")
        let missile = Query.term("missile")
        let peace = Query.term("peace")
        #expect(try match(.matchAll) == [1, 2, 3, 4, 5])
        #expect(try match(.matchNothing) == [])
        #expect(try match(storm) == [1, 2, 3, 5])
        #expect(try match(.and([storm, missile])) == [1, 3])
        #expect(try match(.or([missile, peace])) == [1, 3, 4])
        #expect(try match(.andNot(storm, missile)) == [2, 5])
        #expect(try match(.andNot(.matchAll, storm)) == [4])
        #expect(try match(.filter(storm, by: missile)) == [1, 3])
        #expect(try match(.andMaybe(missile, peace)) == [1, 3])
        #expect(try match(.synonym([missile, peace])) == [1, 3, 4])
        #expect(try match(.maximum([missile, peace])) == [1, 3, 4])
        #expect(try match(.scaled(missile, by: 0)) == [1, 3])
        #expect(try match(.wildcard(prefix: bytes("s"), limit: 0)) == [1, 2, 3, 5])
        #expect(try match(.wildcard(prefix: bytes("zz"), limit: 0)) == [])
        #expect(try match(.term("Storm")) == [])
    }

    @Test("Lists with nothing or one thing in them")
    func smallLists() throws {
        let all: [([Query]) -> Query] = [Query.and, Query.or, Query.synonym, Query.maximum]
        for make in all {
            #expect(try match(make([])) == [])
            #expect(try match(make([.term("peace")])) == [4])
        }
        #expect(try match(.phrase([[UInt8]](), window: 0)) == [])
        #expect(try match(.phrase(["peace"])) == [4])
        #expect(try match(.or([.matchNothing, .term("peace")])) == [4])
        #expect(try match(.and([.matchNothing, .term("peace")])) == [])
        #expect(try match(.and([.matchAll, .term("peace")])) == [4])
    }

    @Test("Phrases keep the order, nearness does not")
    func positions() throws {
        #expect(try match(.phrase(["storm", "shadow"])) == [1])
        #expect(try match(.phrase(["shadow", "storm"], window: 2)) == [2])
        #expect(try match(.phrase(["storm", "shadow"], window: 5)) == [1, 3])
        #expect(try match(.phrase(["storm", "shadow"], window: 4)) == [1])
        #expect(try match(.near(["storm", "shadow"], window: 2)) == [1, 2])
        #expect(try match(.near(["missile", "storm"], window: 4)) == [1, 3])
        let reader = try Database(path: path)
        #expect(try reader.positions(of: "missile", in: DocumentID(3)) == [4])
    }

    @Test("Exactly these documents, as far as they exist")
    func documents() throws {
        var writer = try WritableDatabase(path: path, mode: .open)
        try writer.delete(DocumentID(2))
        try writer.close()
        #expect(try match(.documents(ids(5, 2, 1, 0, 900, 5))) == [1, 5])
        #expect(try match(.documents([])) == [])
        #expect(try match(.and([.documents(ids(1, 3)), .term("shadow")])) == [1, 3])
        #expect(try match(.andNot(.term("storm"), .documents(ids(1, 5)))) == [3])
        #expect(try match(.or([.documents(ids(4)), .term("missile")])) == [1, 3, 4])
        let reader = try Database(path: path)
        #expect(try reader.search(.documents(ids(1, 3))).matches.map(\.weight) == [0, 0])
        let outcome = try reader.search(.filter(.term("storm"), by: .documents(ids(1, 3))))
        #expect(outcome.matches.allSatisfy { $0.weight > 0 })
    }

    @Test("Value ranges, open at either end")
    func valueRanges() throws {
        let path = folder.database("values")
        var writer = try WritableDatabase(path: path, mode: .create)
        for value in ["20240101", "20241113", "", "20250301"] {
            var document = try Document()
            try document.setValue(value, in: Slot(4))
            try writer.add(document)
        }
        try writer.close()
        let reader = try Database(path: path)
        func match(_ from: String?, _ through: String?) throws -> [UInt32] {
            let query = Query.valueRange(Slot(4), from: from.map(bytes), through: through.map(bytes))
            return try reader.matchingDocumentIDs(query).map(\.rawValue)
        }
        #expect(try match("20240101", "20241113") == [1, 2])
        #expect(try match("20240102", nil) == [2, 4])
        #expect(try match(nil, "20241112") == [1])
        #expect(try match(nil, nil) == [1, 2, 4])
        #expect(try match("", nil) == [1, 2, 4])
        #expect(try match("", "20241112") == [1])
        #expect(try match(nil, "") == [])
        #expect(try match("2025", "2024") == [])
        #expect(try match("2030", nil) == [])
        #expect(try reader.matchingDocumentIDs(.valueRange(Slot(9), from: nil, through: nil)) == [])
        let bounds = try #require(try reader.valueBounds(in: Slot(4)))
        #expect(bounds == (bytes("20240101"), bytes("20250301"), 3))
        #expect(try reader.valueBounds(in: Slot(9)) == nil)
    }

    @Test("Ten thousand terms")
    func wide() throws {
        let reader = try Database(path: path)
        let terms = (0..<10_000).map { Query.term("absent\($0)") }
        #expect(try reader.matchingDocumentIDs(.or(terms + [.term("peace")])) == ids(4))
        #expect(try match(.and(terms)) == [])
        #expect(try match(.and([Query](repeating: .term("peace"), count: 10_000))) == [4])
        #expect(try match(.documents((1...10_000).map { DocumentID($0) })) == [1, 2, 3, 4, 5])
    }

    /// Operators by turns, so that Xapian cannot flatten them into one.
    private func nested(_ depth: Int) -> Query {
        var query = Query.term("peace")
        for level in 1..<depth {
            query = level % 2 == 0 ? .and([query, .matchAll]) : .or([query, .term("level\(level)")])
        }
        return query
    }

    @Test("Nesting to the limit works on a small stack; deeper is an error")
    func deep() throws {
        let path = path
        let deepest = nested(Query.maximumDepth)
        let tooDeep = nested(Query.maximumDepth + 1)
        nonisolated(unsafe) var found: [DocumentID]?
        nonisolated(unsafe) var thrown: XapianError.Code?
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            found = try? Database(path: path).matchingDocumentIDs(deepest)
            thrown = code { () throws(XapianError) in _ = try Database(path: path).search(tooDeep) }
            done.signal()
        }
        thread.stackSize = 512 * 1024
        thread.start()
        done.wait()
        #expect(found == ids(4))
        #expect(thrown == .invalidArgument)
        #expect(
            code { () throws(XapianError) in _ = try Database(path: path).search(nested(10_000)) } == .invalidArgument
        )
    }

    @Test("The terms of a query that a document has")
    func matchingTerms() throws {
        let reader = try Database(path: path)
        let query = Query.or([.term("talks"), .term("storm"), .phrase(["missile", "shadow"])])
        #expect(try reader.matchingTerms(query, in: DocumentID(3)) == ["storm", "missile", "shadow"].map(bytes))
        #expect(try reader.matchingTerms(query, in: DocumentID(4)) == [bytes("talks")])
        #expect(
            code { () throws(XapianError) in _ = try reader.matchingTerms(query, in: DocumentID(99)) }
                == .documentNotFound
        )
    }

    @Test("Queries compare")
    func equality() {
        #expect(Query.term("a") == .term([97]))
        #expect(nested(50) == nested(50))
        #expect(nested(50) != nested(51))
    }
}
