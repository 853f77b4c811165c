/// A file or folder whose reports the index holds.
public struct SourceRecord: Equatable, Sendable {
    /// Stays with the source for ever; never given to another one.
    public var number: Int
    /// Absolute, without symbolic links.
    public var path: String
    /// Globs of what is left out.
    public var excluded: [String]

    static let metadataKey = "sources"

    /// The list as it is stored; `next` is the number that the next new source gets.
    static func encode(_ sources: [SourceRecord], next: Int) -> [UInt8] {
        var out = ByteWriter()
        out.write(next)
        out.write(sources) { out, source in
            out.write(source.number)
            out.write(source.path)
            out.write(source.excluded) { $0.write($1) }
        }
        return out.bytes
    }

    /// Reads the stored list; empty bytes are an empty list.
    static func decode(_ bytes: [UInt8]) throws(ByteReader.Malformed) -> (sources: [SourceRecord], next: Int) {
        guard !bytes.isEmpty else { return ([], 1) }
        var input = ByteReader(bytes)
        let next = try input.int()
        let sources = try input.list { reader throws(ByteReader.Malformed) in
            SourceRecord(
                number: try reader.int(),
                path: try reader.string(),
                excluded: try reader.list { reader throws(ByteReader.Malformed) in try reader.string() }
            )
        }
        return (sources, next)
    }

    /// Whether `other` is this path or lies below it.
    func contains(_ other: String) -> Bool {
        other == path || other.hasPrefix(path.hasSuffix("/") ? path : path + "/")
    }
}
