import Testing

@testable import Sitrep

@Suite("What the index remembers of files and sources comes back")
struct FileRecordTests {
    private let record = FileRecord(
        source: 3,
        relativePath: "тека/файл.ndjson",
        status: FileStatus(size: 1 << 40, modified: -5, inode: .max),
        digest: String(repeating: "0f", count: 32),
        reports: 12,
        failures: 1
    )

    @Test func roundTrip() throws {
        #expect(try FileRecord(decoding: record.encoded()) == record)
        let bytes = record.encoded()
        // An older version wrote no sum behind it.
        #expect(try FileRecord(decoding: Array(bytes.dropLast(ByteSum.size))) == record)
        for length in bytes.indices where length != bytes.count - ByteSum.size {
            #expect(throws: ByteReader.Malformed.self) { try FileRecord(decoding: Array(bytes[..<length])) }
        }
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] ^= 4
            #expect(throws: ByteReader.Malformed.self) { try FileRecord(decoding: damaged) }
        }
        var damage = Damage(seed: 13)
        for _ in 0..<2_000 { _ = try? FileRecord(decoding: damage.done(to: bytes)) }
    }

    @Test func keysTellFilesApart() {
        let keys = [(3, "a"), (3, "b"), (33, "a"), (3, "3/a"), (33, "3/a")].map {
            FileKey(source: $0.0, relativePath: $0.1)
        }
        #expect(Set(keys).count == keys.count)
        #expect(keys.allSatisfy { $0.rawValue.utf8.count == 32 })
        #expect(record.fileKey.metadataKey == "file/" + record.fileKey.rawValue)
        #expect(record.fileKey.term == Array(("XF" + record.fileKey.rawValue).utf8))
    }

    @Test func sources() throws {
        let sources = [
            SourceRecord(number: 1, path: "/a/б", excluded: []),
            SourceRecord(number: 900, path: "/", excluded: ["*.tmp", "x/**"]),
        ]
        let bytes = SourceRecord.encode(sources, next: 901)
        let decoded = try SourceRecord.decode(bytes)
        #expect(decoded.sources == sources && decoded.next == 901)
        #expect(throws: ByteReader.Malformed.self) { try SourceRecord.decode([]) }
        #expect(try SourceRecord.decode(Array(bytes.dropLast(ByteSum.size))).sources == sources)
        for length in bytes.indices.dropFirst() where length != bytes.count - ByteSum.size {
            #expect(throws: ByteReader.Malformed.self) { try SourceRecord.decode(Array(bytes[..<length])) }
        }
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] ^= 1
            #expect(throws: ByteReader.Malformed.self) { try SourceRecord.decode(damaged) }
        }
        #expect(sources[0].contains("/a/б") && sources[0].contains("/a/б/c") && !sources[0].contains("/a/бв"))
        #expect(sources[1].contains("/anything"))
    }
}

@Suite("The manifest names a generation and nothing else")
struct ManifestTests {
    @Test func roundTrip() throws {
        var metadata = IndexMetadata.empty
        metadata.vocabularyFolder = "/names 100%\n"
        metadata.sources = [SourceRecord(number: 4, path: "/data/a \"b\"/ї\n%0A", excluded: ["*.x", "*.y"])]
        let manifest = Manifest(generation: Generation.name(12), shards: 3, metadata: metadata)
        #expect(try Manifest(decoding: manifest.encoded()) == manifest)
        #expect(Generation.number(ofName: manifest.generation) == 12)
    }

    @Test(arguments: [
        "../x", "generation-1/../../x", "generation-", "generation-x", "generation-１", "", "/etc", "generation-1/",
        "Generation-1", "generation-99999999999999999999", "generation-1%00", "generation-+1", "generation--1",
    ])
    func namesThatAreNone(name: String) {
        let text = "sitrep index\nschema 1\ngeneration \(name)\n"
        #expect(throws: Manifest.Malformed.self) { try Manifest(decoding: Array(text.utf8)) }
    }

    @Test(arguments: [
        "", "{", "sitrep index", "sitrep index\nschema one\ngeneration generation-1\n",
        "schema 1\ngeneration generation-1",
        "sitrep index\nschema 1\nexclude x\ngeneration generation-1", "sitrep index\nschema\n", "\u{0}",
    ])
    func bytesThatAreNone(text: String) {
        #expect(throws: (any Error).self) { try Manifest(decoding: Array(text.utf8)) }
    }

    @Test("A damaged manifest is named as such, and a folder without one too")
    func folders() throws {
        let folder = try ScratchFolder()
        #expect(throws: SitrepError.self) { try SearchIndex(path: folder("none")) }
        try folder.write("index/manifest", "sitrep index\nschema \(Schema.version)\ngeneration ../../etc\n")
        let error = #expect(throws: SitrepError.self) { try SearchIndex(path: folder("index")) }
        #expect(error?.code == .data)
        try folder.write("papers/letter.txt", "Dear")
        let refused = #expect(throws: SitrepError.self) {
            try Indexer(index: folder("papers")).index([folder("papers")])
        }
        #expect(refused?.code == .usage)
    }
}
