/// A user's own vocabulary folder, open for looking things up and for changes.
///
/// Changes go into files that a person can read and edit (`own-region.yaml` and so on), or into the file of the folder
/// that has the concept already; comments and order there stay. Every change is written in one step and taken back when
/// the folder could not be used with it.
public struct OwnVocabulary: Sendable {
    /// The folder, absolute; it is made with the first change.
    public let folder: String
    /// The built-in vocabulary extended by the folder.
    public private(set) var vocabulary: Vocabulary
    /// The files of the folder by their paths, in the order in which they are read.
    private(set) var files: [(path: String, text: VocabularyText)]

    /// Opens a folder, which need not exist.
    ///
    /// - Throws: ``SitrepError`` when it is there and cannot be used.
    public init(folder: String) throws(SitrepError) {
        self.folder = SystemPath.absolute(folder)
        files = try Self.read(self.folder)
        vocabulary = try Self.load(self.folder)
    }

    private static func load(_ folder: String) throws(SitrepError) -> Vocabulary {
        try UserVocabulary(standardFolder: folder).load(folder: folder, mustExist: false)
    }

    private static func read(_ folder: String) throws(SitrepError) -> [(path: String, text: VocabularyText)] {
        guard Files.exists(folder) else { return [] }
        do {
            return try SystemPath.names(inFolder: folder).filter { VocabularySource.isYAML($0) }.map { name in
                let path = folder + "/" + name
                return (path, try VocabularyText(VocabularySource.bytes(path), path: path))
            }
        } catch let error as VocabularyError {
            throw IndexVocabulary.unusable(folder, error)
        } catch {
            throw SitrepError(.io, "\(folder) cannot be read", hint: "check the name and the permissions")
        }
    }

    /// Whether the user's files have an entry for a concept, be it a new one or one that is built in.
    public func hasEntry(_ id: ConceptID, in facet: FacetKind) -> Bool { place(of: id, in: facet) != nil }

    /// The phrases that are to stand for nothing.
    public var stops: [String] { files.flatMap { $0.text.list("stop") } }

    /// The strings of a list in the user's entry for a concept.
    func list(_ key: String, of concept: Concept) -> [String] {
        place(of: concept.id, in: concept.facet).map { files[$0].text.list(key, of: concept.id.rawValue) } ?? []
    }

    /// The number of the file that has an entry for a concept.
    func place(of id: ConceptID, in facet: FacetKind) -> Int? {
        files.firstIndex { $0.text.model["facet"] == .scalar(facet.rawValue) && $0.text.hasConcept(id.rawValue) }
    }

    // MARK: - Writing

    /// Changes the file that has a concept, or where none has, the user's own file of its facet.
    mutating func edit(
        _ id: ConceptID,
        in facet: FacetKind,
        _ body: (inout VocabularyText) throws(VocabularyError) -> Void
    ) throws(SitrepError) {
        try edit(path: place(of: id, in: facet).map { files[$0].path } ?? path(of: facet), facet: facet, body)
    }

    private static func text(_ known: VocabularyText?, path: String) throws(VocabularyError) -> VocabularyText {
        if let known { return known }
        return try VocabularyText([], path: path)
    }

    /// The user's own file of a facet.
    func path(of facet: FacetKind) -> String { folder + "/own-\(facet.rawValue).yaml" }

    /// Changes a file, or begins it, and writes it.
    mutating func edit(
        path: String,
        facet: FacetKind,
        _ body: (inout VocabularyText) throws(VocabularyError) -> Void
    ) throws(SitrepError) {
        let known = files.first { $0.path == path }?.text
        let before = known?.bytes
        let after: [UInt8]
        do throws(VocabularyError) {
            var text = try Self.text(known, path: path)
            if text.model == .map([:]) {
                try text.begin(["# Own names for Sitrep; edit it by hand as you like.", "facet: \(facet.rawValue)"])
            }
            try body(&text)
            after = text.bytes
        } catch {
            throw IndexVocabulary.unusable(folder, error)
        }
        guard after != before else { return }
        try Files.makeFolder(folder)
        try Files.replace(path, with: after)
        do {
            files = try Self.read(folder)
            vocabulary = try Self.load(folder)
        } catch {
            if let before { try Files.replace(path, with: before) } else { Files.remove(path) }
            files = try Self.read(folder)
            throw error
        }
    }
}
