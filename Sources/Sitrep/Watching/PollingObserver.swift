#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Notices changes in folders by looking at their entries again and again: for systems without a better way, and for
/// folders that the kernel does not watch.
struct PollingObserver: FolderObserver {
    /// An entry as it was seen; `nil` status for a folder or a link.
    private struct Entry: Hashable {
        var name: String
        var isFolder: Bool
        var isLink: Bool
        var status: FileStatus?
    }

    private var seen: [String: Set<Entry>] = [:]
    private var kept: Set<String> = []
    private var next = ContinuousClock.now
    /// How long the last look took.
    private var cost = Duration.zero

    /// A look follows another one after so long, and after so many times as long as it took.
    private static let interval = Duration.milliseconds(800)
    private static let rest = 10

    /// Whether there is nothing to look at.
    var isIdle: Bool { seen.isEmpty }

    mutating func begin() { kept = [] }

    mutating func add(_ folder: String) -> Int32? {
        kept.insert(folder)
        if seen[folder] == nil { seen[folder] = Self.entries(of: folder) }
        return nil
    }

    /// A look tells a link by itself.
    mutating func note(link path: String) {}

    mutating func end() { seen = seen.filter { kept.contains($0.key) } }

    mutating func wait(atMost time: Duration) -> FolderNews {
        let end = ContinuousClock.now + time
        while true {
            let now = ContinuousClock.now
            if !isIdle, now >= next {
                let news = look()
                if !news.isEmpty { return news }
            }
            let left = isIdle ? end : min(end, next)
            guard ContinuousClock.now < end else { return [] }
            usleep(UInt32((left - ContinuousClock.now).milliseconds) * 1000)
        }
    }

    /// Looks at every folder once.
    mutating func look() -> FolderNews {
        let start = ContinuousClock.now
        var news: FolderNews = []
        for (folder, before) in seen {
            let now = Self.entries(of: folder)
            guard now != before else { continue }
            for entry in now.symmetricDifference(before) {
                news.formUnion(FolderNews(name: entry.name, isFolder: entry.isFolder, isLink: entry.isLink))
            }
            seen[folder] = now
        }
        cost = ContinuousClock.now - start
        next = start + max(Self.interval, cost * Self.rest)
        return news
    }

    /// None for a folder that cannot be read.
    private static func entries(of folder: String) -> Set<Entry> {
        guard let names = try? SystemPath.names(inFolder: folder) else { return [] }
        var entries: Set<Entry> = []
        for name in names {
            guard let (kind, info) = try? InputFile.lookUp(path: folder + "/" + name, followingLinks: false) else {
                continue
            }
            let (isFolder, isLink) = (kind == .folder, kind == .link)
            guard !FolderNews(name: name, isFolder: isFolder, isLink: isLink).isEmpty else { continue }
            let status = isFolder || isLink ? nil : FileStatus(info)
            entries.insert(Entry(name: name, isFolder: isFolder, isLink: isLink, status: status))
        }
        return entries
    }
}
