#ifndef SITREP_FAULT_INJECTION_H
#define SITREP_FAULT_INJECTION_H

/// A library that the tests put before the C library (`LD_PRELOAD`, on Linux) to see what a program asks of the system
/// for the files below one folder, to end the program there, and to fail what it asks. It is told by the environment:
///
/// - `SITREP_FAULT_FOLDER`: the folder, absolute and without symbolic links. Without it nothing is touched.
/// - `SITREP_FAULT_RECORD`: a file outside of the folder, to which every call that changed something is appended, with the
///   bytes that were written: what a disk is told. See `fault_record`.
/// - `SITREP_FAULT_KILL`: `before:N`, `half:N` or `after:N`: the process kills itself at the N-th call, counted from 1, that
///   would change something. `half` writes the first half of the bytes of a write before; for other calls it is `before`.
/// - `SITREP_FAULT_FAIL`: `KIND:N:ERRNO` or `KIND:N:ERRNO:on`: the N-th call of a kind fails with that number, once or from
///   there on. The kinds are `open`, `read`, `write`, `sync`, `rename`, `unlink`, `truncate`, `mkdir` and `map`. The kind
///   `short` lets a write take half of its bytes, unless it has but one; the kind `grow` lets a file grow by a byte before
///   it is read from.
/// - `SITREP_FAULT_DONE`: a file outside of the folder that is made when a call has failed so.
///
/// What brings files to the disk is noted and not done: the machine goes on, and the tests need not wait for a disk.
///
/// Not seen are: what is written through a shared mapping (nothing here is; such a mapping is refused with ENOTSUP, so that
/// a test would show it), copies of descriptors, streams of `stdio`, and calls of the kernel made without the C library.

/// The kinds of calls, as a record and the count of `SITREP_FAULT_FAIL` have them.
enum fault_kind {
    /// A process begins; all descriptors of an earlier one are closed. Never fails.
    FAULT_START = 0,
    /// A file or folder was opened, for reading or writing; its path follows.
    FAULT_OPEN = 1,
    FAULT_CLOSE = 2,
    FAULT_WRITE = 3,
    FAULT_SYNC = 4,
    FAULT_RENAME = 5,
    FAULT_UNLINK = 6,
    FAULT_TRUNCATE = 7,
    FAULT_MKDIR = 8,
    FAULT_READ = 9,
    FAULT_MAP = 10,
    FAULT_KIND_COUNT = 11,
};

/// What a record says of a call, in the byte order of the machine; `path_length` and `other_length` bytes of paths and
/// `data_length` bytes that were written follow.
struct fault_record {
    unsigned kind;
    /// The descriptor; -1 for calls by path.
    int file;
    /// For FAULT_OPEN: the flags. For FAULT_UNLINK: whether it was a folder.
    unsigned flags;
    unsigned path_length;
    /// Of the new path of FAULT_RENAME.
    unsigned other_length;
    unsigned data_length;
    /// Where bytes were written, or the new length of FAULT_TRUNCATE.
    unsigned long long offset;
};

#endif
