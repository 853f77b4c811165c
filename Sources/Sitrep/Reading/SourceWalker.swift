#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Finds the report files of a source: a file, or a folder with all that lies below it.
///
/// - The order is that of the names' bytes, folder by folder; what is reached by symbolic links comes last.
/// - Hidden files and folders (a dot at the start) are left out, as is what a `.sitrepignore` file in a folder or the
///   walker's own patterns match (``GlobPattern`` says how).
/// - A symbolic link is followed when its target lies inside the source and was not met before, so that loops end and
///   no file comes twice; other links are left out, a broken one is a failure.
/// - Pipes, sockets and devices in a folder are skipped, like files of other kinds.
public struct SourceWalker: Sendable {
    private let rules: IgnoreRules

    /// A walker that leaves out what one of the patterns matches, relative to the source.
    public init(excluding globs: [String] = []) {
        rules = IgnoreRules(excluding: globs)
    }

    /// Calls `visit` for everything that the source holds; throws only what `visit` throws.
    ///
    /// A source that cannot be reached is a failure with `isFolder`: nothing is known of its reports.
    ///
    /// - Parameters:
    ///   - entering: asked with the path of each folder before it is listed; where it says no, the folder is passed over.
    ///   - meeting: called with the path of each symbolic link, followed or not.
    public func walk(
        _ source: String,
        entering: (String) -> Bool = { _ in true },
        meeting: (String) -> Void = { _ in },
        visit: (WalkedItem) throws -> Void
    ) throws {
        try walk(source, entering: entering, meeting: meeting, recognizing: { _ in nil }, visit: visit)
    }

    /// Tells of a file, by the bytes of its name and its state, whether its visitor need not see it.
    typealias FileRecognizer = (_ name: UnsafeRawBufferPointer, _ status: FileStatus) -> Bool

    /// The same, without a visit to those files of a source that is a folder which are recognized.
    ///
    /// - Parameter recognizing: asked with each folder's path from the source on; `nil` where it knows no file. It is not
    ///   asked about what lies behind symbolic links to files.
    func walk(
        _ source: String,
        entering: (String) -> Bool = { _ in true },
        meeting: (String) -> Void = { _ in },
        recognizing: (String) -> FileRecognizer?,
        visit: (WalkedItem) throws -> Void
    ) throws {
        let path = SystemPath.absolute(source)
        let kind: FileKind
        let status: FileStatus
        let identity: FileIdentity
        do {
            let found = try InputFile.lookUp(path: path)
            kind = found.kind
            status = FileStatus(found.info)
            identity = FileIdentity(found.info)
        } catch let failure as ReadFailure {
            return try visit(.failure(failure, isFolder: true))
        }
        let name = FileName.last(path)
        switch kind {
        case .folder:
            try withoutActuallyEscaping(entering) { entering in
                try withoutActuallyEscaping(meeting) { meeting in
                    try withoutActuallyEscaping(recognizing) { recognizing in
                        var walk = FolderWalk(
                            root: path,
                            entering: entering,
                            meeting: meeting,
                            recognizing: recognizing
                        )
                        try walk.run(identity, rules: rules, visit: visit)
                    }
                }
            }
        case .file where rules.exclude(name, isFolder: false):
            return
        case .file where ReportFormat(path: name) == nil:
            try visit(.failure(ReadFailure(path: path, reason: ReportReader.unknownKind(path)), isFolder: false))
        case .file:
            try visit(.file(WalkedFile(path: path, relativePath: name, status: status, isNamedItself: true)))
        case .link, .other:
            try visit(.failure(ReadFailure(path: path, reason: kind.complaint), isFolder: false))
        }
    }
}

/// One walk through a folder.
private struct FolderWalk {
    /// A symbolic link that waits until everything else has been met.
    private struct Link {
        var relativePath: String
        var rules: IgnoreRules
    }

    private let root: String
    private let realRoot: String?
    private let entering: (String) -> Bool
    private let meeting: (String) -> Void
    private let recognizing: (String) -> SourceWalker.FileRecognizer?
    /// What was met so far, for links that come later; most sources have none.
    private var found: [FileIdentity] = []
    /// The same as a set, once there are links.
    private var met: Set<FileIdentity> = []
    private var links: [Link] = []

    init(
        root: String,
        entering: @escaping (String) -> Bool,
        meeting: @escaping (String) -> Void,
        recognizing: @escaping (String) -> SourceWalker.FileRecognizer?
    ) {
        self.root = root
        self.entering = entering
        self.meeting = meeting
        self.recognizing = recognizing
        realRoot = SystemPath.real(root)
    }

