/// The layout of a vocabulary image: little-endian 32-bit words, read in place.
///
/// A header is followed by the sections, each an array of records of fixed width. Numbers of records stand where a file
/// would have pointers; every one is checked when it is followed, so that a damaged image gives wrong answers at worst
/// and never reads outside of itself.
///
/// | words | header |
/// | --- | --- |
/// | 0–1 | magic |
/// | 2 | version of the format |
/// | 3 | number of sections |
/// | 4–7 | digest of all bytes from word 8 on |
/// | 8–9 | size of the image in bytes (64 bits) |
/// | 10… | offset in bytes and number of records, a section each |
enum ImageFormat {
    static let magic: (UInt32, UInt32) = (0x5254_4953, 0x434F_5645)  // "SITR" "EVOC"
    static let version: UInt32 = 4
    /// The version before there were words of war: one section less.
    static let versionWithoutTerms: UInt32 = 3
    static let headerBytes = 128
    /// Where the part begins that the digest covers.
    static let digestedFrom = 32
    /// Stands for "none" where a number of a record is expected.
    static let none: UInt32 = .max

    /// A spelling has at most this many tokens: its case rule takes two bits a token.
    static let mostTokens = 16
    /// A spelling has at most this many bytes.
    static let mostBytes = 400
    /// A concept's id and its kind have at most this many bytes.
    static let mostIDBytes = 255

    /// The sections, in their order in the file; the raw value is their place in the header's table.
    enum Section: Int, CaseIterable {
        /// Bytes of UTF-8 strings; other sections point into it by offset and length.
        case strings
        /// A facet: first concept, number of concepts. The concepts of a facet are sorted by the bytes of their ids.
        case facets
        /// See ``ConceptField``.
        case concepts
        /// Offset, length (16 bits) and flags above it (``SpellingFlag``). A concept's given spellings stand together,
        /// its name first.
        case spellings
        /// A folded token: offset, node that it leads to from the root. A token ends where the next one begins; record 0
        /// is none, and one record more ends the last token.
        case tokens
        /// Hash table of the tokens with linear probing: number of the token (24 bits) and eight bits of hash above it;
        /// 0 in a free place.
        case slots
        /// Token, node that it leads to. The edges of a node stand together, sorted by token; those of the root are in
        /// `tokens`.
        case edges
        /// First payload, first edge; what follows up to the next node's is the node's. Node 0 is none, and one record
        /// more ends the last node. Where a node's number is expected, one with the highest bit set is a node with the
        /// one payload that the other bits are, and nothing else.
        case nodes
        /// Number of the rule (``ruleBits``) and above it the concept.
        case payloads
        /// Case rule, flags (``SpellingFlag``): each pair that payloads have, once.
        case rules
        /// An image of its own with the words of war: a concept is an entry, named by its id, and its spellings are its
        /// words. Absent in an image from before there were any.
        case terms

        /// Bytes a record.
        var stride: Int {
            switch self {
            case .strings, .terms: 1
            case .slots, .payloads: 4
            case .facets, .spellings, .tokens, .edges, .nodes, .rules: 8
            case .concepts: 32
            }
        }
    }

    /// A payload has so many bits for its rule, and 20 for its concept.
    static let ruleBits: UInt32 = 11
    static let mostRules = 1 << 11
    /// The concept of a payload that stands for nothing: a stop phrase.
    static let stop = (1 << 20) - 1
    /// A number of a node with this bit is a payload itself.
    static let inlineBit: UInt32 = 1 << 31
    /// Tokens have numbers below this.
    static let mostNumbers = 1 << 24

    /// The words of a concept's record.
    enum ConceptField {
        static let id = 0  // offset
        static let kind = 1  // offset
        static let sizes = 2  // length of the id, of the kind (8 bits each), flags (``ConceptFlag``)
        static let parent = 3
        static let defersTo = 4
        static let firstSpelling = 5
        static let spellingCount = 6
        static let population = 7
    }

