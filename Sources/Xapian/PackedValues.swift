/// Several entries in one value: each is one length byte from 1 to 255 and that many bytes.
///
/// Facet counts read slots in this format, see ``CountedSlot/Format-swift.enum/packed``.
public enum PackedValues {
    /// Packs entries in the order given; throws `.invalidArgument` for one that is empty or longer than 255 bytes.
    public static func encode(_ entries: [[UInt8]]) throws(XapianError) -> [UInt8] {
        var value: [UInt8] = []
        for entry in entries {
            guard (1...255).contains(entry.count) else {
                throw XapianError(
                    .invalidArgument,
                    "An entry of a packed value has 1 to 255 bytes, not \(entry.count)",
                    context: String(decoding: entry, as: UTF8.self),
                    typeName: "InvalidArgumentError"
                )
            }
            value.append(UInt8(entry.count))
            value.append(contentsOf: entry)
        }
        return value
    }

    /// The entries of a packed value; throws `.serialisation` for bytes that ``encode(_:)`` does not give.
    public static func decode(_ value: [UInt8]) throws(XapianError) -> [[UInt8]] {
        var entries: [[UInt8]] = []
        var rest = value[...]
        while let length = rest.popFirst() {
            guard length > 0, rest.count >= length else {
                throw XapianError(.serialisation, "A packed value is malformed", typeName: "SerialisationError")
            }
            entries.append(Array(rest.prefix(Int(length))))
            rest.removeFirst(Int(length))
        }
        return entries
    }
}
