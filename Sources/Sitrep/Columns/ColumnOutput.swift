/// Writes a file of columns beside its place and puts it there whole: in one step, and brought to disk before.
final class ColumnOutput {
    private let path: String
    private let temporary: String
    private let file: Int32
    private var buffer: [UInt8] = []
    /// How many bytes were written.
    private(set) var offset: UInt64 = 0
    private var isComplete = false

    private static let bufferSize = 1 << 18

    init(path: String) throws {
        self.path = path
        temporary = path + ".new"
        Files.remove(temporary)
        file = try Files.create(temporary)
        buffer.reserveCapacity(Self.bufferSize + 1 << 12)
    }

    deinit {
        guard !isComplete else { return }
        _ = Files.close(file)
        Files.remove(temporary)
    }

    func write(_ bytes: some Sequence<UInt8>) throws {
        let before = buffer.count
        buffer.append(contentsOf: bytes)
        offset += UInt64(buffer.count - before)
        if buffer.count >= Self.bufferSize { try flush() }
    }

    func write(_ numbers: some Sequence<UInt32>) throws { try write(each: numbers) }

    func write(_ numbers: some Sequence<UInt16>) throws { try write(each: numbers) }

    private func write<Number: FixedWidthInteger>(each numbers: some Sequence<Number>) throws {
        for number in numbers {
            withUnsafeBytes(of: number.littleEndian) { buffer.append(contentsOf: $0) }
            offset += UInt64(MemoryLayout<Number>.size)
            if buffer.count >= Self.bufferSize { try flush() }
        }
    }

    /// Goes on at the next multiple of eight bytes, where a section begins, and returns it.
    func align() throws -> UInt64 {
        try write(repeatElement(UInt8(0), count: Int((8 - offset % 8) % 8)))
        return offset
    }

    private func flush() throws {
        try Files.write(buffer, to: file, temporary)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Puts the head in its place and the file in its own.
    func complete(head: [UInt8]) throws {
        try flush()
        try Files.writeStart(head, to: file, temporary)
        try Files.sync(file: temporary)
        isComplete = true
        guard Files.close(file) else { throw Files.failure("cannot write \(path)") }
        try Files.rename(temporary, to: path)
    }
}