    /// What a concept is in a layer over another one.
    struct ConceptFlag: OptionSet, Sendable {
        let rawValue: UInt32
        /// It only names a concept of the layer below, as a parent.
        static let reference = ConceptFlag(rawValue: 1)
        /// It takes the concept of the layer below away.
        static let removed = ConceptFlag(rawValue: 2)
    }

    /// What a spelling is to its concept.
    struct SpellingFlag: OptionSet, Hashable, Sendable {
        let rawValue: UInt32
        /// It is the concept's name.
        static let name = SpellingFlag(rawValue: 1)
        /// It counts only in its capitals.
        static let cased = SpellingFlag(rawValue: 2)
        /// It is looked up, but not looked for in text.
        static let label = SpellingFlag(rawValue: 4)
        /// It is also a common word or a person's name, and counts only with evidence.
        static let weak = SpellingFlag(rawValue: 8)
        /// A rule made it from a given spelling; it stands in the trie alone.
        static let derived = SpellingFlag(rawValue: 16)
        /// In a layer over another one: what the layer below says of spelling and concept counts no more.
        static let dropped = SpellingFlag(rawValue: 32)
        /// The upper of two layers has it. Never stands in an image.
        static let own = SpellingFlag(rawValue: 64)
        /// The language of a word of war.
        static let english = SpellingFlag(rawValue: 128)
        static let ukrainian = SpellingFlag(rawValue: 256)
        static let russian = SpellingFlag(rawValue: 512)
    }
}

/// Mixes 64 bits: the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
@inline(__always)
func mixBits(_ value: UInt64) -> UInt64 {
    var x = value
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    return x ^ (x >> 31)
}

/// Mixes a value into 64 bits that were mixed before, so that the order of several values matters.
@inline(__always)
func mixBits(_ state: UInt64, _ value: UInt64) -> UInt64 {
    // The increment of SplitMix64: an odd number near 2⁶⁴ divided by the golden ratio.
    mixBits(state &* 0x9E37_79B9_7F4A_7C15 &+ value)
}

/// Hashes of the image's tables; the same on every machine.
enum ImageHash {
    /// The hash of a folded token.
    @inline(__always)
    static func token(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
        var at = 0
        while at + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
            at += 8
        }
        // The bytes that are left, the first of them the highest.
        var tail: UInt64 = 0
        if bytes.count & 4 != 0 {
            tail = UInt64(UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
            at += 4
        }
        if bytes.count & 2 != 0 {
            tail = tail << 16 | UInt64(UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt16.self)))
            at += 2
        }
        if bytes.count & 1 != 0 { tail = tail << 8 | UInt64(bytes[at]) }
        return mixBits(hash ^ tail)
    }

    /// Where a hash begins to look among `count` places: its lower half as a fraction of them (Lemire 2019).
    @inline(__always)
    static func slot(_ hash: UInt64, of count: Int) -> Int {
        Int(truncatingIfNeeded: ((hash & 0xFFFF_FFFF) &* UInt64(truncatingIfNeeded: count)) >> 32)
    }
}

/// A 128-bit digest that tells vocabularies apart; it withstands accidents, not attacks.
enum ContentDigest {
    /// Two lanes over words of eight bytes, each multiplied and rotated, then mixed with the length and each other.
    static func of(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
        var a: UInt64 = 0x9E37_79B9_7F4A_7C15
        var b: UInt64 = 0xC2B2_AE3D_27D4_EB4F
        var at = 0
        while at < bytes.count {
            var word: UInt64 = 0
            if at + 8 <= bytes.count {
                word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            } else {
                for i in stride(from: bytes.count - 1, through: at, by: -1) { word = word << 8 | UInt64(bytes[i]) }
            }
            a = (a ^ word) &* 0xFF51_AFD7_ED55_8CCD
            a = a << 29 | a >> 35
            b = (b &+ word) &* 0xC4CE_B9FE_1A85_EC53
            b = b << 37 | b >> 27
            at += 8
        }
        a ^= UInt64(bytes.count)
        let first = mixBits(a &+ b)
        return (first, mixBits(b ^ first))
    }
}
