import Testing

@testable import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite("Changes in folders are noticed, by the kernel's word or by looking")
struct FolderObserverTests {
    /// Longer than any look is apart from the next; nothing waits so long where there is news.
    private static let patience = Duration.seconds(20)

    /// All that happens until `wanted` has happened.
    private static func news<Observer: FolderObserver>(
        _ observer: inout Observer,
        until wanted: FolderNews
    ) -> FolderNews {
        var news: FolderNews = []
        let end = ContinuousClock.now + patience
        while !news.isSuperset(of: wanted), ContinuousClock.now < end {
            news.formUnion(observer.wait(atMost: .milliseconds(100)))
        }
        return news
    }

    /// What every observer must notice.
    private static func check<Observer: FolderObserver>(_ observer: inout Observer) throws {
        let folder = try ScratchFolder()
        try folder.write("reports/one.txt", "One.")
        try folder.write("other/left.txt", "Not watched.")
        observer.begin()
        #expect(observer.add(folder("reports")) == nil)
        observer.end()
        #expect(observer.wait(atMost: .milliseconds(20)) == [])

        try folder.write("reports/two.txt", "Two.")
        #expect(news(&observer, until: .files) == .files)
        try folder.write("reports/one.txt", "One, longer than before.")
        #expect(news(&observer, until: .files) == .files)
        #expect(rename(folder("reports/two.txt"), folder("reports/three.txt")) == 0)
        #expect(news(&observer, until: .files) == .files)
        Files.remove(folder("reports/three.txt"))
        #expect(news(&observer, until: .files) == .files)

        // What is no report, hidden, or elsewhere.
        _ = observer.wait(atMost: .milliseconds(1_000))
        for name in ["reports/notes.pdf", "reports/.hidden.txt", "reports/a.txt.part", "other/more.txt"] {
            try folder.write(name, "x")
        }
        #expect(observer.wait(atMost: .milliseconds(1_200)) == [])
        #expect(rename(folder("reports/notes.pdf"), folder("reports/notes.doc")) == 0)
        for name in ["reports/notes.doc", "reports/.hidden.txt", "reports/a.txt.part"] { Files.remove(folder(name)) }
        #expect(observer.wait(atMost: .milliseconds(1_200)) == [])

        for name in ["reports/deep", "reports/.sitrepignore"] {
            if name.hasSuffix("deep") { mkdir(folder(name), 0o777) } else { try folder.write(name, "drafts/") }
            #expect(news(&observer, until: .folders) == [.files, .folders])
            _ = observer.wait(atMost: .milliseconds(1_000))
        }
        symlink("one.txt", folder("reports/link"))
        #expect(news(&observer, until: .folders) == [.files, .folders])
        observer.begin()
        #expect(observer.add(folder("reports")) == nil)
        observer.note(link: folder("reports/link"))
        observer.end()
        _ = observer.wait(atMost: .milliseconds(1_000))
        Files.remove(folder("reports/link"))
        #expect(news(&observer, until: .folders) == [.files, .folders])

        // The next round has another folder alone.
        observer.begin()
        #expect(observer.add(folder("other")) == nil)
        observer.end()
        _ = observer.wait(atMost: .milliseconds(1_000))
        try folder.write("reports/four.txt", "Four.")
        #expect(observer.wait(atMost: .milliseconds(1_200)) == [])
        try folder.write("other/left.txt", "Watched now.")
        #expect(news(&observer, until: .files) == .files)
    }

    @Test func polling() throws {
        var observer = PollingObserver()
        #expect(observer.isIdle)
        try Self.check(&observer)
        #expect(!observer.isIdle)
    }

    #if os(Linux)
    @Test func kernel() throws {
        var observer = try InotifyObserver()
        try Self.check(&observer)
        observer.begin()
        #expect(observer.add(try ScratchFolder().path + "/nowhere") == ENOENT)
        observer.end()
    }

    @Test("Events that say nothing do not end the waiting")
    func silence() throws {
        let observer = try InotifyObserver()
        let folder = try ScratchFolder()
        observer.begin()
        #expect(observer.add(folder.path) == nil)
        observer.end()
        try folder.write("notes.pdf", "x")
        let start = ContinuousClock.now
        #expect(observer.wait(atMost: .milliseconds(200)) == [])
        #expect(ContinuousClock.now - start >= .milliseconds(200))
        // Nor do they hide what comes with them.
        try folder.write("notes.pdf", "y")
        try folder.write("one.txt", "One.")
        #expect(observer.wait(atMost: Self.patience) == .files)
    }

    /// How many events the kernel keeps; `nil` where it does not say.
    private static let queueLength = (try? Files.read("/proc/sys/fs/inotify/max_queued_events")).flatMap { bytes in
        Int(String(decoding: bytes, as: UTF8.self).prefix { $0.isNumber })
    }

    @Test(
        "More events than the kernel keeps are a reason to list everything anew",
        .enabled(if: (FolderObserverTests.queueLength ?? .max) <= 40_000, "the kernel keeps very many events")
    )
    func overflow() throws {
        let most = try #require(Self.queueLength)
        var observer = try InotifyObserver()
        let folder = try ScratchFolder()
        observer.begin()
        #expect(observer.add(folder.path) == nil)
        observer.end()
        // Each of them comes, is closed and goes.
        for number in 0...most / 2 {
            let name = folder("\(number).txt")
            close(Files.descriptor(name, O_CREAT | O_WRONLY))
            Files.remove(name)
        }
        #expect(Self.news(&observer, until: .folders) == [.files, .folders])
    }
    #endif

