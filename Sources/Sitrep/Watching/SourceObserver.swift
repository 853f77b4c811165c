/// Notices changes in the sources of an index, in the best way there is for each folder.
struct SourceObserver {
    #if os(Linux)
    private let kernel: Result<InotifyObserver, InotifyObserver.Refusal>
    private let mounts: () -> String
    private var network = NetworkMounts(table: "")
    #endif
    private var polling = PollingObserver()
    /// What the paths of the sources, and those of the folders in which they lie, led to when they were listed.
    private var places: [(path: String, identity: FileIdentity?)] = []
    /// The index folder, which is never observed: a run would call for the next one.
    private let indexPath: String

    /// What is observed.
    struct Coverage: Equatable {
        var folders = 0
        /// Folders that are looked at again and again because the kernel does not watch them.
        var polled = 0
        /// Why it does not: the first system error, if there is one.
        var reason: PollingReason?
    }

    /// Between two looks at polled folders the kernel is asked so long at a time.
    private static let step = Duration.milliseconds(200)

    #if os(Linux)
    /// - Parameters:
    ///   - kernel: what watches the folders.
    ///   - mounts: tells what the system has mounted, as ``NetworkMounts`` reads it.
    init(
        indexPath: String,
        kernel: Result<InotifyObserver, InotifyObserver.Refusal> = Result(catching: InotifyObserver.init),
        mounts: @escaping () -> String = NetworkMounts.currentTable
    ) {
        self.indexPath = SystemPath.real(indexPath) ?? indexPath
        self.kernel = kernel
        self.mounts = mounts
    }
    #else
    init(indexPath: String) { self.indexPath = SystemPath.real(indexPath) ?? indexPath }
    #endif

    /// Observes the folders of these sources from now on, those that a walk goes through.
    mutating func observe(_ sources: [Manifest.Source]) -> Coverage {
        var coverage = Coverage()
        var known: Set<String> = []
        func enter(_ folder: String) -> Bool {
            guard folder != indexPath else { return false }
            add(folder, &known, &coverage)
            return true
        }
        func meet(_ link: String) { note(link: link) }
        begin()
        for source in sources {
            // Of a file, and of a folder that is not there now, the folder in which it lies tells most.
            let isFolder = Files.isFolder(source.path)
            // A file that is written anew may be another each time.
            if isFolder || !Self.isFile(source.path) { note(source.path) }
            if !isFolder || !Files.exists(source.path) {
                let parent = FileName.folder(of: source.path) ?? "/"
                note(parent)
                add(parent, &known, &coverage)
            }
            guard isFolder else { continue }
            let walker = SourceWalker(excluding: source.excluded)
            try? walker.walk(source.path, entering: enter, meeting: meet, visit: { _ in })
        }
        end()
        return coverage
    }

    /// Whether a source is not where it was when its folders were listed, so that others are observed than should be.
    ///
    /// Nothing tells that what a source lies in was renamed, or that a disk was mounted over it: the kernel watches folders,
    /// not their paths.
    var isElsewhere: Bool { places.contains { FileIdentity(path: $0.path) != $0.identity } }

    /// Waits until something happens, for a time at most.
    mutating func wait(atMost time: Duration) -> FolderNews {
        #if os(Linux)
        guard case .success(let kernel) = kernel else { return polling.wait(atMost: time) }
        guard !polling.isIdle else { return kernel.wait(atMost: time) }
        let end = ContinuousClock.now + time
        while ContinuousClock.now < end {
            let left = min(Self.step, end - ContinuousClock.now)
            let news = kernel.wait(atMost: left).union(polling.wait(atMost: .zero))
            if !news.isEmpty { return news }
        }
        return []
        #else
        return polling.wait(atMost: time)
        #endif
    }

    private mutating func begin() {
        #if os(Linux)
        network = NetworkMounts(table: mounts())
        (try? kernel.get())?.begin()
        #endif
        polling.begin()
        places = []
    }

    private mutating func end() {
        #if os(Linux)
        (try? kernel.get())?.end()
        #endif
        polling.end()
    }

    private mutating func add(_ folder: String, _ known: inout Set<String>, _ coverage: inout Coverage) {
        guard known.insert(folder).inserted else { return }
        coverage.folders += 1
        #if os(Linux)
        guard let reason = watch(folder) else { return }
        if coverage.reason == nil || coverage.reason == .network { coverage.reason = reason }
        #endif
        _ = polling.add(folder)
        coverage.polled += 1
    }

    #if os(Linux)
    /// - Returns: why the kernel does not watch the folder; `nil` where it does.
    private func watch(_ folder: String) -> PollingReason? {
        if network.contain(folder) { return .network }
        switch kernel {
        case .success(let kernel): return kernel.add(folder).map { .system($0) }
        case .failure(let refusal): return .system(refusal.code)
        }
    }
    #endif

    private func note(link path: String) {
        #if os(Linux)
        (try? kernel.get())?.note(link: path)
        #endif
    }

    private mutating func note(_ path: String) { places.append((path, FileIdentity(path: path))) }

    private static func isFile(_ path: String) -> Bool {
        (try? InputFile.lookUp(path: path, followingLinks: false))?.kind == .file
    }
}
