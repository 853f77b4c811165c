#define _GNU_SOURCE

#include "fault_injection.h"

#ifdef __linux__

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/// The longest path that is looked at, and the descriptors that are.
enum { path_capacity = 4096, file_capacity = 1 << 16 };

/// When the process ends: at which call that changes something.
static enum { kill_never, kill_before, kill_half, kill_after } kill_when = kill_never;
static unsigned long kill_at;
static unsigned long changes;

/// What fails: the calls of a kind from `fail_at` on, or one.
static int fail_kind = -1;
static bool fail_is_short;
static bool fail_is_growth;
static bool fail_goes_on;
static unsigned long fail_at;
static int fail_errno;
static const char *fail_mark;
static unsigned long calls[FAULT_KIND_COUNT];

static char folder[path_capacity];
static size_t folder_length;
static int record_file = -1;
/// Whether a descriptor is that of a file or folder below the folder.
static bool followed[file_capacity];

/// Held during each call that is followed, so that the record has them in the order in which they were done.
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/// The functions of the C library behind ours. Those for large files are the same on the 64-bit systems that there are.
static struct {
    int (*openat)(int, const char *, int, ...);
    DIR *(*opendir)(const char *);
    int (*close)(int);
    ssize_t (*read)(int, void *, size_t);
    ssize_t (*pread)(int, void *, size_t, off_t);
    ssize_t (*write)(int, const void *, size_t);
    ssize_t (*pwrite)(int, const void *, size_t, off_t);
    ssize_t (*writev)(int, const struct iovec *, int);
    int (*fsync)(int);
    int (*fdatasync)(int);
    int (*renameat)(int, const char *, int, const char *);
    int (*unlinkat)(int, const char *, int);
    int (*ftruncate)(int, off_t);
    int (*mkdirat)(int, const char *, mode_t);
    void *(*mmap)(void *, size_t, int, int, int, off_t);
    int (*linkat)(int, const char *, int, const char *, int);
} real;

static const char *const kind_names[FAULT_KIND_COUNT] = {
    [FAULT_OPEN] = "open",         [FAULT_WRITE] = "write", [FAULT_SYNC] = "sync", [FAULT_RENAME] = "rename",
    [FAULT_UNLINK] = "unlink",     [FAULT_READ] = "read",   [FAULT_MAP] = "map",   [FAULT_MKDIR] = "mkdir",
    [FAULT_TRUNCATE] = "truncate",
};

/// What a test asks for and cannot be done must not look like a success.
__attribute__((noreturn)) static void refuse(const char *what) {
    fprintf(stderr, "fault injection: %s\n", what);
    _exit(99);
}

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

static void find_functions(void) {
    if (real.close) return;
#define FIND(name) real.name = dlsym(RTLD_NEXT, #name)
    FIND(openat); FIND(opendir); FIND(read); FIND(pread); FIND(write); FIND(pwrite); FIND(writev); FIND(fsync);
    FIND(fdatasync); FIND(renameat); FIND(unlinkat); FIND(ftruncate); FIND(mkdirat); FIND(mmap); FIND(linkat);
    FIND(close);
#undef FIND
}

static void read_kill(const char *text) {
    if (strncmp(text, "before:", 7) == 0) kill_when = kill_before;
    else if (strncmp(text, "half:", 5) == 0) kill_when = kill_half;
    else if (strncmp(text, "after:", 6) == 0) kill_when = kill_after;
    else refuse("SITREP_FAULT_KILL is not understood");
    kill_at = strtoul(strchr(text, ':') + 1, NULL, 10);
}

static void read_fail(const char *text) {
    char name[16] = "", rest[4] = "";
    const int fields = sscanf(text, "%15[a-z]:%lu:%d:%3[on]", name, &fail_at, &fail_errno, rest);
    if (fields < 3) refuse("SITREP_FAULT_FAIL is not understood");
    fail_goes_on = strcmp(rest, "on") == 0;
    fail_is_short = strcmp(name, "short") == 0;
    if (fail_is_short) fail_kind = FAULT_WRITE;
    fail_is_growth = strcmp(name, "grow") == 0;
    if (fail_is_growth) fail_kind = FAULT_READ;
    for (int kind = 0; kind < FAULT_KIND_COUNT; ++kind) {
        if (kind_names[kind] && strcmp(kind_names[kind], name) == 0) fail_kind = kind;
    }
    if (fail_kind < 0) refuse("SITREP_FAULT_FAIL names an unknown kind");
}

