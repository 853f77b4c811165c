internal import Xapian

/// The concepts of one state of an index; those that only its records gave are read when they are asked for.
///
/// There may be thousands of them, whose reading takes longer than a search, and a search shows a few.
///
/// For one thread at a time, as the database.
final class ConceptAccess {
    let vocabulary: Vocabulary
    /// With what was read so far.
    private var directory: ConceptDirectory
    private var isWhole = false

    /// More than these are read together with all others, in one pass.
    private static let mostSingle = 100

    init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        directory = ConceptDirectory(vocabulary: vocabulary)
    }

    /// All of them.
    func whole(in database: borrowing some DatabaseReading & ~Copyable) throws -> ConceptDirectory {
        if !isWhole {
            directory = ConceptDirectory(vocabulary: vocabulary, own: try ConceptDirectory.ownConcepts(in: database))
            isWhole = true
        }
        return directory
    }

    /// A directory that says of some concepts, and of those above them, what the whole one says.
    func directory(
        naming ids: some Collection<ConceptID>,
        in facet: FacetKind,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws -> ConceptDirectory {
        guard !isWhole else { return directory }
        let own = ids.filter(\.isOwn)
        guard own.count <= Self.mostSingle else { return try whole(in: database) }
        for id in own {
            var next = id
            while next.isOwn, directory.own[facet]?[next] == nil,
                let concept = try ConceptDirectory.ownConcept(next, facet, in: database)
            {
                directory.add([concept])
                guard let parent = concept.parent else { break }
                next = parent
            }
        }
        return directory
    }
}

extension SearchIndex.State {
    /// All concepts of the index.
    var directory: ConceptDirectory {
        get throws { try concepts.whole(in: database) }
    }
}
