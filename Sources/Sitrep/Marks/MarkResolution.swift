internal import Xapian

/// Which reports of an index the entries of the file of marks are about.
struct MarkResolution {
    /// When the index was begun, as `2026-11-21T04:05:06Z`; empty where that is not known.
    let begun: String

    /// How an entry came to its report.
    enum Way: Equatable {
        /// The report is as it was when it was marked, or the entry does not say how it was.
        case same
        /// The report with the entry's id has other content now.
        case changed
        /// The entry's content stands under another id now.
        case moved
    }

    /// The report that an entry is about; `nil` where there is none.
    ///
    /// That is the report with the entry's id, whatever its content; where no report has that id, the one with the
    /// entry's content, of several the one with the smallest id.
    ///
    /// Another report may have taken the place of the one that was marked: where what stands under the id has other
    /// content, the marked content counts if it came in under another id since, and a report that itself came in since
    /// cannot be the one that was marked. In an index that was begun since, all came in since, which says nothing: there it
    /// is the marked content that counts, and the report with the id where that is nowhere.
    func document(
        of entry: MarkEntry,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> DocumentID? {
        let named = try database.documentIDs(containing: Schema.id.term(entry.id)).first
        guard let digest = entry.digest else { return named }
        let copies = try database.documentIDs(containing: Schema.term(ofDigest: digest))
        guard let named else { return try Self.first(of: copies, in: database) }
        guard !copies.contains(named), let time = entry.marks.at else { return named }
        func cameLater(_ document: DocumentID) throws -> Bool {
            guard let slot = Schema.added.slot else { return false }
            return String(decoding: try database.documentValue(document, in: slot), as: UTF8.self) > time
        }
        if let moved = try Self.first(of: copies.filter { try cameLater($0) }, in: database) { return moved }
        guard try cameLater(named) else { return named }
        return try Self.first(of: copies, in: database) ?? (begun > time ? named : nil)
    }

    /// The report with the smallest id.
    private static func first(
        of copies: [DocumentID],
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> DocumentID? {
        guard copies.count > 1 else { return copies.first }
        var first: (id: String, document: DocumentID)?
        for document in copies {
            let id = try StoredRecord(decoding: try database.documentData(document)).id
            if first.map({ id < $0.id }) ?? true { first = (id, document) }
        }
        return first?.document
    }

    /// How an entry came to a report that it is about.
    static func way(of entry: MarkEntry, to record: StoredRecord) -> Way {
        guard entry.id == record.id else { return .moved }
        return entry.digest.map { $0 == record.digest } ?? true ? .same : .changed
    }

    /// What the entries say of each report; those about one report are joined, in their order.
    ///
    /// Of tags that are one the spelling that stands first in the file counts, so that each is counted once.
    func marks(
        _ entries: [MarkEntry],
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> [DocumentID: ReportMarks] {
        var spellings: [String: String] = [:]
        var marks: [DocumentID: ReportMarks] = [:]
        for entry in entries {
            var said = entry.marks
            said.tags = said.tags.map { tag in
                let folded = TagName.folded(tag)
                if let known = spellings[folded] { return known }
                spellings[folded] = tag
                return tag
            }
            guard let document = try document(of: entry, in: database) else { continue }
            marks[document] = marks[document]?.joined(with: said) ?? said
        }
        return marks.filter { !$0.value.isEmpty }
    }
}
