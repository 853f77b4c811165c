#if os(Linux)
import Foundation

/// A call that the system was asked for below a folder, as `fault_injection.h` records it.
struct DiskCall {
    enum Action {
        /// A process began.
        case start
        case open(file: Int32, path: String, flags: Int32)
        case close(file: Int32)
        case write(file: Int32, offset: Int, bytes: [UInt8])
        case sync(file: Int32)
        case rename(path: String, to: String)
        case unlink(path: String)
        case truncate(file: Int32, length: Int)
        case makeFolder(path: String)
    }

    var action: Action

    /// Whether the library counts it as one that changes something.
    var changesSomething: Bool {
        switch action {
        case .start, .close: false
        case .open(_, _, let flags): flags & (O_CREAT | O_TRUNC) != 0
        default: true
        }
    }

    /// A record that does not follow its layout.
    struct Malformed: Error {}

    /// Reads a record; paths become those below `folder`, without a slash at their start.
    static func list(_ path: String, below folder: String) throws -> [DiskCall] {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        var calls: [DiskCall] = []
        var at = 0
        func number<Number: FixedWidthInteger>(_ offset: Int, _ type: Number.Type) -> Number {
            bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at + offset, as: type) }
        }
        func take(_ count: Int) throws -> ArraySlice<UInt8> {
            guard at + count <= bytes.count else { throw Malformed() }
            defer { at += count }
            return bytes[at..<at + count]
        }
        func takePath(_ count: Int) throws -> String {
            let path = String(decoding: try take(count), as: UTF8.self)
            guard path.hasPrefix(folder) else { throw Malformed() }
            return String(path.dropFirst(folder.count)).split(separator: "/").joined(separator: "/")
        }
        while at < bytes.count {
            guard at + 32 <= bytes.count else { throw Malformed() }
            let (kind, file, flags) = (number(0, UInt32.self), number(4, Int32.self), number(8, Int32.self))
            let lengths = [12, 16, 20].map { Int(number($0, UInt32.self)) }
            let offset = Int(number(24, UInt64.self))
            at += 32
            let action: Action
            switch kind {
            case 0: action = .start
            case 1: action = .open(file: file, path: try takePath(lengths[0]), flags: flags)
            case 2: action = .close(file: file)
            case 3: action = .write(file: file, offset: offset, bytes: Array(try take(lengths[2])))
            case 4: action = .sync(file: file)
            case 5: action = .rename(path: try takePath(lengths[0]), to: try takePath(lengths[1]))
            case 6: action = .unlink(path: try takePath(lengths[0]))
            case 7: action = .truncate(file: file, length: offset)
            case 8: action = .makeFolder(path: try takePath(lengths[0]))
            default: throw Malformed()
            }
            calls.append(DiskCall(action: action))
        }
        return calls
    }
}
#endif
