#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Owns the bytes of an image: a mapped file, memory of its own, or the program itself.
///
/// The bytes never change. A mapped file must be replaced by renaming, never rewritten in place.
final class ImageStorage: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer
    private let owner: Owner

    private enum Owner {
        case process, heap, mapping
        case part(ImageStorage)
    }

    private init(_ bytes: UnsafeRawBufferPointer, _ owner: Owner) {
        self.bytes = bytes
        self.owner = owner
    }

    deinit {
        switch owner {
        case .process, .part: break
        case .heap: bytes.deallocate()
        case .mapping: munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        }
    }

    /// Bytes that live as long as the process.
    static func process(_ bytes: UnsafeRawBufferPointer) -> ImageStorage { ImageStorage(bytes, .process) }

    /// Some of the bytes of another storage, which lives on with them.
    static func part(of whole: ImageStorage, _ range: Range<Int>) -> ImageStorage {
        ImageStorage(UnsafeRawBufferPointer(rebasing: whole.bytes[range]), .part(whole))
    }

    /// A copy of `image`.
    static func copy(of image: [UInt8]) -> ImageStorage {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(image.count, 1), alignment: 16)
        memory.copyBytes(from: image)
        return ImageStorage(UnsafeRawBufferPointer(start: memory.baseAddress, count: image.count), .heap)
    }

    /// The file at `path`, mapped.
    static func map(path: String) throws(VocabularyError) -> ImageStorage {
        let descriptor = Files.descriptor(path, O_RDONLY | O_NONBLOCK)
        guard descriptor >= 0 else { throw VocabularySource.unreadable(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw VocabularySource.unreadable(path)
        }
        let size = Int(status.st_size)
        guard size > 0 else { return copy(of: []) }
        guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw VocabularySource.unreadable(path)
        }
        return ImageStorage(UnsafeRawBufferPointer(start: start, count: size), .mapping)
    }
}
