internal import CXapian

/// Strings and numbers that the C layer gave in bulk; frees them unless they are borrowed.
@safe
struct ListReader: ~Copyable {
    private let list: OpaquePointer
    private let isOwned: Bool
    private let view: cx_list_view

    /// Calls a C function that makes a list, and takes the list over.
    init(
        about subject: @autoclosure () -> String? = nil,
        _ make: (UnsafeMutablePointer<OpaquePointer?>) -> OpaquePointer?
    ) throws(XapianError) {
        var list: OpaquePointer?
        try unsafe succeed(make(&list), about: subject())
        guard let list = unsafe list else { preconditionFailure("a C function gave neither a list nor an error") }
        unsafe self.list = list
        unsafe view = cx_list_read(list)
        isOwned = true
    }

    /// Reads a list that belongs to a result, which must live longer.
    @unsafe
    init(borrowing list: OpaquePointer) {
        unsafe self.list = list
        unsafe view = cx_list_read(list)
        isOwned = false
    }

    deinit {
        if isOwned { unsafe cx_list_free(list) }
    }

    /// How many strings there are.
    var stringCount: Int { unsafe view.string_count }

    /// How many numbers there are.
    var numberCount: Int { unsafe view.number_count }

    /// String `index`, copied.
    func string(_ index: Int) -> [UInt8] {
        let ends = unsafe UnsafeBufferPointer(start: view.ends, count: view.string_count)
        precondition(ends.indices.contains(index))
        let start = index == 0 ? 0 : unsafe Int(ends[index - 1])
        let bytes = unsafe UnsafeBufferPointer(start: view.bytes, count: Int(ends[ends.count - 1]))
        return unsafe [UInt8](bytes[start..<Int(ends[index])])
    }

    /// Number `index`.
    func number(_ index: Int) -> UInt64 {
        let numbers = unsafe UnsafeBufferPointer(start: view.numbers, count: view.number_count)
        precondition(numbers.indices.contains(index))
        return unsafe numbers[index]
    }

    /// All strings, copied.
    func strings() -> [[UInt8]] { (0..<stringCount).map { string($0) } }

    /// All numbers, copied.
    func numbers() -> [UInt64] {
        unsafe Array(UnsafeBufferPointer(start: view.numbers, count: view.number_count))
    }

    /// All numbers, whose bits are those of doubles.
    func doubles() -> [Double] {
        unsafe UnsafeBufferPointer(start: view.numbers, count: view.number_count).map { Double(bitPattern: $0) }
    }

    /// All numbers as document ids.
    func documentIDs() -> [DocumentID] {
        (0..<numberCount).map { DocumentID(UInt32(truncatingIfNeeded: number($0))) }
    }
}
