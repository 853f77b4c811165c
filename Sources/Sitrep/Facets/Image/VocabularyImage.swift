#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A vocabulary image, read in place.
///
/// Opening checks the header and that every section lies inside the image, which costs the same for any size. Whatever
/// is read later is checked as it is followed: a number that leads nowhere reads as none, as an empty string, or as an
/// empty range.
struct VocabularyImage: Sendable {
    let storage: ImageStorage
    private let base: UnsafeRawPointerBox
    let strings: SectionPlace
    let facets: SectionPlace
    let concepts: SectionPlace
    let spellings: SectionPlace
    let tokens: SectionPlace
    let edges: SectionPlace
    let nodes: SectionPlace
    let payloads: SectionPlace

    /// Where a section lies.
    struct SectionPlace: Sendable {
        var offset = 0
        var count = 0
        var stride = 1
    }

    /// The start of bytes that `storage` keeps alive.
    private struct UnsafeRawPointerBox: @unchecked Sendable {
        let pointer: UnsafeRawPointer
    }

    /// Opens what `storage` holds.
    ///
    /// - Throws: `damaged` and `version`. `file` is only named in errors.
    init(_ storage: ImageStorage, file: String?) throws(VocabularyError) {
        func damaged(_ what: String) -> VocabularyError {
            VocabularyError(
                code: .damaged,
                message: "the vocabulary image is damaged: \(what)",
                hint: "write it again from its YAML files",
                file: file
            )
        }
        let bytes = storage.bytes
        func word(_ at: Int) -> UInt32 {
            UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at * 4, as: UInt32.self))
        }
        guard bytes.count >= ImageFormat.headerBytes, let start = bytes.baseAddress else {
            throw damaged("it is cut off")
        }
        guard (word(0), word(1)) == ImageFormat.magic else { throw damaged("it does not begin as one") }
        guard word(2) == ImageFormat.version else {
            throw VocabularyError(
                code: .version,
                message: "the vocabulary image has format \(word(2)), not \(ImageFormat.version)",
                hint: "write it again with this version of Sitrep",
                file: file
            )
        }
        guard word(3) == UInt32(ImageFormat.Section.allCases.count),
            UInt64(word(8)) | UInt64(word(9)) << 32 == UInt64(bytes.count)
        else { throw damaged("its size is not what it says") }
        var places: [SectionPlace] = []
        for section in ImageFormat.Section.allCases {
            let offset = Int(word(10 + 2 * section.rawValue))
            let count = Int(word(11 + 2 * section.rawValue))
            guard offset >= ImageFormat.headerBytes, offset <= bytes.count,
                count <= (bytes.count - offset) / section.stride
            else { throw damaged("its part \(section) lies outside of it") }
            places.append(SectionPlace(offset: offset, count: count, stride: section.stride))
        }
        func place(_ section: ImageFormat.Section) -> SectionPlace { places[section.rawValue] }
        guard place(.facets).count == FacetKind.allCases.count, place(.nodes).count >= 2,
            place(.tokens).count.nonzeroBitCount == 1
        else { throw damaged("its tables have the wrong size") }
        self.storage = storage
        base = UnsafeRawPointerBox(pointer: start)
        strings = place(.strings)
        facets = place(.facets)
        concepts = place(.concepts)
        spellings = place(.spellings)
        tokens = place(.tokens)
        edges = place(.edges)
        nodes = place(.nodes)
        payloads = place(.payloads)
    }

    /// A word of a record; `ImageFormat.none` for a record that the section does not have.
    @inline(__always)
    func word(_ section: SectionPlace, _ record: Int, _ field: Int) -> UInt32 {
        guard UInt(bitPattern: record) < UInt(bitPattern: section.count) else { return ImageFormat.none }
        let at = section.offset + record * section.stride + field * 4
        return UInt32(littleEndian: base.pointer.loadUnaligned(fromByteOffset: at, as: UInt32.self))
    }

    /// The records that two words of a record, first and count, name in `target`; empty when they lead outside of it.
    func range(_ section: SectionPlace, _ record: Int, _ field: Int, in target: SectionPlace) -> Range<Int> {
        let first = Int(word(section, record, field))
        let count = Int(word(section, record, field + 1))
        guard first <= target.count, count <= target.count - first else { return 0..<0 }
        return first..<first + count
    }

    /// The bytes of a string; empty when offset and length lead outside of the strings.
    func bytes(_ offset: UInt32, _ length: UInt32) -> UnsafeRawBufferPointer {
        let offset = Int(offset)
        let length = Int(length)
        guard offset <= strings.count, length <= strings.count - offset else { return .init(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: base.pointer + strings.offset + offset, count: length)
    }

    /// The bytes that two words of a record, offset and length, name.
    func bytes(_ section: SectionPlace, _ record: Int, _ field: Int) -> UnsafeRawBufferPointer {
        bytes(word(section, record, field), word(section, record, field + 1))
    }

    /// The string that two words of a record, offset and length, name.
    func string(_ section: SectionPlace, _ record: Int, _ field: Int) -> String {
        String(decoding: bytes(section, record, field), as: UTF8.self)
    }
}

