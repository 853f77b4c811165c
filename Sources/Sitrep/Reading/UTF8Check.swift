/// Looks for errors in UTF-8.
enum UTF8Check {
    /// Where the first error is; `nil` when there is none.
    static func firstError(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var at = 0
        while at < bytes.count {
            if bytes[at] < 0x80 {
                at += 1
            } else if let (_, length) = ScalarDecoder.decode(bytes, at: at) {
                at += length
            } else {
                return at
            }
        }
        return nil
    }

    /// How many well-formed sequences of several bytes there are, and how many bytes belong to none.
    static func count(in bytes: UnsafeBufferPointer<UInt8>) -> (sequences: Int, errors: Int) {
        var sequences = 0
        var errors = 0
        var at = 0
        while at < bytes.count {
            if bytes[at] < 0x80 {
                at += 1
            } else if let (_, length) = ScalarDecoder.decode(bytes, at: at) {
                sequences += 1
                at += length
            } else {
                errors += 1
                at += 1
            }
        }
        return (sequences, errors)
    }
}
