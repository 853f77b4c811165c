#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Searching for bytes, which needs no Unicode segmentation.
enum ByteSearch {
    static func contains(_ text: some StringProtocol, _ word: String) -> Bool {
        offset(of: word, in: text) != nil
    }

    /// The UTF-8 offset of the first occurrence.
    static func offset(of word: String, in text: some StringProtocol) -> Int? {
        let found = text.utf8.withContiguousStorageIfAvailable { offset(of: word, in: UnsafeRawBufferPointer($0)) }
        return found ?? Array(text.utf8).withUnsafeBytes { offset(of: word, in: $0) }
    }

    /// How often a word occurs, without overlaps.
    static func count(of word: String, in text: String) -> Int {
        var count = 0
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let at = offset(of: word, in: rest) {
                count += 1
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(at + max(word.utf8.count, 1)))
            }
        }
        return count
    }

    /// The offset of the first occurrence in bytes.
    static func offset(of word: String, in bytes: UnsafeRawBufferPointer) -> Int? {
        var word = word
        return word.withUTF8 { word in
            guard let first = word.first, let needle = word.baseAddress else { return 0 }
            guard let start = bytes.baseAddress, bytes.count >= word.count else { return nil }
            let last = bytes.count - word.count
            var at = 0
            while at <= last, let found = memchr(start + at, Int32(first), last - at + 1) {
                at = UnsafeRawPointer(found) - start
                if memcmp(start + at, needle, word.count) == 0 { return at }
                at += 1
            }
            return nil
        }
    }
}