extension VocabularyImage {
    /// What the image says of a folded token: its number (0 for none) and the node it leads to from the root.
    @inline(__always)
    func token(_ folded: UnsafeRawBufferPointer) -> (number: UInt32, node: UInt32) {
        let hash = ImageHash.token(folded)
        let mask = tokens.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        let tag = UInt32(truncatingIfNeeded: hash >> 48) << 16 | UInt32(truncatingIfNeeded: folded.count + 1) & 0xFFFF
        for _ in 0..<tokens.count {
            let found = word(tokens, slot, 1)
            if found == 0 { return (0, 0) }
            if found == tag {
                let candidate = bytes(word(tokens, slot, 0), UInt32(truncatingIfNeeded: folded.count))
                if isEqual(candidate, folded) { return (word(tokens, slot, 2), word(tokens, slot, 3)) }
            }
            slot = (slot + 1) & mask
        }
        return (0, 0)
    }

    /// The node that `token` leads to from `node`; 0 for none. Logarithmic in the edges of the node.
    @inline(__always)
    func edge(_ node: UInt32, _ token: UInt32) -> UInt32 {
        let range = children(of: node, 1, in: edges)
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = low + (high - low) / 2
            let found = word(edges, middle, 0)
            if found == token { return word(edges, middle, 1) }
            if found < token { low = middle + 1 } else { high = middle }
        }
        return 0
    }

    /// The payloads of a trie node.
    @inline(__always)
    func payloads(of node: UInt32) -> Range<Int> {
        children(of: node, 0, in: payloads)
    }

    /// The records of `target` from the one that a field of a node names up to the one that the next node names; empty
    /// when they lead outside of it.
    @inline(__always)
    private func children(of node: UInt32, _ field: Int, in target: SectionPlace) -> Range<Int> {
        let first = Int(word(nodes, Int(node), field))
        let end = Int(word(nodes, Int(node) + 1, field))
        return first <= end && end <= target.count ? first..<end : 0..<0
    }

    /// The node that a whole spelling leads to; 0 for none.
    func node(of spelling: String) -> UInt32 {
        let text = Tokenizer.tokenize(spelling)
        return text.bytes.withUnsafeBytes { bytes in
            var node: UInt32 = 0
            for (i, item) in text.tokens.enumerated() {
                let found = token(UnsafeRawBufferPointer(rebasing: bytes[item.foldedStart..<item.foldedEnd]))
                guard found.number != 0 else { return 0 }
                node = i == 0 ? found.node : edge(node, found.number)
                if node == 0 { return 0 }
            }
            return node
        }
    }
}

/// Negative, zero or positive, as `a` stands before, equals or stands behind `b` in the order of bytes.
func compare(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
    let common = min(a.count, b.count)
    if common > 0, let left = a.baseAddress, let right = b.baseAddress {
        let order = memcmp(left, right, common)
        if order != 0 { return Int(order) }
    }
    return a.count - b.count
}

@inline(__always)
private func isEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard a.count == b.count else { return false }
    guard let left = a.baseAddress, let right = b.baseAddress else { return true }
    return memcmp(left, right, a.count) == 0
}
