#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A vocabulary image, read in place; a vocabulary has one, or a small one over another.
///
/// Opening checks the header and that every section lies inside the image, which costs the same for any size. Whatever
/// is read later is checked as it is followed: a number that leads nowhere reads as none, as an empty string, or as an
/// empty range.
final class ImageLayer: Sendable {
    let storage: ImageStorage
    private let base: UnsafeRawPointerBox
    let strings: SectionPlace
    let facets: SectionPlace
    let concepts: SectionPlace
    let spellings: SectionPlace
    let tokens: SectionPlace
    let slots: SectionPlace
    let edges: SectionPlace
    let nodes: SectionPlace
    let payloads: SectionPlace
    let rules: SectionPlace
    /// Where the image of the words of war lies; empty for none.
    private let termsPlace: SectionPlace
    /// Where the concepts of the regions and those of the actors end; those of the weapons end with the concepts.
    let facetEnds: (region: Int, actor: Int)

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
        guard word(2) == ImageFormat.version || word(2) == ImageFormat.versionWithoutTerms else {
            throw VocabularyError(
                code: .version,
                message: "the vocabulary image has format \(word(2)), not \(ImageFormat.version)",
                hint: "write it again with this version of Sitrep",
                file: file
            )
        }
        let isOlder = word(2) == ImageFormat.versionWithoutTerms
        let sections = isOlder ? ImageFormat.Section.allCases.dropLast() : ImageFormat.Section.allCases[...]
        guard Int(word(3)) == sections.count,
            UInt64(word(8)) | UInt64(word(9)) << 32 == UInt64(bytes.count)
        else { throw damaged("its size is not what it says") }
        var places: [SectionPlace] = []
        for section in sections {
            let offset = Int(word(10 + 2 * section.rawValue))
            let count = Int(word(11 + 2 * section.rawValue))
            guard offset >= ImageFormat.headerBytes, offset <= bytes.count,
                count <= (bytes.count - offset) / section.stride
            else { throw damaged("its part \(section) lies outside of it") }
            places.append(SectionPlace(offset: offset, count: count, stride: section.stride))
        }
        if isOlder { places.append(SectionPlace()) }
        func place(_ section: ImageFormat.Section) -> SectionPlace { places[section.rawValue] }
        guard place(.facets).count == FacetKind.allCases.count, place(.nodes).count >= 2, place(.tokens).count >= 2,
            place(.tokens).count <= ImageFormat.mostNumbers, place(.slots).count >= 1,
            place(.concepts).count <= ImageFormat.stop
        else { throw damaged("its tables have the wrong size") }
        var end = 0
        var ends: [Int] = []
        for facet in FacetKind.allCases {
            let at = (place(.facets).offset + facet.order * Section.facets.stride) / 4
            guard Int(word(at)) == end else { throw damaged("its facets do not follow each other") }
            end += Int(word(at + 1))
            ends.append(end)
        }
        guard end == place(.concepts).count else { throw damaged("its facets do not follow each other") }
        facetEnds = (ends[0], ends[1])
        self.storage = storage
        base = UnsafeRawPointerBox(pointer: start)
        strings = place(.strings)
        facets = place(.facets)
        concepts = place(.concepts)
        spellings = place(.spellings)
        tokens = place(.tokens)
        slots = place(.slots)
        edges = place(.edges)
        nodes = place(.nodes)
        payloads = place(.payloads)
        rules = place(.rules)
        termsPlace = place(.terms)
    }

    /// The image of the words of war, opened anew; `nil` where there are none.
    var terms: ImageLayer? {
        guard termsPlace.count > 0 else { return nil }
        let range = termsPlace.offset..<termsPlace.offset + termsPlace.count
        return try? ImageLayer(.part(of: storage, range), file: nil)
    }

    private typealias Section = ImageFormat.Section

    /// 32 hexadecimal digits that tell this image from any other.
    var digest: String {
        let digits = Array("0123456789abcdef".utf8)
        let hex = storage.bytes[16..<32].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: hex, as: UTF8.self)
    }

    /// Whether the bytes are those that were written. Linear in their number.
    var isIntact: Bool {
        let bytes = storage.bytes
        let digest = ContentDigest.of(UnsafeRawBufferPointer(rebasing: bytes[ImageFormat.digestedFrom...]))
        return digest.0 == UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
            && digest.1 == UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
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

    /// The string at an offset; empty when offset and length lead outside of the strings.
    func string(_ offset: UInt32, _ length: UInt32) -> String {
        String(decoding: bytes(offset, length), as: UTF8.self)
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
