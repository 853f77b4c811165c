internal import CReading

/// Raw deflate (RFC 1951), as the index stores its texts.
public enum Deflate {
    /// Packed bytes that cannot be unpacked.
    public enum Failure: Error, Sendable, Equatable {
        /// The bytes are no deflate stream, or not a whole one.
        case damaged
        /// They unpack to more than the limit.
        case tooLarge
    }

    /// Bytes unpack to so many times their number at most.
    private static let mostRatio = 1_032

    /// Packs `bytes` at zlib's `level`, 1 (fast) to 9 (small); at most 4 GiB.
    public static func compress(_ bytes: [UInt8], level: Int = 6) -> [UInt8] {
        let bound = sr_deflate_bound(bytes.count)
        return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            count = 0
            guard let output = buffer.baseAddress else { return }
            count = sr_deflate_pack(bytes, bytes.count, Int32(min(max(level, 1), 9)), output, bound)
            precondition(count > 0, "deflate: out of memory, or more than 4 GiB at once")
        }
    }

    /// Unpacks `bytes`; throws ``Failure`` when they are damaged or give more than `limit` bytes.
    ///
    /// With `size`, the unpacked length when it is known, the buffer is right at once.
    public static func decompress(
        _ bytes: [UInt8],
        size: Int? = nil,
        limit: Int = 64 << 20
    ) throws(Failure) -> [UInt8] {
        // A size that is wrong is given no more memory than so many bytes can need.
        let most = bytes.count < Int.max / mostRatio ? bytes.count * mostRatio : Int.max
        var capacity = min(limit, max(min(size ?? bytes.count * 4, most), 64))
        while true {
            var code: Int32 = 0
            let output = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                var produced = 0
                code = sr_deflate_unpack(bytes, bytes.count, buffer.baseAddress, capacity, &produced)
                count = produced
            }
            switch code {
            case Int32(SR_INFLATE_OK): return output
            case Int32(SR_INFLATE_ROOM) where capacity < limit: capacity = min(limit, capacity * 4)
            case Int32(SR_INFLATE_ROOM): throw .tooLarge
            default: throw .damaged
            }
        }
    }
}
