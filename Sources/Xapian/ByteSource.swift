internal import CXapian

/// What can be given where Xapian takes bytes: terms, values, keys, data.
///
/// Text counts as its UTF-8. NUL bytes are bytes like others.
public protocol ByteSource: ~Copyable, ~Escapable {
    /// Calls `body` with the bytes, which live as long as the call.
    func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result
}

extension Span: ByteSource where Element == UInt8 {
    public func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(self)
    }
}

extension Array: ByteSource where Element == UInt8 {
    public func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(span)
    }
}

extension ArraySlice: ByteSource where Element == UInt8 {
    public func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(span)
    }
}

extension String: ByteSource {
    public func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(Array(utf8).span)
    }
}

extension Substring: ByteSource {
    public func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(Array(utf8).span)
    }
}

extension ByteSource where Self: ~Copyable & ~Escapable {
    /// The bytes as text, for messages; what is not UTF-8 in them is replaced.
    var text: String { unsafe withCBytes { unsafe String($0) } }

    /// Calls `body` with the bytes as the C layer takes them, borrowed for the call.
    func withCBytes<Result: ~Copyable, Failure: Error>(
        _ body: (cx_bytes) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withBytes { bytes throws(Failure) in
            try unsafe bytes.withUnsafeBufferPointer { buffer throws(Failure) in
                try unsafe body(cx_bytes(start: buffer.baseAddress, count: buffer.count))
            }
        }
    }
}

extension Array where Element: ByteSource {
    /// Calls `body` with the bytes of each path as the C layer takes them, borrowed for the call.
    func withCPaths<Failure: Error>(_ body: ([cx_bytes]) throws(Failure) -> Void) throws(Failure) {
        var bytes: [UInt8] = []
        var ends: [Int] = []
        for path in self {
            path.withBytes { for index in $0.indices { bytes.append($0[index]) } }
            ends.append(bytes.count)
        }
        try unsafe bytes.withUnsafeBufferPointer { buffer throws(Failure) in
            var paths = unsafe [cx_bytes]()
            var start = 0
            for end in ends {
                unsafe paths.append(cx_bytes(start: buffer.baseAddress.map { unsafe $0 + start }, count: end - start))
                start = end
            }
            try unsafe body(paths)
        }
    }
}
