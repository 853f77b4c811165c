internal import CReading

/// The content of a file piece by piece: read, digested, and unpacked where it is packed.
struct ByteSource: ~Copyable {
    private let file: InputFile
    private let limits: ReadingLimits
    private var digest = SHA256Digest()
    private let inflate: OpaquePointer?
    /// Packed bytes that wait to be unpacked: `input[inputStart..<inputEnd]`.
    private var input: [UInt8]
    private var inputStart = 0
    private var inputEnd = 0
    private var fileEnded = false
    private(set) var bytesRead = 0
    private(set) var bytesGiven = 0

    /// The most that unpacking may multiply a large file by: deflate reaches 1032, real reports about 10.
    private static let maximumRatio = 200
    /// From so many unpacked bytes on the ratio is looked at.
    private static let suspiciousBytes = 16 << 20

    /// - Parameter found: what a walk found there; `nil` for a path that a person gave.
    init(path: String, limits: ReadingLimits, found: FoundPlace? = nil) throws {
        file = try InputFile(path: path, found: found)
        self.limits = limits
        input = [UInt8](repeating: 0, count: 1 << 18)
        inflate = ReportFormat.isCompressed(path: path) ? sr_inflate_create() : nil
    }

    deinit { sr_inflate_free(inflate) }

    var path: String { file.path }
    var status: FileStatus { file.status }

    /// Appends the next piece to `bytes`; `false` at the end, which is checked: a gzip stream must be whole, and the
    /// file must be as it was.
    mutating func next(appendingTo bytes: inout [UInt8]) throws -> Bool {
        guard let inflate else {
            guard try fill() else { return false }
            bytes.append(contentsOf: input[inputStart..<inputEnd])
            bytesGiven += inputEnd - inputStart
            inputStart = inputEnd
            return true
        }
        while true {
            if inputStart == inputEnd, try !fill() {
                guard sr_inflate_is_complete(inflate) != 0 else {
                    throw ReadFailure(
                        path: path,
                        reason: bytesRead == 0 ? "empty file" : "broken gzip: it ends too early"
                    )
                }
                return false
            }
            if try unpack(inflate, into: &bytes) > 0 { return true }
        }
    }

    private mutating func unpack(_ inflate: OpaquePointer, into bytes: inout [UInt8]) throws -> Int {
        let room = 1 << 18
        let old = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: room))
        var consumed = 0
        var produced = 0
        let code = input.withUnsafeBufferPointer { input in
            bytes.withUnsafeMutableBufferPointer { output -> Int32 in
                guard let from = input.baseAddress, let to = output.baseAddress else { return 0 }
                return sr_inflate_step(
                    inflate,
                    from + inputStart,
                    inputEnd - inputStart,
                    &consumed,
                    to + old,
                    room,
                    &produced
                )
            }
        }
        bytes.removeLast(room - produced)
        inputStart += consumed
        bytesGiven += produced
        guard code == Int32(SR_INFLATE_OK) else {
            let isGzip = bytesGiven > 0 || bytesRead > 2 && input[0] == 0x1F && input[1] == 0x8B
            let reason = isGzip ? "broken gzip: the data are damaged" : "no gzip data, though its name ends in .gz"
            throw ReadFailure(path: path, reason: reason)
        }
        let isMuch = bytesGiven > min(limits.maximumFileBytes, Self.suspiciousBytes)
        if isMuch, bytesGiven / ByteSource.maximumRatio > bytesRead {
            throw ReadFailure(path: path, reason: "unpacks to far more than any report would")
        }
        return produced
    }

    /// Reads the next piece of the file into `input`; `false` at its end.
    private mutating func fill() throws -> Bool {
        guard !fileEnded else { return false }
        let count = try input.withUnsafeMutableBytes { try file.read(into: $0) }
        inputStart = 0
        inputEnd = count
        if count == 0 {
            fileEnded = true
            try file.confirmUnchanged(bytesRead: bytesRead)
            return false
        }
        bytesRead += count
        input.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        return true
    }

    /// The whole rest; throws when it is longer than the limit.
    mutating func rest() throws -> [UInt8] {
        guard status.size <= limits.maximumFileBytes else { throw tooLarge() }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(status.size + 1)
        while try next(appendingTo: &bytes) {
            guard bytes.count <= limits.maximumFileBytes else { throw tooLarge() }
        }
        return bytes
    }

    private borrowing func tooLarge() -> ReadFailure {
        ReadFailure(path: path, reason: limits.largeFile)
    }

    /// What the file is, when all of it has been read.
    mutating func finish() -> FileContent {
        FileContent(size: bytesRead, digest: digest.finish(), status: status)
    }
}
