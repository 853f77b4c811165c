#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A value behind a mutex, with waiting until a condition on it holds.
///
/// `Synchronization.Mutex` has no condition variable, so this stands on POSIX threads. It is `Sendable` because every
/// access to the value happens with the mutex held.
final class Monitor<Value>: @unchecked Sendable {
    private var value: Value
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>

    init(_ value: Value) {
        self.value = value
        mutex = .allocate(capacity: 1)
        changed = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// Runs `body` on the value and wakes everybody who waits.
    func withValue<Result>(_ body: (inout Value) -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer {
            pthread_cond_broadcast(changed)
            pthread_mutex_unlock(mutex)
        }
        return body(&value)
    }

    /// Waits until `body` returns something, and returns that; `body` is tried again after each change.
    func wait<Result>(_ body: (inout Value) -> Result?) -> Result {
        pthread_mutex_lock(mutex)
        defer {
            pthread_cond_broadcast(changed)
            pthread_mutex_unlock(mutex)
        }
        while true {
            if let result = body(&value) { return result }
            pthread_cond_wait(changed, mutex)
        }
    }
}

/// A POSIX thread with a stack large enough for deep documents.
final class WorkerThread {
    private var thread = pthread_t(bitPattern: 0)
    private var isJoined = false

    /// 16 MiB: the main thread's usual limit, and some.
    private static let stackSize = 16 << 20

    private final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts a thread that runs `body`.
    ///
    /// - Throws: ``SitrepError`` when the system gives no more threads.
    init(_ body: @escaping @Sendable () -> Void) throws {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, Self.stackSize)
        let box = Unmanaged.passRetained(Body(body))
        let status = pthread_create(
            &thread,
            &attributes,
            { argument in
                #if canImport(Glibc)
                guard let argument else { return nil }
                #endif
                Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            },
            box.toOpaque()
        )
        if status != 0 {
            box.release()
            isJoined = true
            throw SitrepError(
                .io,
                "no thread could be started: \(String(cString: strerror(status)))",
                hint: "end other programs, or let more run (ulimit -u), and run the same command again"
            )
        }
    }

    /// Waits until the thread has ended.
    func join() {
        guard !isJoined else { return }
        isJoined = true
        #if canImport(Glibc)
        pthread_join(thread, nil)
        #else
        if let thread { pthread_join(thread, nil) }
        #endif
    }

    deinit { join() }

    /// How many processors are there to work with.
    static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
