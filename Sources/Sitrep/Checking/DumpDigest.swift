internal import Xapian

/// Digests of what a document holds beside its record, in any index of the same report the same.
enum DumpDigest {
    /// Terms that tell of the way in which a report came into its index: the run, the number of its source in the key of its
    /// file, the keys of stories that the file of bands has in other indexes, and when a person marked it.
    static let prefixesOfTheWay = [Schema.run, Schema.file, Schema.storyBand, Schema.marked].map {
        Array($0.prefix.utf8)
    }

    /// Values that do so: when the report came in, and what its story is called.
    static let slotsOfTheWay = Set([Schema.added.slot, Schema.addedOrder.slot, Schema.storySlot].compactMap { $0 })

    static func ofTerms(_ terms: [DocumentTerm]) -> String {
        var out = ByteWriter()
        for term in terms where !prefixesOfTheWay.contains(where: { term.term.starts(with: $0) }) {
            out.write(term.term)
            out.write(term.frequency)
            out.write(term.positions ?? []) { $0.write($1) }
        }
        return SHA256Digest.hex(out.bytes)
    }

    /// - Parameter value: gives the value in a slot.
    static func ofValues<Failure: Error>(_ value: (Slot) throws(Failure) -> [UInt8]) throws(Failure) -> String {
        var out = ByteWriter()
        for slot in Schema.slots where !slotsOfTheWay.contains(slot) {
            let value = try value(slot)
            guard !value.isEmpty else { continue }
            out.write(Int(slot.rawValue))
            out.write(value)
        }
        return SHA256Digest.hex(out.bytes)
    }
}
