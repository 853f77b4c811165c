/// Where one shard of an index is read from.
enum ShardPlace: Equatable, Sendable {
    /// A database on this machine, by the bytes of its path; as it is named in the list of shards.
    case folder([UInt8], name: String)
    /// One that a server (`xapian-tcpsrv`) serves.
    case server(host: String, port: UInt16)

    /// What a person knows it by.
    var name: String {
        switch self {
        case .folder(_, let name): name
        case .server(let host, let port): "\(host):\(port)"
        }
    }
}

/// The file that names the shards of an index that are not where the index wrote them: a stub file of Xapian's, in the
/// folder of the index.
///
/// A line for each shard, in their order:
///
/// ```
/// remote 10.0.0.2:7001
/// auto generation-3/shard-2
/// ```
/// `remote` is a server, anything else (`auto`, `glass`) a path, relative to the folder. Empty lines and such that begin
/// with `#` say nothing.
enum ShardList {
    static let fileName = "shards"

    /// The shards that the file names; `nil` where there is no such file.
    ///
    /// - Throws: ``SitrepError`` for a line that cannot be understood.
    static func places(in folder: IndexFolder) throws(SitrepError) -> [ShardPlace]? {
        let path = folder.path + "/" + fileName
        guard Files.exists(path) else { return nil }
        let text = String(decoding: try Files.read(path), as: UTF8.self)
        var places: [ShardPlace] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = TextLines.trimmed(line)
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let place = place(line, in: folder) else {
                throw SitrepError(
                    .data,
                    "line \(number + 1) of \(path) names no shard: \(line)",
                    hint: "write it as: remote HOST:PORT, or: auto PATH"
                )
            }
            places.append(place)
        }
        guard !places.isEmpty else {
            throw SitrepError(.data, "\(path) names no shard", hint: "write a line for each: remote HOST:PORT")
        }
        return places
    }

    private static func place(_ line: String, in folder: IndexFolder) -> ShardPlace? {
        guard let blank = line.firstIndex(where: { $0 == " " || $0 == "\t" }) else { return nil }
        let value = TextLines.trimmed(line[blank...])
        switch line[..<blank] {
        case "remote":
            guard let colon = value.lastIndex(of: ":"), colon > value.startIndex, !value.hasPrefix(":"),
                let port = UInt16(value[value.index(after: colon)...]), port > 0
            else { return nil }
            return .server(host: String(value[..<colon]), port: port)
        case "auto", "glass":
            let path = value.hasPrefix("/") ? value : folder.path + "/" + value
            return .folder(PathBytes.bytes(of: path), name: value)
        default: return nil
        }
    }
}

/// Whether a shard of an index answers.
public struct ShardStatus: Sendable, Hashable {
    /// A server's host and port, or a path.
    public var name: String
    /// What is wrong with it; `nil` where it answers.
    public var error: String?

    /// Whether it answers.
    public var isOK: Bool { error == nil }
}
