import Foundation
import Xapian

@testable import Sitrep

/// What an index folder holds: entries of its database, and files beside that.
enum FuzzFiles {
    /// Vocabularies, marks and saved searches.
    static func yaml(_ bytes: [UInt8]) {
        if let file = try? VocabularyFileReader.read(bytes, path: "vocabulary/regions.yaml") {
            _ = try? OverlayCompiler.compile([file], over: Vocabulary.builtIn.image.base)
        }
        _ = try? VocabularyText(bytes, path: "vocabulary/regions.yaml")
        _ = try? MarksText(bytes, path: "marks.yaml")
        _ = try? SavedText(bytes, path: "searches.yaml")
    }

    /// Each entry as it is read from a database; one that is read, written and read again is the same.
    static func records(_ bytes: [UInt8]) {
        settles(bytes) { try StoredRecord.parts(of: $0).record.encoded() }
        settles(bytes) { try StoredText(decoding: $0).encoded() }
        settles(bytes) { try ClaimList(decoding: $0).encoded() }
        _ = try? PackedValues.decode(bytes)
        _ = try? StoryFingerprint(decoding: bytes)
        _ = try? StoryMembers.decode(bytes)
        _ = try? SourceRecord.decode(bytes)
        _ = try? FileRecord(decoding: bytes)
        _ = try? Manifest(decoding: bytes)
        _ = ReadingLimits(encoded: FuzzInput.text(bytes))
        let (key, value) = FuzzInput.parts(bytes)
        _ = try? ConceptDirectory.concept(key: Array(key.utf8), value: Array(value.utf8))
    }

    /// What is written of what was read can be read, and is written so again.
    private static func settles(_ bytes: [UInt8], _ rewrite: ([UInt8]) throws -> [UInt8]) {
        guard let written = try? rewrite(bytes) else { return }
        precondition((try? rewrite(written)) == written, "an entry that is written in two ways")
    }

    /// A file of columns, all that can be asked of it.
    static func columns(_ bytes: [UInt8]) {
        guard let file = try? ColumnFile(bytes: bytes, checksTable: false) else { return }
        let words = [UInt64](repeating: .max, count: min(Int(file.lastDocument) / 64 + 1, 1 << 10))
        for (slot, _) in ColumnSlots.all {
            guard let column = file.column(slot) else { continue }
            _ = try? ColumnTally.counts(in: words, column)
            _ = column.number(of: Array("value".utf8))
            for value in 0..<min(column.valueCount + 2, 1 << 10) {
                for place in column.places(of: value) { _ = column.entry(place).count }
                _ = column.members(of: value).reduce(0) { $0 &+ $1 }
                _ = column.entry(value).reduce(0) { $0 &+ Int($1) }
            }
        }
        withExtendedLifetime(file) {}
    }

    /// A file of bands, with its checksums set right where the first byte is odd: beyond these only a program gets.
    static func bands(_ bytes: [UInt8]) throws {
        guard let first = bytes.first else { return }
        var file = Array(bytes.dropFirst())
        if first % 2 == 1 { setChecksums(ofBands: &file) }
        try FuzzInput.withFile(file, ending: "bands") { path in
            guard let bands = try? BandFile(path: path, uuid: FuzzSeeds.uuid, revision: 1 << 40) else { return }
            var count = 0
            try? bands.forEachEntry { key, _ in
                count += 1
                if count.isMultiple(of: 7) { _ = try? bands.documents(with: key) }
            }
            for number in [0, 1, UInt64.max / 2, UInt64.max] {
                _ = try? bands.documents(with: StoryKey(number: number))
            }
        }
    }

    private static func setChecksums(ofBands file: inout [UInt8]) {
        let size = BandLayout.blockSize
        guard file.count >= size else { return }
        let head = file[..<40].withUnsafeBytes { ImageHash.token($0) }
        let database = BandFile.token(FuzzSeeds.uuid)
        withUnsafeBytes(of: database.littleEndian) { file.replaceSubrange(8..<16, with: $0) }
        withUnsafeBytes(of: head.littleEndian) { file.replaceSubrange(40..<48, with: $0) }
        for (number, start) in stride(from: size, through: file.count - size, by: size).enumerated() {
            let sum = file[start..<start + size].withUnsafeBytes { BandLayout.checksum($0, number: number) }
            withUnsafeBytes(of: sum.littleEndian) { file.replaceSubrange(start..<start + 4, with: $0) }
        }
    }

    /// A table of known files, likewise.
    static func known(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        var file = Array(bytes.dropFirst())
        if first % 2 == 1, file.count >= FileTableLayout.headerSize {
            let sum = file.withUnsafeBytes { FileTable.checksum(of: $0) }
            withUnsafeBytes(of: sum.littleEndian) { file.replaceSubrange(56..<64, with: $0) }
        }
        guard let table = try? FileTable(.copy(of: file)) else { return }
        for place in 0..<table.folderCount {
            let folder = table.folder(place)
            for file in folder.files { _ = (table.name(file).count, table.file(file).reports) }
            _ = folder.path.count
        }
    }

    /// An image of a vocabulary, as the one that the index keeps, and as the user's own over the built-in one; with its
    /// digest set right, without which not all of it is read.
    static func image(_ input: [UInt8]) {
        _ = try? Vocabulary(image: input)
        var bytes = input
        if bytes.count >= ImageFormat.headerBytes {
            let digest = bytes[ImageFormat.digestedFrom...].withUnsafeBytes { ContentDigest.of($0) }
            withUnsafeBytes(of: digest.0.littleEndian) { bytes.replaceSubrange(16..<24, with: $0) }
            withUnsafeBytes(of: digest.1.littleEndian) { bytes.replaceSubrange(24..<32, with: $0) }
        }
        let text =
            "Drones and missiles struck Kyiv Oblast and the Kursk region. The General Staff said 40 tanks were hit."
        if let layer = try? ImageLayer(.copy(of: bytes), file: nil) {
            _ = FacetExtractor(vocabulary: Vocabulary(VocabularyImage(layer))).extract(title: "Kyiv", text: text)
            let both = VocabularyImage(Vocabulary.builtIn.image.base, overlay: layer)
            _ = FacetExtractor(vocabulary: Vocabulary(both)).extract(title: "Kyiv", text: text)
            _ = both.meanings(of: "Kyiv")
            _ = both.definitions()
            _ = both.stops()
        }
    }

    /// The files of text that say where an index is: the manifest, the list of shards, marks and saved searches.
    static func folder(_ bytes: [UInt8]) throws {
        guard let first = bytes.first else { return }
        let names = [Manifest.fileName, ShardList.fileName, MarksFile.fileName]
        let path = FuzzInput.folder + "/" + UUID().uuidString
        try Files.makeFolder(path)
        defer { try? Files.removeFolder(path) }
        let name = names[Int(first) % names.count]
        try Files.replace(path + "/" + name, with: Array(bytes.dropFirst()), isSynced: false)
        let folder = IndexFolder(path)
        _ = try? folder.manifest()
        _ = try? ShardList.places(in: folder)
        _ = try? MarksFile(folder: folder).read()
    }
}
