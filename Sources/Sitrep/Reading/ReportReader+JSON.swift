extension ReportReader {
    /// Nesting that the decoder still takes (it refuses 512).
    private static let maximumDepth = 500

    /// Reads a JSON document: one report, or an array of them.
    func readDocument(
        _ bytes: [UInt8],
        path: String,
        content: FileContent,
        recognizing recognize: (String) -> Int?,
        sink: (ReadItem) throws -> Void
    ) throws {
        let bytes = try utf8(bytes, path: path)
        let shape: JSONScanner.Shape
        do {
            shape = try JSONScanner.scan(bytes, elements: limits.mostRecords)
        } catch {
            let (line, column) = error.position(in: bytes)
            throw ReadFailure(path: path, line: line, reason: "not JSON: \(error.reason) (column \(column))")
        }
        guard !shape.hasMore else {
            let most = "a list of more than \(limits.mostRecords) records"
            throw ReadFailure(path: path, reason: most + "; a file with a record a line may have any number")
        }
        if let elements = shape.elements {
            for (ordinal, element) in elements.enumerated() {
                let (range, line) = (element.range, element.line)
                let digest = SHA256Digest.hex(bytes[range])
                if let place = recognize(digest) {
                    try sink(.known(KnownRecord(place: place, line: line, bytes: range.count)))
                    continue
                }
                let result = result(
                    bytes,
                    element,
                    path: path,
                    line: line,
                    ordinal: ordinal,
                    digest: digest,
                    isOneOfMany: true
                )
                try sink(.result(result))
            }
        } else {
            try sink(.result(result(bytes, shape.value, path: path, line: nil, ordinal: 0, digest: content.digest)))
        }
    }

    /// Reads a lines file, a report a line, in memory bounded by the longest line.
    func readLines(
        _ source: inout ByteSource,
        recognizing recognize: (String) -> Int?,
        sink: (ReadItem) throws -> Void
    ) throws {
        let path = source.path
        var ordinal = 0
        try forEachLine(&source) { number, line in
            if let line {
                let digest = SHA256Digest.hex(line)
                if let place = recognize(digest) {
                    try sink(.known(KnownRecord(place: place, line: number, bytes: line.count)))
                } else {
                    let record = record(inLine: line, number: number, path: path, ordinal: ordinal, digest: digest)
                    try sink(.result(record))
                }
            } else {
                let reason = limits.large("line")
                try sink(.result(.failure(ReadFailure(path: path, line: number, reason: reason))))
            }
            ordinal += 1
        }
    }

    /// Goes through the lines of a file that are not blank, each with its number from 1; no bytes for one that is too long.
    func forEachLine(_ source: inout ByteSource, _ body: (Int, [UInt8]?) throws -> Void) throws {
        var lines = LineBuffer(maximumLength: limits.maximumReportBytes)
        var isFirst = true
        var more = true
        while more {
            more = try source.next(appendingTo: &lines.bytes)
            if isFirst, !lines.bytes.isEmpty {
                isFirst = false
                if let charset = TextDecoder.wideCharset(lines.bytes) {
                    // The lines of UTF-16 cannot be told apart before it is decoded.
                    lines.bytes.append(contentsOf: try source.rest())
                    guard let text = CharacterSets.convert(lines.bytes, from: charset) else {
                        throw ReadFailure(path: source.path, reason: "not text")
                    }
                    lines.bytes = Array(text.utf8)
                    more = false
                }
                if TextDecoder.looksBinary(lines.bytes.prefix(1 << 16)) {
                    throw ReadFailure(path: source.path, reason: "not text")
                }
                if lines.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { lines.bytes.removeFirst(3) }
            }
            while let (number, line) = lines.next(isEnd: !more) {
                if let line, line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
                try body(number, line)
            }
        }
    }

    private func record(
        inLine line: [UInt8],
        number: Int,
        path: String,
        ordinal: Int,
        digest: String
    ) -> Result<ReadRecord, ReadFailure> {
        do {
            let bytes = try utf8(line, path: path)
            let value = try JSONScanner.scan(bytes, elements: 0).value
            return result(bytes, value, path: path, line: number, ordinal: ordinal, digest: digest, isOneOfMany: true)
        } catch let error as JSONSyntaxError {
            let column = error.position(in: line).column
            let reason = "not JSON: \(error.reason) (column \(column))"
            return .failure(ReadFailure(path: path, line: number, reason: reason))
        } catch {
            return .failure(ReadFailure(path: path, line: number, reason: "not text"))
        }
    }

    /// The report that one JSON value gives.
    private func result(
        _ bytes: [UInt8],
        _ value: JSONSpan,
        path: String,
        line: Int?,
        ordinal: Int,
        digest: String,
        isOneOfMany: Bool = false
    ) -> Result<ReadRecord, ReadFailure> {
        func failure(_ reason: String) -> Result<ReadRecord, ReadFailure> {
            .failure(ReadFailure(path: path, line: line, reason: reason))
        }
        guard value.firstByte == UInt8(ascii: "{") else { return failure("no JSON object: a report must be one") }
        guard value.depth <= ReportReader.maximumDepth else { return failure("nested too deep") }
        guard value.range.count <= limits.maximumReportBytes else {
            return failure(limits.large("report"))
        }
        let content = bytes[value.range]
        guard let record = try? JSONRecord.decode(content) else {
            return failure("not JSON: a string with a broken \\u escape or a number out of range")
        }
        let draft: ArticleDraft?
        do {
            draft = try record.draft()
        } catch {
            return failure(error.reason)
        }
        if let draft, let reason = limits.refusal(of: draft.text) { return failure(reason) }
        guard let article = draft?.finished(today: today), !article.text.isEmpty || !article.title.isEmpty else {
            return failure("no text: a report needs text, body, content or articleBody")
        }
        return .success(
            ReadRecord(
                article: article,
                digest: digest,
                ordinal: ordinal,
                isOneOfMany: isOneOfMany,
                line: line
            )
        )
    }

    /// The text as UTF-8, without a byte order mark.
    func utf8(_ bytes: [UInt8], path: String) throws -> [UInt8] {
        if TextDecoder.isValidUTF8(bytes) { return Array(bytes.trimmingPrefix([0xEF, 0xBB, 0xBF])) }
        guard let text = TextDecoder.decode(bytes, declared: nil) else {
            throw ReadFailure(path: path, reason: "not text")
        }
        return Array(text.utf8)
    }
}
