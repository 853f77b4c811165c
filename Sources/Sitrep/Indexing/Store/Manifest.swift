/// What names the present generation of an index; the one file that is replaced, by a rename, when a new one is ready.
///
/// A text file, a field a line, so that it is read in no time and can be read by a person:
///
/// ```
/// sitrep index
/// schema 2
/// generation generation-3
/// shards 3
/// vocabulary /data/names
/// limits 536870912 33554432
/// source /data/articles
/// exclude drafts/
/// ```
/// `exclude` belongs to the source before it; without `shards` there is one database, without `limits` they are
/// ``ReadingLimits/standard``. In values `%` and control characters are written as `%` and two hexadecimal digits.
struct Manifest: Equatable {
    /// The schema that the generation was written with.
    var schema: Int
    /// The name of the generation's folder.
    var generation: String
    /// How many databases the reports are spread over.
    var shards = 1
    /// The sources, so that an index whose database is lost can be built again.
    var sources: [Source]
    /// The folder that extends the vocabulary, for the same reason.
    var vocabularyFolder: String?
    /// How much a file and a report may hold, likewise.
    var limits = ReadingLimits.standard

    struct Source: Equatable {
        var path: String
        var excluded: [String]
    }

    static let fileName = "manifest"
    private static let firstLine = "sitrep index"

    /// The bytes are no manifest.
    struct Malformed: Error {}

    /// The most databases that the reports can be spread over.
    static let mostShards = 256

    init(generation: String, shards: Int, metadata: IndexMetadata) {
        self.shards = shards
        schema = metadata.schema
        self.generation = generation
        vocabularyFolder = metadata.vocabularyFolder
        limits = metadata.limits
        sources = metadata.sources.map { Source(path: $0.path, excluded: $0.excluded) }
    }

    /// Reads a manifest; lines of an unknown kind are passed over, so that a newer schema can still be told.
    init(decoding bytes: [UInt8]) throws(Malformed) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        guard let first = lines.first, first.elementsEqual(Self.firstLine.utf8) else { throw Malformed() }
        var schema: Int?
        var generation: String?
        sources = []
        for line in lines.dropFirst() {
            guard let blank = line.firstIndex(of: UInt8(ascii: " ")) else { throw Malformed() }
            let value = String(decoding: Self.unescaped(line[(blank + 1)...]), as: UTF8.self)
            switch String(decoding: line[..<blank], as: UTF8.self) {
            case "schema": schema = Int(value)
            case "generation": generation = value
            case "shards":
                guard let count = Int(value), (1...Self.mostShards).contains(count) else { throw Malformed() }
                shards = count
            case "vocabulary": vocabularyFolder = value
            case "limits":
                guard let found = ReadingLimits(encoded: value) else { throw Malformed() }
                limits = found
            case "source": sources.append(Source(path: value, excluded: []))
            case "exclude":
                guard !sources.isEmpty else { throw Malformed() }
                sources[sources.count - 1].excluded.append(value)
            default: break
            }
        }
        // The name becomes part of a path: nothing but a name of ours may stand there.
        guard let schema, let generation, Generation.isName(generation) else { throw Malformed() }
        self.schema = schema
        self.generation = generation
    }

    func encoded() -> [UInt8] {
        var lines = [Self.firstLine, "schema \(schema)", "generation \(generation)"]
        if shards > 1 { lines.append("shards \(shards)") }
        if let vocabularyFolder { lines.append("vocabulary " + Self.escaped(vocabularyFolder)) }
        if limits != .standard { lines.append("limits \(limits.encoded)") }
        for source in sources {
            lines.append("source " + Self.escaped(source.path))
            lines += source.excluded.map { "exclude " + Self.escaped($0) }
        }
        return Array(lines.joined(separator: "\n").utf8) + [UInt8(ascii: "\n")]
    }

    private static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if byte < 0x20 || byte == UInt8(ascii: "%") || byte == 0x7F {
                bytes += [UInt8(ascii: "%")] + Hexadecimal.string([byte]).utf8
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var at = text.startIndex
        while at < text.endIndex {
            if text[at] == UInt8(ascii: "%"), at + 2 < text.endIndex,
                let byte = UInt8(String(decoding: text[at + 1...at + 2], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                at += 3
            } else {
                bytes.append(text[at])
                at += 1
            }
        }
        return bytes
    }
}
