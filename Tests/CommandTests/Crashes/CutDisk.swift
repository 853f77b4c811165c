#if os(Linux)
import Foundation

/// What a disk holds when the power goes while a program runs: the recorded calls are done over again on a model of the
/// folder, which tells apart what was brought to the disk and what the system only promised.
///
/// What is modelled:
/// - A file's content is on the disk when `fsync` or `fdatasync` of it came back. Of what was written since, each page of
///   4096 bytes is there or not, by chance; a file may have grown over a page that is not there, which then holds zeros. A
///   change of length is there or not.
/// - Names (what `open` makes, `mkdir`, `rename`, `unlink` and `rmdir` do in a folder) are on the disk by one of two rules.
///   ``Rule/ordered``: all of them go to the disk in the order in which they were made, as with the journal of ext4 or XFS;
///   whatever is synced brings all that were made before with it, and the disk has come some way further, by chance.
///   ``Rule/any``: a name is on the disk for certain when the folder that holds it was synced; of the others any, in
///   any combination, may be there, which is all that POSIX promises.
/// - A rename is done or not done, never half.
///
/// What is not: sectors that are torn within a page, disks that lie about having written, damage to what was on the disk
/// before, rights and times of files, and what is written through shared mappings, which the library refuses.
final class CutDisk {
    enum Rule: CaseIterable {
        case ordered, any
    }

    private static let pageSize = 4096

    private final class Node {
        let isFolder: Bool
        /// What is on the disk.
        var bytes: [UInt8] = []
        /// What a program sees beyond that, in the order in which it came.
        var changes: [Change] = []
        /// The names that a program sees.
        var seen: [String: Node] = [:]
        /// The names on the disk.
        var stored: [String: Node] = [:]

        init(isFolder: Bool) { self.isFolder = isFolder }
    }

    private enum Change {
        case write(Int, [UInt8])
        case length(Int)
    }

    /// A name that goes, comes, or both.
    private struct NameChange {
        var gone: (Node, String)?
        var new: (Node, String, Node)?

        func apply() {
            if let (folder, name) = gone { folder.stored[name] = nil }
            if let (folder, name, node) = new { folder.stored[name] = node }
        }

        /// Whether syncing a folder brings it to the disk.
        func concerns(_ folder: Node) -> Bool { gone?.0 === folder || new?.0 === folder }
    }

    private let rule: Rule
    private let root: Node
    private var names: [NameChange] = []
    private var open: [Int32: Node] = [:]

    /// A call that does not fit what the folder held.
    struct Impossible: Error {
        var call: String
    }

    /// - Parameter folder: a copy of what the disk held before the calls.
    init(_ folder: String, rule: Rule) throws {
        self.rule = rule
        root = try Self.read(folder)
    }

