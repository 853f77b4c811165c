import CReading

@testable import Sitrep

/// The C functions, with what Swift's side of them could not give.
enum FuzzBytes {
    static func run(_ bytes: [UInt8]) {
        if let name = CharacterSets.guessed(bytes) { _ = CharacterSets.convert(bytes, from: name) }
        let (name, rest) = FuzzInput.parts(bytes)
        _ = CharacterSets.convert(Array(rest.utf8), from: name)
        _ = CharacterSets.declared(inHTML: bytes)
        _ = TextDecoder.decode(bytes, declared: name)
        _ = LanguageCode.detected(FuzzInput.text(bytes))
        inflate(bytes)
        packs(bytes)
        // A parser with hardly any memory, and one that has enough.
        for limit in [1 << 12, 1 << 16, 64 << 20] {
            // There is always an address, with nothing to read at it where there are no bytes.
            let page = (bytes + [0]).withUnsafeBytes { padded in
                padded.assumingMemoryBound(to: CChar.self).baseAddress.flatMap { sr_html_parse($0, bytes.count, limit) }
            }
            guard let page else { continue }
            var count = 0
            let nodes = UnsafeBufferPointer(start: sr_html_nodes(page, &count), count: count)
            for (place, node) in nodes.enumerated() {
                precondition(node.parent < place, "a node above its parent")
                precondition(node.text_length >= 0 && node.attribute_count >= 0, "a node of less than nothing")
            }
            sr_html_free(page)
        }
    }

    /// Unpacks with room for a few bytes at a time.
    private static func inflate(_ bytes: [UInt8]) {
        guard let stream = sr_inflate_create() else { return }
        defer { sr_inflate_free(stream) }
        var at = 0
        var output = [UInt8](repeating: 0, count: 31)
        var total = 0
        while at < bytes.count, total < 1 << 20 {
            var (consumed, produced) = (0, 0)
            let code = bytes[at...].withUnsafeBufferPointer { input in
                output.withUnsafeMutableBufferPointer { output in
                    guard let from = input.baseAddress, let to = output.baseAddress else { return Int32(-1) }
                    return sr_inflate_step(stream, from, min(input.count, 17), &consumed, to, output.count, &produced)
                }
            }
            guard code == Int32(SR_INFLATE_OK), consumed + produced > 0 else { return }
            precondition(consumed <= 17 && produced <= output.count, "more than there is room for")
            at += consumed
            total += produced
        }
    }

    /// What is packed unpacks to what it was, and what is damaged to an error.
    private static func packs(_ bytes: [UInt8]) {
        let packed = Deflate.compress(bytes)
        let whole = try? Deflate.decompress(packed, size: bytes.count, limit: 1 << 26)
        precondition(whole == bytes, "packed and unpacked it is something else")
        _ = try? Deflate.decompress(bytes, size: bytes.count * 2, limit: 1 << 20)
    }
}
