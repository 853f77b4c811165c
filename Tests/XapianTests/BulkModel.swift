import Testing
import Xapian

/// A document that can be written both ways.
struct ModelDocument {
    /// Each once, in any order.
    var terms: [(term: [UInt8], frequency: UInt32, positions: [UInt32])] = []
    var values: [(slot: UInt32, value: [UInt8])] = []
    var data: [UInt8] = []

    /// As the library's own document.
    func document() throws(XapianError) -> Document {
        var document = try Document()
        for (term, frequency, positions) in terms {
            try document.addTerm(term, frequency: Int(frequency))
            for position in positions { try document.addPosting(term, at: Int(position), frequency: 0) }
        }
        for (slot, value) in values { try document.setValue(value, in: Slot(slot)) }
        try document.setData(data)
        return document
    }

    /// Flat, in several lists, with some terms in two parts.
    func flat(_ random: inout SeededGenerator) -> FlatDocument {
        var document = FlatDocument()
        var lists = [TermList(), TermList()]
        for (term, frequency, positions) in terms {
            if frequency == 0, positions.isEmpty, Bool.random(using: &random) {
                document.addBooleanTerm(term)
                continue
            }
            let list = Int.random(in: 0..<2, using: &random)
            let cut = UInt32.random(in: 0...frequency, using: &random)
            if cut == frequency {
                lists[list].append(term.span, frequency: frequency, positions: positions[...])
            } else {
                // The parts may share positions.
                let middle = Int.random(in: 0...positions.count, using: &random)
                lists[list].append(term.span, frequency: cut, positions: positions[..<middle])
                lists[1].append(term.span, frequency: frequency - cut, positions: positions[max(0, middle - 1)...])
            }
        }
        for list in lists { document.add(list) }
        for (slot, value) in values { document.setValue(value, in: Slot(slot)) }
        document.setData(data)
        return document
    }
}

/// Random documents whose terms, values and data go to the limits of the format.
struct ModelMaker {
    var random: SeededGenerator
    private let vocabulary: [[UInt8]]

    init(seed: UInt64) {
        var random = SeededGenerator(state: seed)
        var words: Set<[UInt8]> = [[0], [0, 0], [0, 1], [0xFF], [0, 0xE0], [0, 0xFF]]
        words.insert(Array(repeating: 0, count: 122))
        words.insert(Array(repeating: UInt8(ascii: "l"), count: Document.maximumTermLength))
        words.insert(Array(repeating: UInt8(ascii: "l"), count: Document.maximumTermLength - 1))
        for word in ["шахед", "шахеди", "drone", "drones", "dron", "é", "e\u{301}", "صاروخ"] {
            words.insert(bytes(word))
        }
        for number in 0..<400 { words.insert(bytes("w\(number * number)")) }
        for length in 1..<40 {
            words.insert((0..<length).map { _ in UInt8.random(in: 0...255, using: &random) })
        }
        vocabulary = words.sorted { $0.lexicographicallyPrecedes($1) }
        self.random = random
    }

    mutating func randomBytes(upTo length: Int) -> [UInt8] {
        let isPackable = Bool.random(using: &random)
        return (0..<Int.random(in: 0...length, using: &random)).map { _ in
            UInt8.random(in: 0...(isPackable ? 3 : 255), using: &random)
        }
    }

    private mutating func positions() -> [UInt32] {
        switch Int.random(in: 0..<8, using: &random) {
        case 0...3: []
        case 4: [UInt32.random(in: 1...UInt32.max, using: &random)]
        case 5: Array(1...UInt32.random(in: 1...900, using: &random))
        default:
            Set((0..<Int.random(in: 1...40, using: &random)).map { _ in UInt32.random(in: 0...3_000, using: &random) })
                .sorted()
        }
    }

