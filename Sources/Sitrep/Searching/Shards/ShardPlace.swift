/// Where one shard of an index is read from: a server (`xapian-tcpsrv`).
struct ShardPlace: Equatable, Sendable {
    var host: String
    var port: UInt16

    /// What a person knows it by.
    var name: String { "\(host):\(port)" }
}

/// The file that names the shards of an index that stand behind servers: a stub file of Xapian's, in the folder of the
/// index.
///
/// A line for each shard, in their order:
///
/// ```
/// remote 10.0.0.2:7001
/// remote 10.0.0.3:7001
/// ```
/// Empty lines and such that begin with `#` say nothing. The other kinds of lines of such a file cannot stand here: the
/// shards that are at hand are those of the generation.
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
            guard let place = place(line) else {
                throw SitrepError(
                    .data,
                    "line \(number + 1) of \(path) names no shard: \(line)",
                    hint: "write it as: remote HOST:PORT"
                )
            }
            places.append(place)
        }
        guard !places.isEmpty else {
            throw SitrepError(.data, "\(path) names no shard", hint: "write a line for each: remote HOST:PORT")
        }
        return places
    }

    /// Refuses to write to an index whose shards are written elsewhere.
    ///
    /// - Throws: ``SitrepError`` `usage`, or as ``places(in:)``.
    static func checkWritable(_ folder: IndexFolder) throws(SitrepError) {
        guard try places(in: folder) == nil else {
            throw SitrepError(
                .usage,
                "the index at \(folder.path) only reads the shards that its file \(fileName) names",
                hint: "do it where these are written, or take the file away"
            )
        }
    }

    private static func place(_ line: String) -> ShardPlace? {
        guard let blank = line.firstIndex(where: { $0 == " " || $0 == "\t" }), line[..<blank] == "remote" else {
            return nil
        }
        let value = TextLines.trimmed(line[blank...])
        guard let colon = value.lastIndex(of: ":"), colon > value.startIndex,
            let port = UInt16(value[value.index(after: colon)...]), port > 0
        else { return nil }
        return ShardPlace(host: String(value[..<colon]), port: port)
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

    /// What is to be said of one that does not answer.
    public var missing: String { "the shard \(name) did not answer (\(error ?? "")): its reports are missing" }
}
