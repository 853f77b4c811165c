#ifndef SITREP_CXAPIAN_WRITE_H
#define SITREP_CXAPIAN_WRITE_H

// Documents, changes, spelling, compaction and checks; the rules of cxapian.h hold here, too.

#include "cxapian.h"

#ifdef __cplusplus
extern "C" {
#endif

// MARK: Documents

/// A document being built. Freed with `cx_document_free`.
typedef struct cx_document cx_document;

/// The longest term in bytes, where a NUL byte counts twice. The functions below refuse longer ones and empty ones,
/// since Xapian itself notices some only at the commit, when the whole batch is lost.
enum { CX_MAXIMUM_TERM_LENGTH = 245 };

cx_error *_Nullable cx_document_new(cx_document *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Frees a document; NULL is ignored.
void cx_document_free(cx_document *_Nullable document) CX_NOEXCEPT;

/// Adds `frequency` to the frequency of `term` within the document; 0 adds a boolean term.
cx_error *_Nullable cx_document_add_term(
    cx_document *_Nonnull document, cx_bytes term, uint32_t frequency) CX_NOEXCEPT;

/// Adds an occurrence of `term` at `position`.
cx_error *_Nullable cx_document_add_posting(
    cx_document *_Nonnull document, cx_bytes term, uint32_t position, uint32_t frequency) CX_NOEXCEPT;

/// Adds `count` occurrences. Term `i` is `bytes[ends[i - 1] ..< ends[i]]`, with 0 before the first. All are checked
/// before the first is added; after a failure for want of memory some may have been.
cx_error *_Nullable cx_document_add_postings(
    cx_document *_Nonnull document, cx_bytes bytes, const uint32_t *_Nullable ends,
    const uint32_t *_Nullable positions, size_t count, uint32_t frequency) CX_NOEXCEPT;

/// Sets the value of a slot; empty bytes remove it.
cx_error *_Nullable cx_document_set_value(
    cx_document *_Nonnull document, uint32_t slot, cx_bytes value) CX_NOEXCEPT;

cx_error *_Nullable cx_document_set_data(cx_document *_Nonnull document, cx_bytes data) CX_NOEXCEPT;

// MARK: Writing
// These take a database that was opened for writing; for another they are an invalid operation.

cx_error *_Nullable cx_database_add(
    cx_database *_Nonnull database, const cx_document *_Nonnull document, uint32_t *_Nonnull out) CX_NOEXCEPT;

/// Adds a document to one of the databases that are combined, counted from 0; `out` is its id within the whole.
cx_error *_Nullable cx_database_add_to_shard(
    cx_database *_Nonnull database, size_t shard, const cx_document *_Nonnull document,
    uint32_t *_Nonnull out) CX_NOEXCEPT;

/// Replaces all documents with `term` by one, or adds it; `out` is its id.
cx_error *_Nullable cx_database_replace_by_term(
    cx_database *_Nonnull database, cx_bytes term, const cx_document *_Nonnull document,
    uint32_t *_Nonnull out) CX_NOEXCEPT;

/// Puts a document at an id, whether one was there or not.
cx_error *_Nullable cx_database_replace(
    cx_database *_Nonnull database, uint32_t id, const cx_document *_Nonnull document) CX_NOEXCEPT;

/// Sets one value of a document that is there, and leaves the rest of it untouched; an empty value removes it.
cx_error *_Nullable cx_database_set_value(
    cx_database *_Nonnull database, uint32_t id, uint32_t slot, cx_bytes value) CX_NOEXCEPT;

cx_error *_Nullable cx_database_delete(cx_database *_Nonnull database, uint32_t id) CX_NOEXCEPT;

/// Deletes all documents with `term`; that there is none is no error.
cx_error *_Nullable cx_database_delete_by_term(cx_database *_Nonnull database, cx_bytes term) CX_NOEXCEPT;

/// Sets metadata, in each of the databases that are combined; an empty value removes the key.
cx_error *_Nullable cx_database_set_metadata(
    cx_database *_Nonnull database, cx_bytes key, cx_bytes value) CX_NOEXCEPT;

/// Sets metadata in that of the combined databases alone that a document with this id belongs to.
cx_error *_Nullable cx_database_set_metadata_beside(
    cx_database *_Nonnull database, uint32_t document, cx_bytes key, cx_bytes value) CX_NOEXCEPT;

cx_error *_Nullable cx_database_begin_transaction(cx_database *_Nonnull database, bool flushed) CX_NOEXCEPT;

/// Of databases that are combined the first is committed last.
cx_error *_Nullable cx_database_commit_transaction(cx_database *_Nonnull database) CX_NOEXCEPT;
cx_error *_Nullable cx_database_cancel_transaction(cx_database *_Nonnull database) CX_NOEXCEPT;
/// Closes the files without reading or writing any: what was not committed is dropped, whatever happened before. Nothing can
/// be asked of the database any more, but to free it.
void cx_database_abandon(cx_database *_Nonnull database) CX_NOEXCEPT;
/// Of databases that are combined the first is committed last.
cx_error *_Nullable cx_database_commit(cx_database *_Nonnull database) CX_NOEXCEPT;

// MARK: Spelling

cx_error *_Nullable cx_database_add_spelling(
    cx_database *_Nonnull database, cx_bytes word, uint32_t frequency) CX_NOEXCEPT;
cx_error *_Nullable cx_database_remove_spelling(
    cx_database *_Nonnull database, cx_bytes word, uint32_t frequency) CX_NOEXCEPT;

/// One string: the nearest word of the dictionary, empty when none is near or `word` itself is in it.
cx_error *_Nullable cx_database_spelling_suggestion(
    const cx_database *_Nonnull database, cx_bytes word, uint32_t maximum_edits,
    cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

// MARK: Compaction and checks

typedef enum cx_compact_flags {
    CX_COMPACT_KEEP_IDS = 1 << 0,
    CX_COMPACT_MULTIPASS = 1 << 1,
    CX_COMPACT_SINGLE_FILE = 1 << 2,
    CX_COMPACT_FULL = 1 << 3,
} cx_compact_flags;

/// Writes a compact copy of what is committed to `path`.
cx_error *_Nullable cx_database_compact(
    cx_database *_Nonnull database, cx_bytes path, uint32_t flags, uint32_t block_size) CX_NOEXCEPT;

/// Checks the files of a database. Number: how many errors were found. String: the report.
cx_error *_Nullable cx_database_check(cx_bytes path, cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