    private static func read(_ path: String) throws -> Node {
        let node = Node(isFolder: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            let entry = path + "/" + name
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: entry, isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                node.seen[name] = try read(entry)
            } else {
                let file = Node(isFolder: false)
                file.bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: entry)))
                node.seen[name] = file
            }
        }
        node.stored = node.seen
        return node
    }

    // MARK: Doing calls

    func apply(_ calls: some Sequence<DiskCall>) throws {
        for call in calls { try apply(call) }
    }

    private func apply(_ call: DiskCall) throws {
        switch call.action {
        case .start: open = [:]
        case .open(let file, let path, let flags): try opened(file, path, flags)
        case .close(let file): open[file] = nil
        case .write(let file, let offset, let bytes): try node(file).changes.append(.write(offset, bytes))
        case .truncate(let file, let length): try node(file).changes.append(.length(length))
        case .sync(let file): try sync(try node(file))
        case .rename(let path, let other):
            let (folder, name) = try place(path)
            let (newFolder, newName) = try place(other)
            guard let node = folder.seen.removeValue(forKey: name) else { throw Impossible(call: "rename \(path)") }
            newFolder.seen[newName] = node
            names.append(NameChange(gone: (folder, name), new: (newFolder, newName, node)))
        case .unlink(let path):
            let (folder, name) = try place(path)
            guard folder.seen.removeValue(forKey: name) != nil else { throw Impossible(call: "unlink \(path)") }
            names.append(NameChange(gone: (folder, name)))
        case .makeFolder(let path):
            let (folder, name) = try place(path)
            let node = Node(isFolder: true)
            folder.seen[name] = node
            names.append(NameChange(new: (folder, name, node)))
        }
    }

    private func opened(_ file: Int32, _ path: String, _ flags: Int32) throws {
        guard !path.isEmpty else {
            open[file] = root
            return
        }
        let (folder, name) = try place(path)
        if let node = folder.seen[name] {
            open[file] = node
            if flags & O_TRUNC != 0 { node.changes.append(.length(0)) }
            return
        }
        guard flags & O_CREAT != 0 else { throw Impossible(call: "open \(path)") }
        let node = Node(isFolder: false)
        folder.seen[name] = node
        names.append(NameChange(new: (folder, name, node)))
        open[file] = node
    }

    private func node(_ file: Int32) throws -> Node {
        guard let node = open[file] else { throw Impossible(call: "descriptor \(file)") }
        return node
    }

    /// The folder of a path and the name in it.
    private func place(_ path: String) throws -> (Node, String) {
        let parts = path.split(separator: "/").map(String.init)
        var folder = root
        for part in parts.dropLast() {
            guard let next = folder.seen[part] else { throw Impossible(call: path) }
            folder = next
        }
        guard let name = parts.last else { throw Impossible(call: path) }
        return (folder, name)
    }

    private func sync(_ node: Node) throws {
        for change in node.changes { Self.apply(change, to: &node.bytes) }
        node.changes = []
        switch rule {
        case .ordered:
            for name in names { name.apply() }
            names = []
        case .any where node.isFolder:
            for name in names where name.concerns(node) { name.apply() }
            names.removeAll { $0.concerns(node) }
        case .any: break
        }
    }

    private static func apply(_ change: Change, to bytes: inout [UInt8]) {
        switch change {
        case .length(let length):
            if length < bytes.count { bytes.removeLast(bytes.count - length) } else { grow(&bytes, to: length) }
        case .write(let offset, let new) where offset == bytes.count: bytes.append(contentsOf: new)
        case .write(let offset, let new):
            grow(&bytes, to: offset + new.count)
            bytes.withUnsafeMutableBytes { all in
                UnsafeMutableRawBufferPointer(rebasing: all[offset..<offset + new.count]).copyBytes(from: new)
            }
        }
    }

    private static func grow(_ bytes: inout [UInt8], to length: Int) {
        if length > bytes.count { bytes.append(contentsOf: [UInt8](repeating: 0, count: length - bytes.count)) }
    }

    // MARK: The cut

    /// Cuts the power and writes what is left of the folder to another one, which is made.
    ///
    /// - Parameter luck: how likely it is, of 0…1, that what was only promised is there; 0 is what is certain, and 1 what a
    ///   program saw.
    func cut(luck: Double, _ random: inout SeededRandom, to path: String) throws {
        switch rule {
        case .ordered:
            let kept = luck == 1 ? names.count : luck == 0 ? 0 : Int.random(in: 0...names.count, using: &random)
            for name in names.prefix(kept) { name.apply() }
        case .any:
            for name in names where Double.random(in: 0..<1, using: &random) < luck { name.apply() }
        }
        try write(root, to: path, luck: luck, &random)
    }

    private func write(_ folder: Node, to path: String, luck: Double, _ random: inout SeededRandom) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, node) in folder.stored.sorted(by: { $0.key < $1.key }) {
            let entry = path + "/" + name
            if node.isFolder {
                try write(node, to: entry, luck: luck, &random)
                continue
            }
            var bytes = node.bytes
            for change in node.changes { Self.apply(change, to: &bytes, luck: luck, &random) }
            try Data(bytes).write(to: URL(fileURLWithPath: entry))
        }
    }

    /// Does what of a change is on the disk.
    private static func apply(_ change: Change, to bytes: inout [UInt8], luck: Double, _ random: inout SeededRandom) {
        switch change {
        case .length:
            if Double.random(in: 0..<1, using: &random) < luck { apply(change, to: &bytes) }
        case .write(let offset, let new):
            var start = 0
            while start < new.count {
                let end = min(new.count, ((offset + start) / pageSize + 1) * pageSize - offset)
                if Double.random(in: 0..<1, using: &random) < luck {
                    apply(.write(offset + start, Array(new[start..<end])), to: &bytes)
                } else if Double.random(in: 0..<1, using: &random) < luck {
                    grow(&bytes, to: offset + end)
                }
                start = end
            }
        }
    }
}

/// Numbers by chance that come again with their seed (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
#endif
