internal import Xapian

/// The documents of an index that were written after a file of columns, as a set and with their present values.
struct ChangedDocuments {
    /// Those whose values the file does not have, ascending; some may be gone.
    let ids: [DocumentID]

    init(_ ids: some Sequence<DocumentID>) { self.ids = Set(ids).sorted() }

    /// The bits of all of these.
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