    @Test("Of the sources all folders are observed that a walk goes through, but the index")
    func sources() throws {
        let folder = try ScratchFolder()
        let names = ["a/one.txt", "a/deep/er/two.txt", "a/drafts/x.txt", "a/out/y.txt", "a/.git/z.txt", "b/single.txt"]
        for name in names { try folder.write(name, "Text.") }
        try folder.write("a/.sitrepignore", "drafts/")
        try folder.write("a/Index/generation-1/part.txt", "Not a report.")
        var observer = SourceObserver(indexPath: folder("a/Index"))
        let sources = [
            Manifest.Source(path: folder("a"), excluded: ["out/"]),
            Manifest.Source(path: folder("b/single.txt"), excluded: []),
            Manifest.Source(path: folder("gone"), excluded: []),
        ]
        // a, a/deep, a/deep/er, b, and the folder in which the one that is gone was.
        #expect(observer.observe(sources).folders == 5)
        _ = observer.wait(atMost: .milliseconds(10))
        try folder.write("a/Index/generation-1/part.txt", "Written by a run.")
        try folder.write("a/drafts/x.txt", "Changed.")
        #expect(observer.wait(atMost: .milliseconds(1_200)) == [])
        try folder.write("a/deep/er/two.txt", "Changed.")
        var news: FolderNews = []
        for _ in 0..<200 where news.isEmpty { news = observer.wait(atMost: .milliseconds(100)) }
        #expect(news == .files)
        try folder.write("gone/back.txt", "Here again.")
        for _ in 0..<200 where !news.contains(.folders) { news.formUnion(observer.wait(atMost: .milliseconds(100))) }
        #expect(news.contains(.folders))
        #expect(observer.observe(sources).folders == 5)
    }

    @Test("A source in whose place something else is has to be listed anew")
    func elsewhere() throws {
        let folder = try ScratchFolder()
        try folder.write("data/articles/one.txt", "One.")
        try folder.write("new/articles/two.txt", "Two.")
        try folder.write("data/single.txt", "Single.")
        symlink("data/articles", folder("link"))
        var observer = SourceObserver(indexPath: folder("Index"))
        func observe(_ name: String) {
            _ = observer.observe([Manifest.Source(path: folder(name), excluded: [])])
            #expect(!observer.isElsewhere, "\(name)")
        }
        // Written again as a file of its own, which the folder tells.
        observe("data/single.txt")
        Files.remove(folder("data/single.txt"))
        try folder.write("data/single.txt", "Single, again.")
        #expect(!observer.isElsewhere)
        observe("link")
        Files.remove(folder("link"))
        symlink("new/articles", folder("link"))
        #expect(observer.isElsewhere)
        for name in ["data/articles", "data/single.txt", "data/articles/gone"] {
            observe(name)
            #expect(rename(folder("data"), folder("old")) == 0)
            #expect(observer.isElsewhere, "\(name)")
            observe(name)
            #expect(rename(folder("new"), folder("data")) == 0)
            #expect(observer.isElsewhere, "\(name)")
            observe(name)
            // Back again.
            #expect(rename(folder("data"), folder("new")) == 0 && rename(folder("old"), folder("data")) == 0)
            #expect(observer.isElsewhere, "\(name)")
        }
    }

    #if os(Linux)
    @Test("What the kernel does not watch is looked at, and why is told")
    func polled() throws {
        let folder = try ScratchFolder()
        try folder.write("reports/deep/one.txt", "One.")
        let sources = [Manifest.Source(path: folder("reports"), excluded: [])]
        func check(_ reason: PollingReason, _ observer: SourceObserver) throws {
            var observer = observer
            #expect(observer.observe(sources) == SourceObserver.Coverage(folders: 2, polled: 2, reason: reason))
            try folder.write("reports/deep/two.txt", "For \(reason).")
            var news: FolderNews = []
            for _ in 0..<200 where news.isEmpty { news = observer.wait(atMost: .milliseconds(100)) }
            #expect(news == .files)
        }
        let refusal = InotifyObserver.Refusal(code: EMFILE)
        try check(.system(EMFILE), SourceObserver(indexPath: folder("Index"), kernel: .failure(refusal)))
        let device = try #require(FileIdentity(path: folder.path)).device
        let (major, minor) = (device >> 8 & 0xFFF | device >> 32 & ~0xFFF, device & 0xFF | device >> 12 & 0xFFFF_FF00)
        for type in ["nfs4", "fuse.sshfs", "ext4"] {
            let mount = "36 35 \(major):\(minor) / / rw,noatime master:1 - \(type) x rw"
            let table = "21 1 0:20 / /proc rw - proc proc rw\n" + mount + "\n"
            var observer = SourceObserver(indexPath: folder("Index"), mounts: { table })
            if type == "ext4" {
                #expect(observer.observe(sources).polled == 0)
            } else {
                try check(.network, observer)
            }
        }
        #expect(NetworkMounts.currentTable().contains(" - "))
        let numbers = "\(major):\(minor)"
        for table in ["", "\n", "- nfs", "1 2 - nfs4", "1 2 x:y / - nfs4", "1 2 0 / - nfs4", "1 2 \(numbers) / -"] {
            #expect(!NetworkMounts(table: table).contain(folder.path), "\(table)")
        }
    }

    @Test("What to set is told where a setting is the reason")
    func hints() {
        #expect(PollingReason.system(ENOSPC).hint?.contains("max_user_watches") == true)
        #expect(PollingReason.system(EMFILE).hint?.contains("max_user_instances") == true)
        #expect(PollingReason.system(EACCES).hint == nil && PollingReason.network.hint == nil)
    }
    #endif
}
