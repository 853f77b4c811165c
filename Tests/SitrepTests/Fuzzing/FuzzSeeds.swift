import Foundation

@testable import Sitrep

/// What the inputs of those targets are made from whose bytes nobody would write by hand: the files of a small index.
enum FuzzSeeds {
    /// Stands for the UUID of a database.
    static let uuid = "00000000-0000-0000-0000-000000000000"

    /// An index of a few reports, with a vocabulary of the user's own.
    static func index() throws -> String { try made.get() }

    private static let made = Result { try makeIndex() }

    private static func makeIndex() throws -> String {
        let folder = FuzzInput.folder + "/seeds"
        try FileManager.default.createDirectory(atPath: folder + "/reports", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: folder + "/vocabulary", withIntermediateDirectories: true)
        let days = ["2024-11-13", "2024-11-14", "2025-02-01"]
        for number in 0..<12 {
            let text = """
                Report \(number): drones over Kyiv

                \(days[number % 3]) KYIV — Air defence shot down \(number + 30) of \(number + 40) Shahed drones over Kyiv \
                Oblast on Wednesday, the air force said. Two people were killed in Біла Церква, report \(number % 4) added.
                Storm Shadow missiles hit Maryino in the Kursk region, where \(number) soldiers were said to be wounded.
                """
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/reports/\(number).txt"))
        }
        let vocabulary = """
            facet: region
            concepts:
              - {id: ua-north-field, name: North Field, parent: ua, aliases: [Північне поле]}
            """
        try Data(vocabulary.utf8).write(to: URL(fileURLWithPath: folder + "/vocabulary/fields.yaml"))
        var options = Indexer.Options()
        options.vocabularyFolder = folder + "/vocabulary"
        _ = try Indexer(index: folder + "/index", options: options).index([folder + "/reports"])
        return folder + "/index"
    }

    /// The inputs of a target that are made here; those of the others are files.
    static func inputs(of target: FuzzTarget) throws -> [[UInt8]] {
        guard [.records, .columns, .bands, .known, .image, .folder].contains(target) else { return [] }
        let indexPath = try index()
        let folder = IndexFolder(indexPath)
        let manifest = try folder.manifest()
        let generation = folder.generation(of: manifest)
        func file(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }
        switch target {
        case .columns: return [try file(generation.columnsPath)]
        case .bands: return [[1] + (try file(generation.bandsPath))]
        case .known: return [[1] + (try file(generation.path + "/" + FileTableLayout.fileName))]
        case .image:
            let vocabulary = try IndexVocabulary.open(
                generation,
                digest: try IndexMetadata.read(from: try generation.openDatabase(), at: indexPath).vocabularyDigest,
                index: indexPath
            )
            return [vocabulary.overlayBytes].compactMap { $0 }
        case .folder: return [[0] + (try file(indexPath + "/" + Manifest.fileName))]
        default:
            let database = try generation.openDatabase()
            var entries = try database.documentIDs(containing: []).prefix(3).map { try database.documentData($0) }
            for document in try database.documentIDs(containing: []).prefix(3) {
                for slot in [Schema.figure.slot, Schema.storyFingerprintSlot] {
                    if let slot { entries.append(try database.documentValue(document, in: slot)) }
                }
            }
            for prefix in [
                StoredText.metadataKey(reportKey: ""), StoryMembers.metadataPrefix, SourceRecord.metadataKey,
            ] {
                entries += try database.metadataEntries(prefix: prefix).prefix(3).map(\.value)
            }
            return entries.map { Array($0) }
        }
    }
}
