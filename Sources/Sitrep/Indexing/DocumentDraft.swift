internal import Xapian

/// What goes into a document, collected so that its ``ContentSum`` can be told before it is written.
struct DocumentDraft: DocumentFilling {
    private var lists: [TermList] = []
    /// The bytes of the terms without weight, one behind the other, and where each ends.
    private var terms: [UInt8] = []
    private var ends: [Int] = []
    private var values: [(slot: Slot, value: [UInt8])] = []
    private var data: [UInt8] = []

    mutating func add(_ list: TermList) { lists.append(list) }

    mutating func addBooleanTerm(_ term: borrowing some Xapian.ByteSource & ~Copyable & ~Escapable) {
        term.withBytes { bytes in bytes.withUnsafeBufferPointer { terms += $0 } }
        ends.append(terms.count)
    }

    mutating func setValue(_ value: borrowing some Xapian.ByteSource & ~Copyable & ~Escapable, in slot: Slot) {
        var bytes: [UInt8] = []
        value.withBytes { value in value.withUnsafeBufferPointer { bytes += $0 } }
        values.append((slot, bytes))
    }

    mutating func setData(_ data: borrowing some Xapian.ByteSource & ~Copyable & ~Escapable) {
        var bytes: [UInt8] = []
        data.withBytes { data in data.withUnsafeBufferPointer { bytes += $0 } }
        self.data = bytes
    }

    /// The sum over all of it: a term that comes twice is one.
    var sum: ContentSum {
        var sum = ContentSum()
        for list in lists {
            list.forEachTerm { term, frequency, positions in
                term.withUnsafeBytes {
                    sum.add(term: $0, frequency: UInt64(frequency), positions: positions.lazy.map { UInt64($0) })
                }
            }
        }
        terms.withUnsafeBytes { bytes in
            var hashes: [UInt64] = []
            hashes.reserveCapacity(ends.count)
            var start = 0
            for end in ends {
                hashes.append(ImageHash.token(UnsafeRawBufferPointer(rebasing: bytes[start..<end])))
                start = end
            }
            hashes.sort()
            var last: UInt64?
            for hash in hashes where hash != last {
                sum.add(termHash: hash)
                last = hash
            }
        }
        for (slot, value) in values { sum.add(value: value, in: slot) }
        sum.add(record: data)
        return sum
    }

    /// Writes it into an empty document, the sum behind the data.
    func write(to document: inout some DocumentFilling & ~Copyable) throws(XapianError) {
        for list in lists { try document.add(list) }
        var start = 0
        for end in ends {
            try document.addBooleanTerm(Array(terms[start..<end]))
            start = end
        }
        for (slot, value) in values { try document.setValue(value, in: slot) }
        try document.setData(data + sum.encoded)
    }
}
