internal import Xapian

/// The documents of an index that were written or taken out after its file of columns: their values are read from the
/// database instead.
///
/// A run that changes the present database notes its documents there, in the same transaction, in an entry of metadata
/// for its revision. So whoever reads a revision knows whether it has the changes of all runs since the file.
struct ChangedDocuments {
    /// Ascending; some may be gone.
    let ids: [DocumentID]

    init(_ ids: some Sequence<DocumentID>) { self.ids = Set(ids).sorted() }

    /// Whether a document is one of these. Logarithmic.
    func contains(_ id: DocumentID) -> Bool {
        var (low, high) = (0, ids.count)
        while low < high {
            let middle = (low + high) / 2
            if ids[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low < ids.count && ids[low] == id
    }

    /// Takes these out of a set of documents.
    ///
    /// - Returns: the bits of the others, and those of these that are in the set.
    func taken(from words: [UInt64]) -> (rest: [UInt64], taken: [DocumentID]) {
        var rest = words
        var taken: [DocumentID] = []
        for id in ids {
            let (word, bit) = (Int(id.rawValue) / 64, UInt64(1) << UInt64(id.rawValue % 64))
            guard word < rest.count, rest[word] & bit != 0 else { continue }
            rest[word] &= ~bit
            taken.append(id)
        }
        return (rest, taken)
    }
}

extension ChangedDocuments {
    private static let metadataPrefix = "changed/"

    private static func key(_ revision: Int) -> String { metadataPrefix + String(revision) }

    /// What runs noted after revision `first` and up to `last`; `nil` where the notes of any of them are missing or
    /// damaged.
    ///
    /// Logarithmic in the index, linear in the runs and their documents.
    init?(
        after first: Int,
        through last: Int,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) {
        guard first <= last else { return nil }
        var ids: Set<DocumentID> = []
        if first < last {
            for revision in first + 1...last {
                let note = try database.metadata(Self.key(revision))
                guard !note.isEmpty, let noted = try? Self.decode(note) else { return nil }
                ids.formUnion(noted)
            }
        }
        self.init(ids)
    }

    /// Notes that the run of this revision changed these.
    func note(revision: Int, in database: inout WritableDatabase) throws(XapianError) {
        var out = ByteWriter()
        var last: UInt32 = 0
        out.write(ids) { out, id in
            out.write(Int(id.rawValue - last))
            last = id.rawValue
        }
        try database.setMetadata(out.bytes, for: Self.key(revision))
    }

    private static func decode(_ bytes: [UInt8]) throws(ByteReader.Malformed) -> [DocumentID] {
        var input = ByteReader(bytes)
        var last: UInt32 = 0
        return try input.list { input throws(ByteReader.Malformed) in
            guard let step = UInt32(exactly: try input.number()), step <= .max - last else {
                throw ByteReader.Malformed()
            }
            last += step
            return DocumentID(last)
        }
    }

    /// Takes out the notes up to a revision, which a file of columns has by now, or all.
    static func forget(through revision: Int = .max, in database: inout WritableDatabase) throws(XapianError) {
        for (key, _) in try database.metadataEntries(prefix: metadataPrefix) {
            guard let noted = Int(String(decoding: key.dropFirst(metadataPrefix.utf8.count), as: UTF8.self)),
                noted <= revision
            else { continue }
            try database.setMetadata([], for: key)
        }
    }
}
