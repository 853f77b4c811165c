#if os(Linux)
import Glibc

/// Notices changes in folders with the kernel's help: inotify(7), one watch a folder.
final class InotifyObserver: FolderObserver {
    private let descriptor: Int32
    private let buffer: UnsafeMutableRawBufferPointer
    /// The folders by the numbers of their watches.
    private var folders: [Int32: String] = [:]
    /// The numbers of this round.
    private var kept: Set<Int32> = []
    /// The symbolic links in the folders: of what is gone nobody else can say that it was one.
    private var links: Set<String> = []

    /// The system gives no observer.
    struct Refusal: Error {
        /// The system's error number.
        var code: Int32
    }

    /// What happens to an entry of a folder, and to the folder itself.
    ///
    /// Also each write, not only that a file was closed: a crawler may keep its file open for days.
    private static let mask =
        UInt32(IN_CREATE) | UInt32(IN_CLOSE_WRITE) | UInt32(IN_MODIFY) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO)
        | UInt32(IN_DELETE) | UInt32(IN_ATTRIB) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR)
        | UInt32(IN_EXCL_UNLINK)

    init() throws(Refusal) {
        let opened = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard opened >= 0 else { throw Refusal(code: errno) }
        descriptor = opened
        buffer = .allocate(byteCount: 1 << 16, alignment: MemoryLayout<inotify_event>.alignment)
    }

    deinit {
        close(descriptor)
        buffer.deallocate()
    }

    func begin() { (kept, links) = ([], []) }

    func add(_ folder: String) -> Int32? {
        let number = PathBytes.withSystemPath(folder) { inotify_add_watch(descriptor, $0, Self.mask) } ?? -1
        guard number >= 0 else { return errno }
        folders[number] = folder
        kept.insert(number)
        return nil
    }

    func note(link path: String) { links.insert(path) }

    func end() {
        for number in folders.keys where !kept.contains(number) {
            // The kernel has taken away those whose folder is gone.
            _ = inotify_rm_watch(descriptor, number)
            folders[number] = nil
        }
    }

    func wait(atMost time: Duration) -> FolderNews {
        let end = ContinuousClock.now + time
        // Most events may say nothing, as where files of other kinds are written all the time.
        repeat {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, (end - .now).milliseconds) > 0 else { return [] }
            let news = read()
            if !news.isEmpty { return news }
        } while ContinuousClock.now < end
        return []
    }

    /// Reads events that are there, as many as the buffer takes.
    private func read() -> FolderNews {
        var news: FolderNews = []
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        var at = 0
        while at + MemoryLayout<inotify_event>.size <= count {
            let event = buffer.loadUnaligned(fromByteOffset: at, as: inotify_event.self)
            at += MemoryLayout<inotify_event>.size
            let name = buffer[at..<min(count, at + Int(event.len))].prefix { $0 != 0 }
            at += Int(event.len)
            news.formUnion(self.news(of: event, name: PathBytes.string(from: name)))
        }
        return news
    }

    private func news(of event: inotify_event, name: String) -> FolderNews {
        func has(_ flag: UInt32) -> Bool { event.mask & flag != 0 }
        // Events were lost: anything may have happened.
        if has(UInt32(IN_Q_OVERFLOW)) { return [.files, .folders] }
        if has(UInt32(IN_IGNORED)) { return [] }
        if name.isEmpty {
            // A folder's own times and rights come as an event of its parent, too.
            let isGone = has(UInt32(IN_DELETE_SELF)) || has(UInt32(IN_MOVE_SELF)) || has(UInt32(IN_UNMOUNT))
            return isGone ? [.files, .folders] : []
        }
        let comes = has(UInt32(IN_CREATE)) || has(UInt32(IN_MOVED_TO))
        let goes = has(UInt32(IN_DELETE)) || has(UInt32(IN_MOVED_FROM))
        let isLink = (comes || goes) && isLink(name, in: folders[event.wd], comes: comes)
        return FolderNews(name: name, isFolder: has(UInt32(IN_ISDIR)), isLink: isLink)
    }

    /// Whether an entry is a link, or was one: something else may have taken its name.
    private func isLink(_ name: String, in folder: String?, comes: Bool) -> Bool {
        guard let folder else { return true }
        let path = FileName.path(of: name, in: folder)
        if links.contains(path) { return true }
        return comes && (try? InputFile.lookUp(path: path, followingLinks: false))?.kind == .link
    }
}
#endif