    mutating func run(
        _ identity: FileIdentity,
        rules: IgnoreRules,
        visit: (WalkedItem) throws -> Void
    ) throws {
        found.append(identity)
        try enter("", identity, rules: rules, visit: visit)
        // A followed link may lead to further links.
        while !links.isEmpty {
            let waiting = links
            links = []
            for link in waiting { try follow(link, visit: visit) }
        }
    }

    private func path(_ relativePath: String) -> String {
        relativePath.isEmpty ? root : FileName.path(of: relativePath, in: root)
    }

    private mutating func enter(
        _ folder: String,
        _ identity: FileIdentity,
        rules: IgnoreRules,
        visit: (WalkedItem) throws -> Void
    ) throws {
        guard entering(path(folder)) else { return }
        let listing: FolderListing
        var rules = rules
        do {
            listing = try FolderListing(path: path(folder), found: FoundPlace(identity: identity, root: realRoot))
            if listing.hasIgnoreFile { try addIgnoreFile(in: folder, to: &rules) }
        } catch let failure as ReadFailure {
            return try visit(.failure(failure, isFolder: true))
        }
        let recognizes = recognizing(folder)
        let excludesNothing = rules.isEmpty
        for entry in listing.entries {
            // The usual file of a second run: no string is made for it.
            if excludesNothing, entry.kind == .file, let recognizes,
                listing.withName(entry, { recognizes($0, entry.status) })
            {
                found.append(entry.identity)
                continue
            }
            let name = listing.name(entry)
            let relativePath = folder.isEmpty ? name : folder + "/" + name
            guard let kind = entry.kind else {
                let reason = "cannot be reached: \(SystemError.describe(entry.error))"
                try visit(.failure(ReadFailure(path: path(relativePath), reason: reason), isFolder: true))
                continue
            }
            guard !rules.exclude(relativePath, isFolder: kind == .folder) else { continue }
            if kind == .link {
                meeting(path(relativePath))
                links.append(Link(relativePath: relativePath, rules: rules))
                continue
            }
            found.append(entry.identity)
            if !excludesNothing, kind == .file, let recognizes,
                listing.withName(entry, { recognizes($0, entry.status) })
            {
                continue
            }
            try meet(relativePath, kind, entry.identity, entry.status, rules: rules, visit: visit)
        }
    }

    /// Adds the rules of a folder's ignore file.
    ///
    /// - Throws: ``ReadFailure`` of the folder: without its rules nobody knows which of its files belong.
    private func addIgnoreFile(in folder: String, to rules: inout IgnoreRules) throws {
        do {
            let file = path(folder.isEmpty ? IgnoreRules.fileName : folder + "/" + IgnoreRules.fileName)
            let limits = ReadingLimits(maximumFileBytes: IgnoreRules.mostBytes)
            var source = try ByteSource(path: file, limits: limits)
            guard rules.add(ignoreFile: String(decoding: try source.rest(), as: UTF8.self), folder: folder) else {
                throw ReadFailure(path: file, reason: "holds more than \(IgnoreRules.mostPatterns) patterns")
            }
        } catch let failure as ReadFailure {
            throw ReadFailure(path: path(folder), reason: "its \(IgnoreRules.fileName): \(failure.reason)")
        }
    }

    private mutating func meet(
        _ relativePath: String,
        _ kind: FileKind,
        _ identity: FileIdentity,
        _ status: FileStatus,
        rules: IgnoreRules,
        visit: (WalkedItem) throws -> Void
    ) throws {
        let path = path(relativePath)
        if kind == .folder {
            try enter(relativePath, identity, rules: rules, visit: visit)
        } else if kind == .file, ReportFormat(path: relativePath) != nil {
            var file = WalkedFile(path: path, relativePath: relativePath, status: status, isNamedItself: false)
            file.found = FoundPlace(identity: identity, root: realRoot)
            try visit(.file(file))
        } else {
            try visit(.skipped(path: path, ending: FileName.ending(FileName.last(relativePath))))
        }
    }

    private mutating func follow(_ link: Link, visit: (WalkedItem) throws -> Void) throws {
        do {
            let (kind, info) = try InputFile.lookUp(path: path(link.relativePath))
            met.formUnion(found)
            found.removeAll()
            guard let realRoot, let target = SystemPath.real(path(link.relativePath)),
                SystemPath.lies(target, in: realRoot), FileIdentity(path: target) == FileIdentity(info),
                !link.rules.exclude(link.relativePath, isFolder: kind == .folder),
                met.insert(FileIdentity(info)).inserted
            else { return }
            let identity = FileIdentity(info)
            try meet(link.relativePath, kind, identity, FileStatus(info), rules: link.rules, visit: visit)
        } catch var failure as ReadFailure {
            failure.reason = "a symbolic link to nowhere: \(failure.reason)"
            try visit(.failure(failure, isFolder: true))
        }
    }
}
