import Foundation
import Synchronization
import Testing
import Xapian

@testable import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite("One writer at a time")
struct WriterLockTests {
    @Test func theSecondIsLocked() throws {
        let folder = try ScratchFolder()
        do {
            let lock = try WriterLock(folder: folder.path)
            let error = #expect(throws: SitrepError.self) { _ = try WriterLock(folder: folder.path) }
            #expect(error?.code == .locked)
            #expect(error?.message.contains("process") == true)
            _ = consume lock
        }
        // Let go of, it can be taken again; what a dead process left in the file blocks nobody.
        try folder.write(WriterLock.fileName, "99999999\n")
        _ = try WriterLock(folder: folder.path)
    }

    @Test("Who is refused is told of a holder that has not written its number yet, and of none where none is written")
    func lateNumber() throws {
        let folder = try ScratchFolder()
        try folder.write(WriterLock.fileName, "")
        let file = Files.descriptor(folder(WriterLock.fileName), O_RDWR)
        defer { close(file) }
        try #require(flock(file, LOCK_EX | LOCK_NB) == 0)
        let unnamed = #expect(throws: SitrepError.self) { _ = try WriterLock(folder: folder.path) }
        #expect(unnamed?.code == .locked && unnamed?.message.contains("process") == false)
        // All but the end of the line: it is not the number yet.
        #expect(pwrite(file, "123", 3, 0) == 3)
        let named = #expect(throws: SitrepError.self) {
            _ = try WriterLock(folder: folder.path, pausing: { _ = pwrite(file, "12345\n", 6, 0) })
        }
        #expect(named?.message.contains("(process 12345)") == true)
        // One that lets go meanwhile is no reason to be refused.
        _ = ftruncate(file, 0)
        let lock = try WriterLock(folder: folder.path, pausing: { _ = flock(file, LOCK_UN) })
        _ = consume lock
    }

    @Test("A lock that was let go of names nobody")
    func noNumberAfterwards() throws {
        let folder = try ScratchFolder()
        let lock = try WriterLock(folder: folder.path)
        #expect(try Files.read(folder(WriterLock.fileName)) == Array("\(getpid())\n".utf8))
        _ = consume lock
        #expect(try Files.read(folder(WriterLock.fileName)).isEmpty)
    }

    @Test func aRunIsRefusedMeanwhile() throws {
        let folder = try ScratchFolder()
        try folder.write("reports/a.txt", "Something happened in a town.")
        _ = try Indexer(index: folder("index")).index([folder("reports")])
        let lock = try WriterLock(folder: folder("index"))
        let error = #expect(throws: SitrepError.self) { try Indexer(index: folder("index")).reindex() }
        #expect(error?.code == .locked)
        // Readers do not mind.
        #expect(try SearchIndex(path: folder("index")).search(SearchRequest()).total == 1)
        _ = consume lock
    }

    @Test("One that waits has the lock when the other lets go of it, and says first that it waits")
    func waits() throws {
        let folder = try ScratchFolder()
        let lock = try WriterLock(folder: folder.path)
        let (said, had) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let path = folder.path
        let thread = Thread {
            guard let second = try? WriterLock(folder: path, waiting: { said.signal() }) else { return }
            had.signal()
            _ = consume second
        }
        thread.start()
        #expect(said.wait(timeout: .now() + 30) == .success)
        #expect(had.wait(timeout: .now() + 0.2) == .timedOut)
        _ = consume lock
        #expect(had.wait(timeout: .now() + 30) == .success)
    }

    @Test("An index that was taken away and built again while one waited is locked as it is now")
    func replaced() throws {
        let folder = try ScratchFolder()
        // What happens while the second waits; the first lets go of what is no longer there.
        let holder = LockHolder()
        holder.lock = try WriterLock(folder: folder.path)
        let second = try WriterLock(folder: folder.path) {
            try? FileManager.default.removeItem(atPath: folder(WriterLock.fileName))
            holder.lock = nil
        }
        #expect(throws: SitrepError.self) { _ = try WriterLock(folder: folder.path) }
        _ = consume second
    }

    @Test func noFolder() throws {
        let folder = try ScratchFolder()
        let error = #expect(throws: SitrepError.self) { _ = try WriterLock(folder: folder("none")) }
        #expect(error?.code == .io)
    }

    @Test("Ends with its holder, even if a child that is just starting has copies of the open files")
    func copiedDescriptors() throws {
        let folder = try ScratchFolder()
        let lock = try WriterLock(folder: folder.path)
        let copies = try OpenFileCopies(of: folder(WriterLock.fileName))
        _ = consume lock
        _ = try WriterLock(folder: folder.path)
        copies.closeAll()
    }

    @Test("Of a small file ends with its holder likewise")
    func copiedDescriptorsOfShortLocks() throws {
        let folder = try ScratchFolder()
        let lock = try ShortLock(path: folder("marks.lock"), of: "marks")
        let copies = try OpenFileCopies(of: folder("marks.lock"))
        _ = consume lock
        let file = Files.descriptor(folder("marks.lock"), O_RDWR)
        #expect(flock(file, LOCK_EX | LOCK_NB) == 0)
        close(file)
        copies.closeAll()
    }

    @Test("The library's lock of a database that was closed is waited for as long as a child takes to start")
    func copiedDescriptorsOfDatabases() throws {
        let folder = try ScratchFolder()
        let database = try WritableDatabase(path: folder("database"), mode: .create)
        let copies = try OpenFileCopies(of: folder("database/flintlock"))
        try database.close()
        let error = #expect(throws: XapianError.self) {
            _ = try WritableDatabase(path: folder("database"), mode: .open)
        }
        #expect(error?.code == .databaseLocked)
        copies.closeAll(afterMicroseconds: 50_000)
        try WritableDatabase.ofIndex(paths: [Array(folder("database").utf8)]).close()
    }

    @Test("A database that somebody else keeps open is said to be locked")
    func foreignWriter() throws {
        let folder = try ScratchFolder()
        let database = try WritableDatabase(path: folder("database"), mode: .create)
        let error = #expect(throws: XapianError.self) {
            _ = try WritableDatabase.ofIndex(paths: [Array(folder("database").utf8)])
        }
        #expect(error?.code == .databaseLocked)
        try database.close()
    }
}

/// Copies of the descriptors by which this process has a file open: what a child has of them until it runs its program.
private final class OpenFileCopies: Sendable {
    private let copies: Mutex<[Int32]>

    init(of path: String) throws {
        var wanted = stat()
        try #require(stat(path, &wanted) == 0)
        var copies: [Int32] = []
        for descriptor in 0..<min(getdtablesize(), 4096) {
            var found = stat()
            guard fstat(descriptor, &found) == 0, found.st_dev == wanted.st_dev, found.st_ino == wanted.st_ino else {
                continue
            }
            copies.append(fcntl(descriptor, F_DUPFD_CLOEXEC, 0))
        }
        try #require(!copies.isEmpty)
        self.copies = Mutex(copies)
    }

    func closeAll() {
        copies.withLock {
            for copy in $0 { close(copy) }
            $0 = []
        }
    }

    /// Closes them after a while, from another thread.
    func closeAll(afterMicroseconds pause: UInt32) {
        Thread.detachNewThread { [self] in
            usleep(pause)
            closeAll()
        }
    }
}

/// Lets go of a lock when it is told to.
private final class LockHolder {
    var lock: WriterLock?
}
