@testable import Sitrep

extension PreparedWords {
    /// A term as a document gets it.
    struct ListedTerm {
        var term: [UInt8]
        var frequency: Int
        var positions: [Int]
    }

    /// The words as written.
    var listedPostings: [ListedTerm] {
        var terms: [ListedTerm] = []
        postings.forEachTerm {
            terms.append(ListedTerm(term: Array($0), frequency: Int($1), positions: $2.map(Int.init)))
        }
        return terms
    }

    var listedStems: [ListedTerm] { listed(Schema.stem) }
    var listedTitleStems: [ListedTerm] { listed(Schema.title) }

    private func listed(_ field: Schema.Field) -> [ListedTerm] {
        var terms: [ListedTerm] = []
        prefixed.forEachTerm { term, frequency, positions in
            guard term.starts(with: field.prefix.utf8) else { return }
            terms.append(ListedTerm(term: Array(term), frequency: Int(frequency), positions: positions.map(Int.init)))
        }
        return terms
    }
}
