/// A file or folder whose reports the index holds.
public struct SourceRecord: Equatable, Sendable {
    /// Stays with the source for ever; never given to another one.
    public var number: Int
    /// Absolute, without symbolic links.
    public var path: String
    /// Globs of what is left out.
    public var excluded: [String]
    /// The device that held it when it was last read, to tell an empty folder from a disk that is not there; 0: unknown.
    var device: UInt64
    /// When it was last read, in nanoseconds since 1970: what is younger may have changed without a trace in its times.
    var lastRead: Int64

    init(number: Int, path: String, excluded: [String], device: UInt64 = 0, lastRead: Int64 = 0) {
        self.number = number
        self.path = path
        self.excluded = excluded
        self.device = device
        self.lastRead = lastRead
    }

    static let metadataKey = "sources"

    /// The list as it is stored; `next` is the number that the next new source gets.
    static func encode(_ sources: [SourceRecord], next: Int) -> [UInt8] {
        var out = ByteWriter()
        out.write(next)
        out.write(sources) { out, source in
            out.write(source.number)
            out.write(source.path)
            out.write(source.excluded) { $0.write($1) }
            out.write(source.device)
            out.write(UInt64(bitPattern: source.lastRead))
        }
        return out.summed
    }

    /// Reads the stored list. Every run writes one, so that none is a damage, and never an index without sources.
    static func decode(_ bytes: [UInt8]) throws(ByteReader.Malformed) -> (sources: [SourceRecord], next: Int) {
        var input = ByteReader(bytes)
        let next = try input.int()
        let sources = try input.list { reader throws(ByteReader.Malformed) in
            SourceRecord(
                number: try reader.int(),
                path: try reader.string(),
                excluded: try reader.list { reader throws(ByteReader.Malformed) in try reader.string() },
                device: try reader.number(),
                lastRead: Int64(bitPattern: try reader.number())
            )
        }
        try input.checkSum()
        return (sources, next)
    }

    /// Whether `other` is this path or lies below it.
    func contains(_ other: String) -> Bool {
        other == path || other.utf8.starts(with: (path.utf8.last == UInt8(ascii: "/") ? path : path + "/").utf8)
    }
}
