#ifndef SITREP_CGLASS_H
#define SITREP_CGLASS_H

// Writes a whole new database of Xapian's at once, without Xapian: many times as fast as adding its documents one by one.
//
// The format is that of Xapian's backend "glass", format version 2016-03-14, which every release 1.4 reads and writes:
// four B-trees of 8 KiB blocks (postings with values and metadata, document data, lists of terms, positions) and a small
// version file that names their roots. Xapian keeps what a document brings in ordered trees of strings until it flushes
// them; here the documents of a run are inverted with one hash table, sorted once and written to a file, and the files
// are merged into tables that are written from the leaves up.
//
// What is written is a database like any other: it can be opened, changed, compacted and served by the library. That
// the library at hand has this very format is to be checked before: see `cg_is_known_format`.
//
// Rules that hold for every function here:
// - No exception leaves. A function that can fail returns a code and describes the failure in `failure`.
// - Input is borrowed for the call alone.
// - A writer is used by one thread at a time; it starts threads of its own.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define CG_NOEXCEPT noexcept
extern "C" {
#else
#define CG_NOEXCEPT
#endif

/// What came of a call.
typedef enum cg_code {
    CG_OK = 0,
    /// A term is empty or too long, a list is not in order, or lists do not fit together.
    CG_INVALID_ARGUMENT,
    /// The writer has failed before, or has finished.
    CG_INVALID_STATE,
    /// A file could not be made, written or read: see `system`.
    CG_INPUT_OUTPUT,
    /// A file of a run is not as it was written.
    CG_DAMAGED,
    CG_OUT_OF_MEMORY,
    CG_UNKNOWN,
} cg_code;

/// Describes a failure; without one, `message` is empty.
typedef struct cg_failure {
    cg_code code;
    /// `errno`, or 0.
    int32_t system;
    /// With the system's reason; UTF-8, closed by a NUL.
    char message[320];
} cg_failure;

/// Borrowed bytes. `start` may be NULL when `count` is 0.
typedef struct cg_bytes {
    const uint8_t *_Nullable start;
    size_t count;
} cg_bytes;

/// Terms one after the other: term `i` is `bytes[ends[i - 1] ..< ends[i]]`, with 0 before the first, and stands at
/// `positions[position_ends[i - 1] ..< position_ends[i]]`, which ascend.
typedef struct cg_terms {
    cg_bytes bytes;
    const uint32_t *_Nullable ends;
    /// How often each counts within the document.
    const uint32_t *_Nullable frequencies;
    const uint32_t *_Nullable position_ends;
    size_t count;
    const uint32_t *_Nullable positions;
    size_t position_count;
} cg_terms;

/// Values in slots: value `i` is `bytes[ends[i - 1] ..< ends[i]]`. Of one slot the last value counts; an empty one is
/// none.
typedef struct cg_values {
    cg_bytes bytes;
    const uint32_t *_Nullable slots;
    const uint32_t *_Nullable ends;
    size_t count;
} cg_values;

/// A document. Its terms may come in several lists, in any order, and more than once: frequencies add up. Lists that are
/// sorted by their terms' bytes are quicker.
typedef struct cg_document {
    const cg_terms *_Nullable lists;
    size_t list_count;
    cg_values values;
    cg_bytes data;
} cg_document;

/// How much is kept in memory; 0 stands for the standard.
typedef struct cg_options {
    /// A run ends at so many bytes of documents,
    size_t run_bytes;
    /// or at so many documents.
    uint32_t run_documents;
    /// How many runs are inverted at the same time, beside the one that is being filled.
    uint32_t threads;
    /// How many runs are merged at the same time; more are merged in tiers.
    uint32_t fan_in;
    /// The id of the first document; 0 stands for 1.
    uint32_t first_document;
} cg_options;

/// The most bytes of a term; a NUL counts twice.
enum { CG_MAXIMUM_TERM_LENGTH = 245 };

/// A database that is being written.
typedef struct cg_writer cg_writer;

/// Begins a database in a new folder, whose parent must be there. Freed with `cg_writer_free`.
cg_code cg_writer_open(
    cg_bytes folder, cg_options options, cg_writer *_Nullable *_Nonnull out, cg_failure *_Nonnull failure) CG_NOEXCEPT;

/// Adds a document; their ids count from the first one that the options name.
///
/// After a failure other than an invalid argument, which adds nothing, the writer is of no more use.
cg_code cg_writer_add(
    cg_writer *_Nonnull writer, const cg_document *_Nonnull document, uint32_t *_Nonnull id,
    cg_failure *_Nonnull failure) CG_NOEXCEPT;

/// Sets a metadata entry; a later one of the same key takes its place, and an empty one takes it away.
cg_code cg_writer_set_metadata(
    cg_writer *_Nonnull writer, cg_bytes key, cg_bytes value, cg_failure *_Nonnull failure) CG_NOEXCEPT;

/// Writes the tables and brings them to the disk; the folder is a database when this has returned `CG_OK`, not before.
cg_code cg_writer_finish(cg_writer *_Nonnull writer, cg_failure *_Nonnull failure) CG_NOEXCEPT;

/// Waits for the writer's threads and frees it; NULL is ignored. What is not finished is taken away.
void cg_writer_free(cg_writer *_Nullable writer) CG_NOEXCEPT;

/// Whether the library at hand reads what is written here: whether the version file of an empty database that it has
/// made in `folder`, and written nothing to, is byte for byte what this writer would have written but for the
/// database's random name.
bool cg_is_known_format(cg_bytes folder) CG_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