/// Appends to the record; what was asked for and cannot be kept ends the process.
static void note(struct fault_record record, const char *path, const char *other, const struct iovec *data, int parts) {
    if (record_file < 0) return;
    record.path_length = path ? (unsigned)strlen(path) : 0;
    record.other_length = other ? (unsigned)strlen(other) : 0;
    struct iovec head[3] = {
        {&record, sizeof record}, {(void *)path, record.path_length}, {(void *)other, record.other_length}};
    if (real.writev(record_file, head, 3) < 0) refuse("the record cannot be written");
    size_t left = record.data_length;
    for (int part = 0; part < parts && left > 0; ++part) {
        const size_t count = data[part].iov_len < left ? data[part].iov_len : left;
        for (size_t done = 0; done < count;) {
            const ssize_t now = real.write(record_file, (const char *)data[part].iov_base + done, count - done);
            if (now <= 0) refuse("the record cannot be written");
            done += (size_t)now;
        }
        left -= count;
    }
}

__attribute__((constructor)) static void begin(void) {
    find_functions();
    const char *path = getenv("SITREP_FAULT_FOLDER");
    if (!path || strlen(path) >= sizeof folder) return;
    if (getenv("SITREP_FAULT_KILL")) read_kill(getenv("SITREP_FAULT_KILL"));
    if (getenv("SITREP_FAULT_FAIL")) read_fail(getenv("SITREP_FAULT_FAIL"));
    fail_mark = getenv("SITREP_FAULT_DONE");
    const char *record = getenv("SITREP_FAULT_RECORD");
    if (record) {
        record_file = real.openat(AT_FDCWD, record, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
        if (record_file < 0) refuse("SITREP_FAULT_RECORD cannot be opened");
        // The calls of what the program starts are of other descriptors, and change nothing.
        unsetenv("SITREP_FAULT_RECORD");
    }
    strcpy(folder, path);
    folder_length = strlen(path);
    note((struct fault_record){.kind = FAULT_START, .file = -1}, NULL, NULL, NULL, 0);
}

/// Writes the absolute path of what is named, without looking at links; whether it is the folder or below it.
static bool is_below(int at, const char *path, char *absolute) {
    if (folder_length == 0 || !path) return false;
    if (path[0] == '/') {
        if (strlen(path) >= path_capacity) return false;
        strcpy(absolute, path);
    } else {
        char base[path_capacity];
        if (at == AT_FDCWD) {
            if (!getcwd(base, sizeof base)) return false;
        } else {
            char link[64];
            snprintf(link, sizeof link, "/proc/self/fd/%d", at);
            const ssize_t length = readlink(link, base, sizeof base - 1);
            if (length < 0) return false;
            base[length] = 0;
        }
        if (snprintf(absolute, path_capacity, "%s/%s", base, path) >= path_capacity) return false;
    }
    return strncmp(absolute, folder, folder_length) == 0
        && (absolute[folder_length] == '/' || absolute[folder_length] == 0);
}

static bool is_followed(int file) { return file >= 0 && file < file_capacity && followed[file]; }

/// What is to be done with a call.
enum verdict { go_on, fail_now, take_half, grow_first };

/// To be called before each call that is followed, with the lock held; may not return.
static enum verdict enter(enum fault_kind kind, bool changes_something) {
    const unsigned long number = ++calls[kind];
    if (changes_something && ++changes == kill_at) {
        if (kill_when == kill_before || (kill_when == kill_half && kind != FAULT_WRITE)) die();
        if (kill_when == kill_half) return take_half;
    }
    if ((int)kind == fail_kind && (number == fail_at || (fail_goes_on && number > fail_at))) {
        if (fail_mark) real.close(real.openat(AT_FDCWD, fail_mark, O_WRONLY | O_CREAT | O_CLOEXEC, 0666));
        if (fail_is_short) return take_half;
        if (fail_is_growth) return grow_first;
        errno = fail_errno;
        return fail_now;
    }
    return go_on;
}

/// To be called after each call that changes something.
static void leave(void) {
    if (changes == kill_at && (kill_when == kill_after || kill_when == kill_half)) die();
}

static int followed_open(int at, const char *path, int flags, mode_t mode) {
    find_functions();
    char absolute[path_capacity];
    if (!is_below(at, path, absolute)) {
        const int file = real.openat(at, path, flags, mode);
        if (file >= 0 && file < file_capacity) followed[file] = false;
        return file;
    }
    const bool changes_something = (flags & (O_CREAT | O_TRUNC)) != 0;
    pthread_mutex_lock(&lock);
    int file = -1;
    if (enter(FAULT_OPEN, changes_something) != fail_now) {
        file = real.openat(at, path, flags, mode);
        if (file >= 0) {
            if (file >= file_capacity) refuse("too many files are open");
            followed[file] = true;
            note((struct fault_record){.kind = FAULT_OPEN, .file = file, .flags = (unsigned)flags}, absolute, NULL, NULL, 0);
        }
        if (changes_something) leave();
    }
    pthread_mutex_unlock(&lock);
    return file;
}

/// The mode behind the flags, where these have one.
#define MODE_AFTER(flags)                       \
    mode_t mode = 0;                            \
    /* O_TMPFILE has the bit of O_DIRECTORY in it. */ \
    if (((flags) & O_CREAT) || ((flags) & O_TMPFILE) == O_TMPFILE) { \
        va_list arguments;                      \
        va_start(arguments, flags);             \
        mode = va_arg(arguments, mode_t);       \
        va_end(arguments);                      \
    }

int open(const char *path, int flags, ...) {
    MODE_AFTER(flags)
    return followed_open(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    MODE_AFTER(flags)
    return followed_open(AT_FDCWD, path, flags, mode);
}

int openat(int at, const char *path, int flags, ...) {
    MODE_AFTER(flags)
    return followed_open(at, path, flags, mode);
}

int openat64(int at, const char *path, int flags, ...) {
    MODE_AFTER(flags)
    return followed_open(at, path, flags, mode);
}

// What open is where it is compiled with checks; these have no mode.
int __open_2(const char *path, int flags) { return followed_open(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return followed_open(AT_FDCWD, path, flags, 0); }
int __openat_2(int at, const char *path, int flags) { return followed_open(at, path, flags, 0); }
int __openat64_2(int at, const char *path, int flags) { return followed_open(at, path, flags, 0); }

int creat(const char *path, mode_t mode) {
    return followed_open(AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}

DIR *opendir(const char *path) {
    find_functions();
    char absolute[path_capacity];
    if (!is_below(AT_FDCWD, path, absolute)) return real.opendir(path);
    pthread_mutex_lock(&lock);
    DIR *entries = enter(FAULT_OPEN, false) == fail_now ? NULL : real.opendir(path);
    pthread_mutex_unlock(&lock);
    return entries;
}

int close(int file) {
    find_functions();
    if (!is_followed(file)) return real.close(file);
    pthread_mutex_lock(&lock);
    followed[file] = false;
    note((struct fault_record){.kind = FAULT_CLOSE, .file = file}, NULL, NULL, NULL, 0);
    const int result = real.close(file);
    pthread_mutex_unlock(&lock);
    return result;
}

/// Appends a byte to a file that is open for reading, as somebody who writes to it meanwhile does.
static void grow(int file) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const int other = real.openat(AT_FDCWD, link, O_WRONLY | O_APPEND | O_CLOEXEC);
    if (other < 0 || real.write(other, "\n", 1) != 1) refuse("a file cannot be made to grow");
    real.close(other);
}

ssize_t read(int file, void *bytes, size_t count) {
    find_functions();
    if (!is_followed(file)) return real.read(file, bytes, count);
    pthread_mutex_lock(&lock);
    const enum verdict verdict = enter(FAULT_READ, false);
    if (verdict == grow_first) grow(file);
    const ssize_t result = verdict == fail_now ? -1 : real.read(file, bytes, count);
    pthread_mutex_unlock(&lock);
    return result;
}

ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
    find_functions();
    if (!is_followed(file)) return real.pread(file, bytes, count, offset);
    pthread_mutex_lock(&lock);
    const ssize_t result = enter(FAULT_READ, false) == fail_now ? -1 : real.pread(file, bytes, count, offset);
    pthread_mutex_unlock(&lock);
    return result;
}

ssize_t pread64(int file, void *bytes, size_t count, off_t offset) { return pread(file, bytes, count, offset); }

/// Writes at an offset, or where the file stands for -1.
static ssize_t followed_write(int file, const struct iovec *data, int parts, off_t offset) {
    pthread_mutex_lock(&lock);
    ssize_t result = -1;
    const enum verdict verdict = enter(FAULT_WRITE, true);
    if (verdict != fail_now) {
        off_t place = offset;
        if (offset < 0) {
            struct stat status;
            const bool appends = (fcntl(file, F_GETFL) & O_APPEND) != 0 && fstat(file, &status) == 0;
            place = appends ? status.st_size : lseek(file, 0, SEEK_CUR);
        }
        struct iovec half = data[0];
        if (verdict == take_half && half.iov_len > 1) {
            half.iov_len /= 2;
            data = &half;
            parts = 1;
        }
        if (offset >= 0) result = real.pwrite(file, data[0].iov_base, data[0].iov_len, offset);
        else if (parts == 1) result = real.write(file, data[0].iov_base, data[0].iov_len);
        else result = real.writev(file, data, parts);
        const int reason = errno;
        if (result > 0) {
            note(
                (struct fault_record){
                    .kind = FAULT_WRITE, .file = file, .offset = (unsigned long long)place, .data_length = (unsigned)result},
                NULL, NULL, data, parts);
        }
        errno = reason;
        leave();
    }
    pthread_mutex_unlock(&lock);
    return result;
}

ssize_t write(int file, const void *bytes, size_t count) {
    find_functions();
    if (!is_followed(file)) return real.write(file, bytes, count);
    return followed_write(file, &(struct iovec){(void *)bytes, count}, 1, -1);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
    find_functions();
    if (!is_followed(file)) return real.pwrite(file, bytes, count, offset);
    return followed_write(file, &(struct iovec){(void *)bytes, count}, 1, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off_t offset) { return pwrite(file, bytes, count, offset); }

ssize_t writev(int file, const struct iovec *data, int parts) {
    find_functions();
    if (!is_followed(file) || parts < 1) return real.writev(file, data, parts);
    return followed_write(file, data, parts, -1);
}

static int followed_sync(int file) {
    pthread_mutex_lock(&lock);
    int result = -1;
    if (enter(FAULT_SYNC, true) != fail_now) {
        note((struct fault_record){.kind = FAULT_SYNC, .file = file}, NULL, NULL, NULL, 0);
        result = 0;
        leave();
    }
    pthread_mutex_unlock(&lock);
    return result;
}

int fsync(int file) {
    find_functions();
    return is_followed(file) ? followed_sync(file) : real.fsync(file);
}

int fdatasync(int file) {
    find_functions();
    return is_followed(file) ? followed_sync(file) : real.fdatasync(file);
}

int renameat(int at, const char *path, int other_at, const char *other) {
    find_functions();
    char absolute[path_capacity], new_absolute[path_capacity];
    const bool first = is_below(at, path, absolute), second = is_below(other_at, other, new_absolute);
    if (!first && !second) return real.renameat(at, path, other_at, other);
    if (!first || !second) refuse("a file is moved into the folder or out of it");
    pthread_mutex_lock(&lock);
    int result = -1;
    if (enter(FAULT_RENAME, true) != fail_now) {
        result = real.renameat(at, path, other_at, other);
        const int reason = errno;
        if (result == 0) note((struct fault_record){.kind = FAULT_RENAME, .file = -1}, absolute, new_absolute, NULL, 0);
        errno = reason;
        leave();
    }
    pthread_mutex_unlock(&lock);
    return result;
}

int rename(const char *path, const char *other) { return renameat(AT_FDCWD, path, AT_FDCWD, other); }

int unlinkat(int at, const char *path, int flags) {
    find_functions();
    char absolute[path_capacity];
    if (!is_below(at, path, absolute)) return real.unlinkat(at, path, flags);
    pthread_mutex_lock(&lock);
    int result = -1;
    if (enter(FAULT_UNLINK, true) != fail_now) {
        result = real.unlinkat(at, path, flags);
        const int reason = errno;
        const unsigned is_folder = (flags & AT_REMOVEDIR) != 0;
        if (result == 0) note((struct fault_record){.kind = FAULT_UNLINK, .file = -1, .flags = is_folder}, absolute, NULL, NULL, 0);
        errno = reason;
        leave();
    }
    pthread_mutex_unlock(&lock);
    return result;
}

int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int ftruncate(int file, off_t length) {
    find_functions();
    if (!is_followed(file)) return real.ftruncate(file, length);
    pthread_mutex_lock(&lock);
    int result = -1;
    if (enter(FAULT_TRUNCATE, true) != fail_now) {
        result = real.ftruncate(file, length);
        const int reason = errno;
        if (result == 0) {
            note((struct fault_record){.kind = FAULT_TRUNCATE, .file = file, .offset = (unsigned long long)length},
                NULL, NULL, NULL, 0);
        }
        errno = reason;
        leave();
    }
    pthread_mutex_unlock(&lock);
    return result;
}

int ftruncate64(int file, off_t length) { return ftruncate(file, length); }

int mkdirat(int at, const char *path, mode_t mode) {
    find_functions();
    char absolute[path_capacity];
    if (!is_below(at, path, absolute)) return real.mkdirat(at, path, mode);
    pthread_mutex_lock(&lock);
    int result = -1;
    if (enter(FAULT_MKDIR, true) != fail_now) {
        result = real.mkdirat(at, path, mode);
        const int reason = errno;
        if (result == 0) note((struct fault_record){.kind = FAULT_MKDIR, .file = -1}, absolute, NULL, NULL, 0);
        errno = reason;
        leave();
    }
    pthread_mutex_unlock(&lock);
    return result;
}

int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

void *mmap(void *start, size_t length, int protection, int flags, int file, off_t offset) {
    // The allocator may be the first to ask, before anything can be looked up.
    if (!is_followed(file)) {
        return (void *)syscall(SYS_mmap, start, length, protection, flags, file, offset);
    }
    if ((protection & PROT_WRITE) != 0 && (flags & MAP_SHARED) != 0) {
        errno = ENOTSUP;
        return MAP_FAILED;
    }
    pthread_mutex_lock(&lock);
    void *result = MAP_FAILED;
    if (enter(FAULT_MAP, false) != fail_now) result = real.mmap(start, length, protection, flags, file, offset);
    pthread_mutex_unlock(&lock);
    return result;
}

void *mmap64(void *start, size_t length, int protection, int flags, int file, off_t offset) {
    return mmap(start, length, protection, flags, file, offset);
}

// Nothing makes links or preallocates below the folder; whoever begins to must be followed here first.
int linkat(int at, const char *path, int other_at, const char *other, int flags) {
    find_functions();
    char absolute[path_capacity];
    if (is_below(other_at, other, absolute)) refuse("a link is made in the folder");
    return real.linkat(at, path, other_at, other, flags);
}

int link(const char *path, const char *other) { return linkat(AT_FDCWD, path, AT_FDCWD, other, 0); }

#else

/// Elsewhere there is no such library, and no test asks for it.
int fault_injection_is_missing;

#endif
