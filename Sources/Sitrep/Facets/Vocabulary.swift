internal import CVocabulary

/// The concepts of all facets with their names and spellings, and the matcher over them.
///
/// A vocabulary is one image of bytes, read in place: opening it costs the same for ten concepts and for a million. A
/// user's own names may lie over it as a second, small image, so that a change of them costs nothing of the large one.
/// It can be shared between threads; copies share the images.
public struct Vocabulary: Sendable {
    let image: VocabularyImage

    /// The vocabulary that Sitrep carries in itself.
    public static let builtIn: Vocabulary = {
        let bytes = UnsafeRawBufferPointer(start: sr_vocabulary_bytes(), count: sr_vocabulary_size())
        do {
            return Vocabulary(VocabularyImage(try ImageLayer(.process(bytes), file: nil)))
        } catch {
            // The bytes are a part of the program; a test opens them.
            preconditionFailure("the vocabulary in the program: \(error)")
        }
    }()

    init(_ image: VocabularyImage) { self.image = image }

    /// A vocabulary over a copy of an image's bytes, as ``imageBytes`` gave them, and over it a copy of what
    /// ``overlayBytes`` gave.
    ///
    /// - Throws: `damaged` or `version`. Damage inside of the parts of the lower image is not looked for: see
    ///   ``isIntact``.
    public init(image bytes: [UInt8], overlay: [UInt8]? = nil) throws(VocabularyError) {
        var layer: ImageLayer?
        if let overlay { layer = try Self.intact(try ImageLayer(.copy(of: overlay), file: nil), file: nil) }
        self.init(VocabularyImage(try ImageLayer(.copy(of: bytes), file: nil), overlay: layer))
    }

    /// The vocabulary in the image file at `path`, which is mapped into memory and may only be replaced by renaming.
    ///
    /// - Throws: `unreadable`, `damaged` or `version`.
    public static func open(path: String) throws(VocabularyError) -> Vocabulary {
        Vocabulary(VocabularyImage(try ImageLayer(.map(path: path), file: path)))
    }

    /// This vocabulary with the image file at `path`, of a user's own names, over it; in place of one that is there.
    ///
    /// - Throws: `unreadable`, `damaged` or `version`.
    public func extended(overlay path: String) throws(VocabularyError) -> Vocabulary {
        let layer = try Self.intact(try ImageLayer(.map(path: path), file: path), file: path)
        return Vocabulary(VocabularyImage(image.base, overlay: layer))
    }

    private static func intact(_ layer: ImageLayer, file: String?) throws(VocabularyError) -> ImageLayer {
        guard layer.isIntact else {
            throw VocabularyError(
                code: .damaged,
                message: "the vocabulary image is damaged: its bytes are not those that were written",
                hint: "write it again from its YAML files",
                file: file
            )
        }
        return layer
    }

    /// Compiles the vocabulary files (`.yaml`, `.tsv`) of a folder, on top of another vocabulary or alone.
    ///
    /// A concept whose id `base` has adds its aliases to it and replaces the name, the parent and what else it says;
    /// `drop` takes spellings of it away and `remove` the concept with all below it. The files become an image over
    /// that of `base`, which takes time in proportion to the files. Only where a file with `replace: true` takes the
    /// place of all that `base` has in the facet, or `base` is extended already, all is compiled anew into one image.
    ///
    /// - Throws: what is wrong with the files, with file and line.
    public static func load(folder: String, extending base: Vocabulary? = nil) throws(VocabularyError) -> Vocabulary {
        let files = try VocabularySource.read(folder: folder)
        if let base, base.image.overlay == nil, !files.contains(where: \.replaces) {
            let bytes = try OverlayCompiler.compile(files, over: base.image.base)
            return Vocabulary(VocabularyImage(base.image.base, overlay: try ImageLayer(.copy(of: bytes), file: nil)))
        }
        let definitions = try VocabularyDefinitions(
            files,
            extending: base?.image.definitions() ?? [],
            stops: base?.image.stops() ?? [],
            terms: base?.image.terms() ?? []
        )
        return try Vocabulary(image: VocabularyCompiler.compile(definitions))
    }

    /// What tells this vocabulary from any other: 32 hexadecimal digits, and 32 more where a user's names lie over it.
    public var digest: String { image.digest }

    /// Whether the bytes are those that were written. Linear in their number.
    public var isIntact: Bool { image.base.isIntact && image.overlay?.layer.isIntact ?? true }

    /// Calls `body` with the bytes of the (lower) image, which are not to be used after it.
    public func withImageBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let result = try body(image.base.storage.bytes)
        withExtendedLifetime(image.base.storage) {}
        return result
    }

    /// A copy of the (lower) image's bytes, to store in an index or a file.
    public var imageBytes: [UInt8] { withImageBytes { Array($0) } }

    /// A copy of the bytes of the image of a user's own names; `nil` where there is none.
    public var overlayBytes: [UInt8]? {
        image.overlay.map { overlay in
            let bytes = Array(overlay.layer.storage.bytes)
            withExtendedLifetime(overlay) {}
            return bytes
        }
    }
}
