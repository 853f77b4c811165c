/// Several entries in one value, each of 1 to 255 bytes: a byte that says how many bytes it begins with of the entry before
/// it, one that says how many others follow, and these (front coding: I. Witten, A. Moffat, T. Bell, "Managing Gigabytes",
/// 4.1).
///
/// Facet counts read slots in this format, see ``CountedSlot/Format-swift.enum/packed``.
public enum PackedValues {
    /// Packs entries in the order given, in which like ones should stand side by side; throws `.invalidArgument` for one that is empty or longer than 255 bytes.
    public static func encode(_ entries: [[UInt8]]) throws(XapianError) -> [UInt8] {
        var value: [UInt8] = []
        var before: [UInt8] = []
        for entry in entries {
            guard (1...255).contains(entry.count) else {
                throw XapianError(
                    .invalidArgument,
                    "An entry of a packed value has 1 to 255 bytes, not \(entry.count)",
                    context: String(decoding: entry, as: UTF8.self),
                    typeName: "InvalidArgumentError"
                )
            }
            let common = zip(before, entry).lazy.prefix { $0 == $1 }.count
            value.append(UInt8(common))
            value.append(UInt8(entry.count - common))
            value.append(contentsOf: entry[common...])
            before = entry
        }
        return value
    }

    /// The entries of a packed value; throws `.serialisation` for bytes that are not so built.
    public static func decode(_ value: [UInt8]) throws(XapianError) -> [[UInt8]] {
        var entries: [[UInt8]] = []
        var rest = value[...]
        var entry: [UInt8] = []
        while let common = rest.popFirst() {
            guard let length = rest.popFirst(), common <= entry.count, rest.count >= length,
                (1...255).contains(Int(common) + Int(length))
            else {
                throw XapianError(.serialisation, "A packed value is malformed", typeName: "SerialisationError")
            }
            entry.removeSubrange(Int(common)...)
            entry += rest.prefix(Int(length))
            entries.append(entry)
            rest.removeFirst(Int(length))
        }
        return entries
    }
}
