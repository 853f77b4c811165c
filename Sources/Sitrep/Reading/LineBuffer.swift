/// Cuts a stream of bytes into lines without ever holding more than one long line.
struct LineBuffer {
    /// Bytes not yet given as lines; append to it.
    var bytes: [UInt8] = []
    private let maximumLength: Int
    private var start = 0
    /// Where the search for the next line's end goes on.
    private var searched = 0
    private var number = 0
    /// Whether the rest of a line that is too long is being passed over.
    private var isSkipping = false

    init(maximumLength: Int) { self.maximumLength = maximumLength }

    /// The next line's number from 1 and its bytes without the line break (LF or CR LF); no bytes when it is too long.
    /// `nil` when more bytes are needed or, with `isEnd`, at the end.
    mutating func next(isEnd: Bool) -> (number: Int, line: [UInt8]?)? {
        while true {
            if let end = bytes[max(start, searched)...].firstIndex(of: 0x0A) {
                let line = bytes[start..<end]
                start = end + 1
                searched = start
                if isSkipping {
                    isSkipping = false
                    continue
                }
                number += 1
                return (number, finished(line))
            }
            searched = bytes.count
            if isSkipping {
                drop()
                return nil
            }
            if bytes.count - start > maximumLength + 1 {
                // Told now: the line may go on for gigabytes.
                number += 1
                drop()
                isSkipping = true
                return (number, nil)
            }
            if isEnd, start < bytes.count {
                let line = bytes[start...]
                start = bytes.count
                number += 1
                return (number, finished(line))
            }
            compact()
            return nil
        }
    }

    private func finished(_ line: ArraySlice<UInt8>) -> [UInt8]? {
        let line = line.last == 0x0D ? line.dropLast() : line
        return line.count > maximumLength ? nil : Array(line)
    }

    private mutating func drop() {
        bytes.removeAll(keepingCapacity: true)
        start = 0
        searched = 0
    }

    private mutating func compact() {
        bytes.removeFirst(start)
        start = 0
        searched = bytes.count
    }
}
