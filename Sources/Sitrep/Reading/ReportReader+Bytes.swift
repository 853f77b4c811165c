extension ReportReader {
    /// Reads what is no file, such as standard input: one report, or a JSON array of them.
    ///
    /// No ending tells what it is, so its beginning does: an object or array of JSON, a tag or declaration of HTML, the
    /// front matter or a heading of Markdown; anything else is text.
    ///
    /// - Parameter name: what stands for a path in failures.
    /// - Throws: ``ReadFailure`` where all of it fails, and what `sink` throws.
    public func read(
        _ bytes: [UInt8],
        named name: String,
        sink: (Result<ReadRecord, ReadFailure>) throws -> Void
    ) throws {
        guard !bytes.isEmpty else { throw ReadFailure(path: name, reason: "empty") }
        guard bytes.count <= limits.maximumFileBytes else {
            throw ReadFailure(path: name, reason: limits.largeFile)
        }
        guard !bytes.starts(with: [0x1F, 0x8B]) else {
            throw ReadFailure(path: name, reason: "packed with gzip: unpack it first, with gunzip -c")
        }
        let digest = SHA256Digest.hex(bytes)
        let format = ReportFormat(beginning: TextDecoder.decode(bytes, declared: nil) ?? "")
        if format == .json {
            let status = FileStatus(size: bytes.count, modified: 0, inode: 0)
            let content = FileContent(size: bytes.count, digest: digest, status: status)
            try readDocument(
                bytes,
                path: name,
                content: content,
                recognizing: { _ in nil },
                sink: { item in if case .result(let result) = item { try sink(result) } }
            )
        } else {
            let article = try article(bytes, format: format, path: name)
            try sink(.success(ReadRecord(article: article, digest: digest)))
        }
    }
}

extension ReportFormat {
    /// What a text is by how it begins.
    init(beginning text: String) {
        let start = text.drop { $0.isWhitespace }
        let second = start.dropFirst().drop { $0.isWhitespace }.first
        switch start.first {
        case "{" where second == "\"" || second == "}": self = .json
        // A text may begin with a remark in brackets.
        case "[" where second == "{" || second == "]": self = .json
        case "<" where second == "!" || second == "?" || second?.isLetter == true: self = .html
        case "#" where start.hasPrefix("# "): self = .markdown
        case "-" where start.hasPrefix("---\n") || start.hasPrefix("---\r\n"): self = .markdown
        default: self = .text
        }
    }
}
