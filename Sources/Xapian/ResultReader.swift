internal import CXapian

/// What a search of the C layer found; frees it.
@safe
struct ResultReader: ~Copyable {
    private let result: OpaquePointer
    private let view: cx_result_view

    /// Calls a C function that makes a result, and takes the result over.
    init(_ make: (UnsafeMutablePointer<OpaquePointer?>) -> OpaquePointer?) throws(XapianError) {
        var result: OpaquePointer?
        try unsafe succeed(make(&result))
        guard let result = unsafe result else { preconditionFailure("a C function gave neither a result nor an error") }
        unsafe self.result = result
        unsafe view = cx_result_read(result)
    }

    deinit { unsafe cx_result_free(result) }

    var estimated: Int { unsafe Int(view.estimated) }
    var lowerBound: Int { unsafe Int(view.lower_bound) }
    var upperBound: Int { unsafe Int(view.upper_bound) }

    /// The matches, copied, with what was asked for of each document.
    func matches(fetchesData: Bool, valueCount: Int) -> [Match] {
        let strings = unsafe ListReader(borrowing: view.strings)
        let found = unsafe UnsafeBufferPointer(start: view.matches, count: view.match_count)
        let dataCount = fetchesData ? 1 : 0
        var next = 0
        return unsafe found.map { match in
            defer { next += dataCount + valueCount }
            return Match(
                documentID: DocumentID(match.document),
                weight: match.weight,
                percent: Int(match.percent),
                data: fetchesData ? strings.string(next) : [],
                values: (next + dataCount..<next + dataCount + valueCount).map { strings.string($0) },
                collapsedCount: Int(match.collapsed)
            )
        }
    }

    /// The counts of each counted slot, copied.
    func counts() -> [[ValueCount]] {
        (0..<(unsafe view.counted_count)).map { index in
            let list = unsafe ListReader(borrowing: cx_result_counts(result, index))
            return (0..<list.stringCount).map {
                ValueCount(
                    value: list.string($0),
                    count: Int(list.number(2 * $0)),
                    groups: Int(list.number(2 * $0 + 1))
                )
            }
        }
    }

    /// How many matches have a value in each counted slot.
    func countedDocuments() -> [Int] {
        (0..<(unsafe view.counted_count)).map { unsafe Int(cx_result_counted_documents(result, $0)) }
    }
}
