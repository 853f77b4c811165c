import Testing
import Xapian

@Suite("Bytes come back as they went in")
struct BytesTests {
    @Test("NUL bytes in terms, values, data and metadata")
    func nulBytes() throws {
        let folder = try TemporaryFolder()
        let blob: [UInt8] = [0, 97, 0, 0, 255, 0]
        var writer = try WritableDatabase(path: folder.database(), mode: .create)
        var document = try Document()
        try document.addPosting(blob, at: 5)
        try document.addTerm([0, 97])
        try document.setValue(blob, in: Slot(3))
        try document.setData(blob)
        let id = try writer.add(document)
        try writer.setMetadata(blob, for: blob)
        try writer.close()

        let reader = try Database(path: folder.database())
        #expect(try reader.allTerms(prefix: "").map(\.term) == [[0, 97], blob])
        #expect(try reader.allTerms(prefix: [0, 97, 0]).map(\.term) == [blob])
        #expect(try reader.positions(of: blob, in: id) == [5])
        #expect(try reader.documentValue(id, in: Slot(3)) == blob)
        #expect(try reader.values(in: Slot(3)).map(\.value) == [blob])
        #expect(try reader.documentData(id) == blob)
        #expect(try reader.metadata(blob) == blob)
        #expect(try reader.metadata([0, 97, 0]) == [])
        #expect(try reader.metadataEntries(prefix: [0]).map(\.key) == [blob])
        #expect(try reader.search(.term(blob)).matches.map(\.data) == [blob])
        #expect(try reader.matchingTerms(.or([.term(blob), .term("x")]), in: id) == [blob])
    }

    @Test("245 bytes are a term on disk, 246 are not, and a NUL counts twice")
    func longTerms() throws {
        let folder = try TemporaryFolder()
        let longest = [UInt8](repeating: 97, count: Document.maximumTermLength)
        let longestWithNULs = [UInt8](repeating: 0, count: 122) + [98]
        let cyrillic = String(repeating: "щ", count: 122)
        var writer = try WritableDatabase(path: folder.database(), mode: .create)
        var document = try Document()
        try document.addPosting(longest, at: 1)
        try document.addPosting(longestWithNULs, at: 2)
        try document.addPosting(cyrillic, at: 3)
        #expect(code { () throws(XapianError) in try document.addTerm(longest + [97]) } == .invalidArgument)
        #expect(
            code { () throws(XapianError) in try document.addTerm([UInt8](repeating: 0, count: 123)) }
                == .invalidArgument
        )
        #expect(
            code { () throws(XapianError) in try document.addTerm(String(repeating: "щ", count: 130)) }
                == .invalidArgument
        )
        #expect(code { () throws(XapianError) in try document.addTerm("") } == .invalidArgument)
        let id = try writer.add(document)
        #expect(
            code { () throws(XapianError) in _ = try writer.replace(uniqueTerm: longest + [97], with: document) }
                == .invalidArgument
        )
        try writer.close()
        let reader = try Database(path: folder.database())
        #expect(try Set(reader.documentTerms(id).map(\.term)) == [longest, longestWithNULs, bytes(cyrillic)])
        #expect(try reader.positions(of: longestWithNULs, in: id) == [2])
        #expect(try reader.search(.term(longest)).estimated == 1)
        #expect(try reader.search(.term(longest + [97])).estimated == 0)
    }

    @Test("A metadata key that is too long")
    func longKeys() throws {
        let folder = try TemporaryFolder()
        var writer = try WritableDatabase(path: folder.database(), mode: .create)
        #expect(
            code { () throws(XapianError) in try writer.setMetadata("v", for: [UInt8](repeating: 97, count: 300)) }
                == .invalidArgument
        )
        #expect(code { () throws(XapianError) in try writer.setMetadata("v", for: "") } == .invalidArgument)
        try writer.setMetadata("v", for: "k")
        try writer.setMetadata("", for: "k")
        try writer.close()
        #expect(try Database(path: folder.database()).metadataEntries(prefix: "").isEmpty)
    }

    @Test("Cyrillic and right-to-left terms, from every kind of source")
    func scripts() throws {
        let folder = try TemporaryFolder()
        var writer = try WritableDatabase(path: folder.database(), mode: .create)
        var document = try Document()
        let arabic = "كييف"
        let hebrew = Array("חיפה".utf8)
        try document.addPosting("Київ", at: 1)
        try document.addPosting(Substring(arabic), at: 2)
        try document.addPosting(hebrew.span, at: 3)
        try document.addPosting(([0] + hebrew)[1...], at: 4)
        let id = try writer.add(document)
        try writer.close()
        let reader = try Database(path: folder.database())
        #expect(try reader.positions(of: hebrew, in: id) == [3, 4])
        #expect(try reader.search(.phrase(["Київ", arabic])).estimated == 1)
        #expect(try reader.search(.phrase([arabic, "Київ"])).estimated == 0)
        #expect(try reader.termExists("Київ"))
        #expect(try !reader.termExists("Киев"))
    }

    @Test("Packed values")
    func packedValues() throws {
        let long = [UInt8](repeating: 7, count: 255)
        let entries: [[UInt8]] = [[1], [0, 0], [0, 0, 5], [0], [0], long, Array(long.dropLast()), long]
        let value = try PackedValues.encode(entries)
        #expect(value.count == 2 * entries.count + 1 + 2 + 1 + 0 + 0 + 255 + 0 + 1)
        #expect(try PackedValues.decode(value) == entries)
        #expect(try PackedValues.decode([]) == [])
        #expect(code { () throws(XapianError) in _ = try PackedValues.encode([[]]) } == .invalidArgument)
        #expect(
            code { () throws(XapianError) in _ = try PackedValues.encode([[UInt8](repeating: 7, count: 256)]) }
                == .invalidArgument
        )
        for malformed in malformedPackedValues {
            #expect(code { () throws(XapianError) in _ = try PackedValues.decode(malformed) } == .serialisation)
        }
    }

    @Test("Numbers as values sort as they do")
    func sortableNumbers() {
        let numbers = [-Double.infinity, -1e9, -1.5, 0, 0.25, 1, 20_241_113, 1e300, .infinity]
        let values = numbers.map(SortableNumber.encode)
        for (a, b) in zip(values, values.dropFirst()) { #expect(a.lexicographicallyPrecedes(b)) }
        #expect(values.map(SortableNumber.decode) == numbers)
    }

    @Test("Stems")
    func stems() throws {
        let english = try Stemmer(language: "english")
        #expect(try english.stem("missiles") == bytes("missil"))
        #expect(try Stemmer(language: "ru").stem("ракеты") == bytes("ракет"))
        #expect(try Stemmer(language: "none").stem("missiles") == bytes("missiles"))
        #expect(try english.stem("") == [])
        #expect(code { () throws(XapianError) in _ = try Stemmer(language: "klingon") } == .invalidArgument)
        #expect(try Stemmer.availableLanguages.contains("russian"))
        #expect(XapianLibrary.version.hasPrefix("1."))
    }
}