    mutating func document() -> ModelDocument {
        var document = ModelDocument()
        var words: Set<[UInt8]> = []
        // Some have no terms at all, most have the first words of a shuffled few.
        if Int.random(in: 0..<20, using: &random) > 0 {
            words.insert(vocabulary[vocabulary.count - 1])
            for _ in 0..<Int.random(in: 0..<12, using: &random) {
                let reach = Int.random(in: 1...vocabulary.count, using: &random)
                words.insert(vocabulary[Int.random(in: 0..<reach, using: &random)])
            }
        }
        for word in words.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let frequency = Bool.random(using: &random) ? 0 : UInt32.random(in: 0...200, using: &random)
            document.terms.append((word, frequency, positions()))
        }
        if Bool.random(using: &random) { document.terms.shuffle(using: &random) }
        for slot: UInt32 in [0, 1, 7, 127, 128, 300, 70_000] where Bool.random(using: &random) {
            document.values.append((slot, randomBytes(upTo: slot == 7 ? 3_000 : 20)))
        }
        document.values.append((2, [1]))
        document.data = randomBytes(upTo: Int.random(in: 0..<30, using: &random) == 0 ? 30_000 : 100)
        return document
    }
}

/// What the version file of a database says of all documents: their number, and the bounds that the ranking uses.
func figures(ofVersionFile file: [UInt8]) -> [UInt64] {
    var rest = file.dropFirst(32)
    func number() -> UInt64 {
        var result: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard let byte = rest.popFirst() else { return result }
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return result }
        }
        return result
    }
    _ = number()
    for _ in 0..<6 {
        for _ in 0..<5 { _ = number() }
        rest = rest.dropFirst(Int(number()))
    }
    return (0..<8).map { _ in number() }
}

/// Expects that two databases hold the same.
func expectEqual(
    _ found: borrowing some DatabaseReading & ~Copyable,
    _ expected: borrowing some DatabaseReading & ~Copyable,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    func expect<Value: Equatable>(_ found: Value, _ expected: Value, _ what: String) {
        // The values themselves may be long.
        let areEqual = found == expected
        #expect(areEqual, "\(what)", sourceLocation: sourceLocation)
    }
    expect(try found.documentCount, try expected.documentCount, "count of documents")
    expect(try found.lastDocumentID, try expected.lastDocumentID, "last document")
    expect(try found.averageLength, try expected.averageLength, "average length")
    expect(try found.hasPositions, try expected.hasPositions, "positions")
    let terms = try expected.allTerms(prefix: "")
    expect(try found.allTerms(prefix: "").map(\.term), terms.map(\.term), "terms")
    expect(try found.allTerms(prefix: "").map(\.frequency), terms.map(\.frequency), "frequencies")
    for (term, _) in terms {
        expect(try found.collectionFrequency(term), try expected.collectionFrequency(term), "frequency of \(term)")
        let documents = try expected.documentIDs(containing: term)
        expect(try found.documentIDs(containing: term), documents, "postings of \(term)")
        expect(
            try found.frequencies(of: term, in: documents),
            try expected.frequencies(of: term, in: documents),
            "frequencies within documents of \(term)"
        )
    }
    for slot in [0, 1, 2, 7, 127, 128, 300, 70_000].map({ Slot($0) }) {
        let (a, b) = (try found.valueBounds(in: slot), try expected.valueBounds(in: slot))
        expect(a?.lower, b?.lower, "least value in \(slot)")
        expect(a?.upper, b?.upper, "greatest value in \(slot)")
        expect(a?.documents, b?.documents, "count of values in \(slot)")
        let (values, wanted) = (try found.values(in: slot), try expected.values(in: slot))
        expect(values.map(\.id), wanted.map(\.id), "documents with a value in \(slot)")
        expect(values.map(\.value), wanted.map(\.value), "values in \(slot)")
    }
    for id in try expected.documentIDs(containing: "") {
        expect(
            try found.documentTerms(id, withPositions: true),
            try expected.documentTerms(id, withPositions: true),
            "terms of \(id)"
        )
        expect(try found.documentLength(id), try expected.documentLength(id), "length of \(id)")
        expect(try found.documentData(id), try expected.documentData(id), "data of \(id)")
        for slot in [2, 7, 300].map({ Slot($0) }) {
            expect(try found.documentValue(id, in: slot), try expected.documentValue(id, in: slot), "value of \(id)")
        }
    }
    let (entries, wanted) = (try found.metadataEntries(prefix: ""), try expected.metadataEntries(prefix: ""))
    expect(entries.map(\.key), wanted.map(\.key), "keys of metadata")
    expect(entries.map(\.value), wanted.map(\.value), "metadata")
}
