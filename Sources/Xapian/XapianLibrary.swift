internal import CXapian

/// The Xapian library that the program runs with.
public enum XapianLibrary {
    /// Its version, such as `1.4.22`.
    public static var version: String { unsafe String(cString: cx_version()) }

    /// Sets what is written to the standard error, and with which status the process ends, where the library cannot report
    /// a failure: it writes some blocks where no error can be thrown, and a full disk then ends the process.
    ///
    /// What was not committed is not in the database then.
    public static func setLastWords(_ words: StaticString, status: Int32) {
        unsafe words.utf8Start.withMemoryRebound(to: CChar.self, capacity: words.utf8CodeUnitCount + 1) { start in
            unsafe cx_set_last_words(start, status)
        }
    }
}

/// Numbers as values that sort as the numbers do.
public enum SortableNumber {
    /// At most 9 bytes whose byte order is the order of the numbers (`Xapian::sortable_serialise`); none for -infinity.
    ///
    /// A value that is not a number gives bytes without a defined place.
    public static func encode(_ number: Double) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 9)
        let count = unsafe cx_sortable_encode(number, &buffer)
        return Array(buffer.prefix(count))
    }

    /// The number that ``encode(_:)`` wrote; of other bytes some number.
    public static func decode(_ value: [UInt8]) -> Double {
        unsafe value.withCBytes { bytes in unsafe cx_sortable_decode(bytes) }
    }
}
