internal import CXapian

/// Cuts words of one language to their stems (`Xapian::Stem`, the Snowball algorithms). Used by one thread at a time.
@safe
public struct Stemmer: ~Copyable {
    private let handle: OpaquePointer

    /// A stemmer for a language, by English name or ISO 639 code; `none` leaves words as they are.
    ///
    /// Throws `.invalidArgument` for a language without a stemmer.
    public init(language: String) throws(XapianError) {
        var handle: OpaquePointer?
        try unsafe language.withCBytes { bytes throws(XapianError) in
            try unsafe succeed(cx_stemmer_new(bytes, &handle), about: language)
        }
        guard let handle = unsafe handle else { preconditionFailure("no stemmer and no error") }
        unsafe self.handle = handle
    }

    deinit { unsafe cx_stemmer_free(handle) }

    /// The stem of a word, which is expected in lower case and as UTF-8.
    public func stem(
        _ word: borrowing some ByteSource & ~Copyable & ~Escapable
    ) throws(XapianError) -> [UInt8] {
        try unsafe word.withCBytes { bytes throws(XapianError) in
            // A stem is hardly ever longer than its word; if it is, ask again with room for it.
            var stem = unsafe [UInt8](repeating: 0, count: bytes.count + 16)
            var count = 0
            try unsafe succeed(cx_stemmer_stem(handle, bytes, &stem, stem.count, &count), about: String(bytes))
            if count > stem.count {
                stem = [UInt8](repeating: 0, count: count)
                try unsafe succeed(cx_stemmer_stem(handle, bytes, &stem, stem.count, &count), about: String(bytes))
            }
            stem.removeLast(stem.count - count)
            return stem
        }
    }

    /// The English names of the languages that have a stemmer, in alphabetical order.
    public static var availableLanguages: [String] {
        get throws(XapianError) {
            let list = try unsafe ListReader { out in unsafe cx_stemmer_languages(out) }
            return String(decoding: list.string(0), as: UTF8.self).split(separator: " ").map(String.init)
        }
    }
}
