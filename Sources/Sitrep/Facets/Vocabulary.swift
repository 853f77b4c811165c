internal import CVocabulary

/// The concepts of all facets with their names and spellings, and the matcher over them.
///
/// A vocabulary is one image of bytes, read in place: opening it costs the same for ten concepts and for a million. It
/// can be shared between threads; copies share the image.
public struct Vocabulary: Sendable {
    let image: VocabularyImage

    /// The vocabulary that Sitrep carries in itself.
    public static let builtIn: Vocabulary = {
        let bytes = UnsafeRawBufferPointer(start: sr_vocabulary_bytes(), count: sr_vocabulary_size())
        do {
            return Vocabulary(try VocabularyImage(.process(bytes), file: nil))
        } catch {
            // The bytes are a part of the program; a test opens them.
            preconditionFailure("the vocabulary in the program: \(error)")
        }
    }()

    init(_ image: VocabularyImage) { self.image = image }

    /// A vocabulary over a copy of an image's bytes, as ``imageBytes`` gave them.
    ///
    /// - Throws: `damaged` or `version`. Damage inside of the parts is not looked for: see ``isIntact``.
    public init(image bytes: [UInt8]) throws(VocabularyError) {
        self.init(try VocabularyImage(.copy(of: bytes), file: nil))
    }

    /// The vocabulary in the image file at `path`, which is mapped into memory and may only be replaced by renaming.
    ///
    /// - Throws: `unreadable`, `damaged` or `version`.
    public static func open(path: String) throws(VocabularyError) -> Vocabulary {
        Vocabulary(try VocabularyImage(.map(path: path), file: path))
    }

    /// Compiles the vocabulary files (`.yaml`) of a folder, on top of another vocabulary or alone.
    ///
    /// A concept whose id `base` has adds its aliases to it and replaces the name, the parent and what else it says. A
    /// file with `replace: true` takes the place of all that `base` has in the facet.
    ///
    /// - Throws: what is wrong with the files, with file and line.
    public static func load(folder: String, extending base: Vocabulary? = nil) throws(VocabularyError) -> Vocabulary {
        let definitions = try VocabularyDefinitions(
            VocabularySource.read(folder: folder),
            extending: base?.image.definitions() ?? []
        )
        return try Vocabulary(image: VocabularyCompiler.compile(definitions))
    }

    /// 32 hexadecimal digits that tell this vocabulary from any other.
    public var digest: String {
        withImageBytes { bytes in
            let digits = Array("0123456789abcdef".utf8)
            let hex = bytes[16..<32].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
            return String(decoding: hex, as: UTF8.self)
        }
    }

    /// Whether the image's bytes are those that were written. Linear in its size.
    public var isIntact: Bool {
        withImageBytes { bytes in
            let digest = ContentDigest.of(UnsafeRawBufferPointer(rebasing: bytes[ImageFormat.digestedFrom...]))
            return digest.0 == UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
                && digest.1 == UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
        }
    }

    /// Calls `body` with the image's bytes, which are not to be used after it.
    public func withImageBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let result = try body(image.storage.bytes)
        withExtendedLifetime(image.storage) {}
        return result
    }

    /// A copy of the image's bytes, to store in an index or a file.
    public var imageBytes: [UInt8] { withImageBytes { Array($0) } }
}
