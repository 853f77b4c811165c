#ifndef SITREP_CXAPIAN_H
#define SITREP_CXAPIAN_H

// A C face for the part of Xapian that Sitrep uses. It knows no fields and no files of its own. What changes a
// database is in cxapian_write.h, what is asked of one in cxapian_search.h.
//
// Rules that hold for every function here:
// - No exception leaves. A function that can fail returns NULL for success or an error, which the caller frees with
//   `cx_error_free`. After a failure the out parameters are as they were before the call.
// - Input bytes are borrowed for the call alone; nothing is kept.
// - A handle (database, document, stemmer) belongs to whoever made it, is freed once by the function named at its type,
//   and is used by one thread at a time: Xapian counts references with plain integers.
// - Results are copies that outlive the handle they came from.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define CX_NOEXCEPT noexcept
extern "C" {
#else
#define CX_NOEXCEPT
#endif

/// Borrowed bytes: a term, a value, a path. NUL bytes are bytes like others. `start` may be NULL when `count` is 0.
typedef struct cx_bytes {
    const uint8_t *_Nullable start;
    size_t count;
} cx_bytes;

// MARK: Errors

/// What went wrong: one code a class of Xapian's errors, then what the C++ library itself throws.
typedef enum cx_error_code {
    CX_DATABASE_CORRUPT = 1,
    CX_DATABASE_CREATE,
    CX_DATABASE_LOCKED,
    CX_DATABASE_MODIFIED,
    CX_DATABASE_NOT_FOUND,
    CX_DATABASE_VERSION,
    CX_DATABASE_OPENING,
    CX_DATABASE_CLOSED,
    CX_DATABASE,
    CX_DOCUMENT_NOT_FOUND,
    CX_FEATURE_UNAVAILABLE,
    CX_INTERNAL,
    CX_NETWORK_TIMEOUT,
    CX_NETWORK,
    CX_QUERY_PARSER,
    CX_SERIALISATION,
    CX_RANGE,
    CX_WILDCARD_LIMIT,
    CX_ASSERTION,
    CX_INVALID_ARGUMENT,
    CX_INVALID_OPERATION,
    CX_UNIMPLEMENTED,
    /// A class of Xapian's that this layer does not know.
    CX_UNKNOWN_XAPIAN,
    CX_OUT_OF_MEMORY,
    /// Another `std::exception`.
    CX_CXX_EXCEPTION,
    /// Something thrown that is no exception class.
    CX_UNKNOWN,
} cx_error_code;

/// A translated exception. Owned by the caller of the function that returned it.
typedef struct cx_error cx_error;

/// The parts of an error, borrowed from it; text is UTF-8 as far as Xapian and the system give UTF-8.
typedef struct cx_error_view {
    cx_error_code code;
    /// Xapian's name of the class, `DatabaseLockError`; for others a description of what was thrown.
    cx_bytes type;
    cx_bytes message;
    /// What Xapian says it was about; often empty.
    cx_bytes context;
    /// The text of `errno` where one was recorded; else empty.
    cx_bytes system;
} cx_error_view;

/// The parts of `error`, valid until it is freed.
cx_error_view cx_error_read(const cx_error *_Nonnull error) CX_NOEXCEPT;

/// Frees an error; NULL is ignored.
void cx_error_free(cx_error *_Nullable error) CX_NOEXCEPT;

/// Throws an exception of the class that stands for `code` behind the translator and returns what came of it, so that
/// tests reach the classes that no situation provokes. Codes without a class of their own throw an `int`.
cx_error *_Nullable cx_testing_throw(cx_error_code code) CX_NOEXCEPT;

// MARK: Lists

/// Strings and numbers in bulk. Owned by the caller unless said otherwise; freed with `cx_list_free`.
typedef struct cx_list cx_list;

/// The contents of a list, borrowed from it. String `i` is `bytes[ends[i - 1] ..< ends[i]]`, with 0 before the first.
typedef struct cx_list_view {
    const uint8_t *_Nullable bytes;
    const uint64_t *_Nullable ends;
    size_t string_count;
    const uint64_t *_Nullable numbers;
    size_t number_count;
} cx_list_view;

/// The contents of `list`, valid until it is freed.
cx_list_view cx_list_read(const cx_list *_Nonnull list) CX_NOEXCEPT;

/// Frees a list; NULL is ignored.
void cx_list_free(cx_list *_Nullable list) CX_NOEXCEPT;

// MARK: Databases

/// A database opened for reading or for writing. Freed with `cx_database_free` or `cx_database_close`.
typedef struct cx_database cx_database;

/// Opens databases for reading, combined into one when there are several. A path is a folder. A NUL byte in a path, and no
/// path at all, is an invalid argument.
///
/// With `of_any_kind` it may be whatever Xapian knows: a database in a single file, and a stub file. That can name a server
/// to connect to and a program to run, so it must not come from anybody else.
cx_error *_Nullable cx_database_open(
    const cx_bytes *_Nonnull paths, size_t count, bool of_any_kind, cx_database *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Opens the database that a server (`xapian-tcpsrv`) serves. Timeouts are in milliseconds, 0 for none: for each answer
/// and for the connection. A server that does not answer in time is `CX_NETWORK_TIMEOUT`, one that is not there
/// `CX_NETWORK`.
cx_error *_Nullable cx_database_open_server(
    cx_bytes host, uint16_t port, uint32_t timeout, uint32_t connect_timeout,
    cx_database *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Combines databases that are open into one, which shares their insides: all of them are for the same thread. Document
/// d of database i (from 0) of the n that the parts consist of is document (d - 1) * n + i + 1 of the whole.
///
/// With `separates_groups` documents of different parts are of different groups, whatever their values in a group slot;
/// such a database counts groups, but cannot collapse by them, and is an invalid argument as a part itself.
cx_error *_Nullable cx_database_combine(
    const cx_database *_Nonnull const *_Nonnull parts, size_t count, bool separates_groups,
    cx_database *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// How many single databases it consists of.
size_t cx_database_shard_count(const cx_database *_Nonnull database) CX_NOEXCEPT;

/// The metadata at a key of one of the single databases, counted from 0; empty where it has none.
cx_error *_Nullable cx_database_shard_metadata(
    const cx_database *_Nonnull database, size_t shard, cx_bytes key, cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// The metadata at a key of that of the combined databases that a document with this id belongs to; empty where it has
/// none.
cx_error *_Nullable cx_database_metadata_beside(
    const cx_database *_Nonnull database, uint32_t document, cx_bytes key,
    cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Whether parts were combined whose groups are apart.
bool cx_database_separates_groups(const cx_database *_Nonnull database) CX_NOEXCEPT;

/// Whether any part of a database is behind a server.
bool cx_database_is_remote(const cx_database *_Nonnull database) CX_NOEXCEPT;

/// Whether the posting lists and positions of all parts are read from their tables, past the library's iterators, as they can be where a
/// database has the format glass, stands in a folder, and was opened for reading in its last state.
cx_error *_Nullable cx_database_reads_tables(const cx_database *_Nonnull database, bool *_Nonnull out) CX_NOEXCEPT;

/// Asks each server for a sign of life; nothing for local databases.
cx_error *_Nullable cx_database_keep_alive(cx_database *_Nonnull database) CX_NOEXCEPT;

/// How `cx_database_open_writable` treats what is at the path.
typedef enum cx_open_mode {
    CX_OPEN_CREATE,
    CX_OPEN_CREATE_OR_OPEN,
    CX_OPEN_CREATE_OR_OVERWRITE,
    CX_OPEN_EXISTING,
} cx_open_mode;

/// Bits of `flags` of `cx_database_open_writable`.
typedef enum cx_open_flags {
    CX_NO_SYNC = 1 << 0,
    CX_FULL_SYNC = 1 << 1,
    CX_DANGEROUS = 1 << 2,
    CX_NO_TERM_LIST = 1 << 3,
    CX_RETRY_LOCK = 1 << 4,
} cx_open_flags;

/// Opens databases for writing, combined into one when there are several, as `cx_database_combine` does. A `block_size` of
/// 0 is Xapian's default; else a power of two from 2048 to 65536. No path at all is an invalid argument.
cx_error *_Nullable cx_database_open_writable(
    const cx_bytes *_Nonnull paths, size_t count, cx_open_mode mode, uint32_t flags, uint32_t block_size,
    cx_database *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Commits what is pending (outside a transaction; an open transaction is dropped), closes the files, and frees the
/// handle: also when it fails.
cx_error *_Nullable cx_database_close(cx_database *_Nonnull database) CX_NOEXCEPT;

/// Frees the handle; NULL is ignored. A writer's pending changes are committed if that works; if not, nobody hears.
void cx_database_free(cx_database *_Nullable database) CX_NOEXCEPT;

/// Moves a reader to the newest revision; `out` says whether there was one.
cx_error *_Nullable cx_database_reopen(cx_database *_Nonnull database, bool *_Nonnull out) CX_NOEXCEPT;

/// Numbers about a database as a whole.
typedef struct cx_database_statistics {
    uint32_t document_count;
    uint32_t last_document;
    double average_length;
    bool has_positions;
} cx_database_statistics;

cx_error *_Nullable cx_database_statistics_read(
    const cx_database *_Nonnull database, cx_database_statistics *_Nonnull out) CX_NOEXCEPT;

/// The revision of a single local database; others are an invalid operation.
cx_error *_Nullable cx_database_revision(const cx_database *_Nonnull database, uint64_t *_Nonnull out) CX_NOEXCEPT;

/// One string: the UUID; those of several databases are joined with colons.
cx_error *_Nullable cx_database_uuid(
    const cx_database *_Nonnull database, cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// How many documents have `term`; the empty term stands for every document.
cx_error *_Nullable cx_database_term_frequency(
    const cx_database *_Nonnull database, cx_bytes term, uint32_t *_Nonnull out) CX_NOEXCEPT;

/// How often `term` occurs in all documents together: the sum of its frequencies within them.
cx_error *_Nullable cx_database_collection_frequency(
    const cx_database *_Nonnull database, cx_bytes term, uint64_t *_Nonnull out) CX_NOEXCEPT;

/// One string: the metadata at `key`, empty when there is none.
cx_error *_Nullable cx_database_metadata(
    const cx_database *_Nonnull database, cx_bytes key, cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Two strings (lower and upper bound) and one number (how many documents have a value) for a slot.
cx_error *_Nullable cx_database_value_bounds(
    const cx_database *_Nonnull database, uint32_t slot, cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// One string: the data of a document. Where `is_there`, it is not looked up whether the database has it; of one that it
/// has not the data are empty, or that is an error.
cx_error *_Nullable cx_database_document_data(
    const cx_database *_Nonnull database, uint32_t document, bool is_there,
    cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// One string: the value of a document, empty when there is none; `is_there` as above.
cx_error *_Nullable cx_database_document_value(
    const cx_database *_Nonnull database, uint32_t document, uint32_t slot, bool is_there,
    cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

// MARK: Bulk iteration

/// Numbers: the ids of the documents with `term`, ascending.
cx_error *_Nullable cx_database_documents_with_term(
    const cx_database *_Nonnull database, cx_bytes term, cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Strings: at most `limit` terms that begin with `prefix` and do not come before `first`, in byte order. Numbers: their
/// frequencies.
cx_error *_Nullable cx_database_terms(
    const cx_database *_Nonnull database, cx_bytes prefix, cx_bytes first, size_t limit,
    cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// The terms that begin with `prefix` and whose rest behind the first `skipped` bytes is at most `maximum_edits` letters
/// changed, added, left out or swapped with a neighbour away from `word`. Strings: at most `limit` terms, the nearest
/// first, then the most frequent, then in byte order. Numbers: for each its frequency and its distance by turns, and
/// last how many there are in all. Letters are UTF-8 sequences; other bytes count one each.
cx_error *_Nullable cx_database_near_terms(
    const cx_database *_Nonnull database, cx_bytes prefix, size_t skipped, cx_bytes word, uint32_t maximum_edits,
    size_t limit, cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Strings: key and value by turns, for keys that begin with `prefix`, in byte order.
cx_error *_Nullable cx_database_metadata_entries(
    const cx_database *_Nonnull database, cx_bytes prefix, cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Strings: at most `limit` values of a slot, of documents with ids from `from` on. Numbers: the ids of these, ascending.
cx_error *_Nullable cx_database_values(
    const cx_database *_Nonnull database, uint32_t slot, uint32_t from, size_t limit,
    cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Strings: the terms of a document in byte order. Numbers, for each: its frequency within the document, how many
/// positions follow, the positions. `with_positions` false gives none of the latter.
cx_error *_Nullable cx_database_document_terms(
    const cx_database *_Nonnull database, uint32_t document, bool with_positions,
    cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Numbers: the positions of `term` in a document, ascending; none when it is not there.
cx_error *_Nullable cx_database_positions(
    const cx_database *_Nonnull database, uint32_t document, cx_bytes term,
    cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Numbers, for each of `ids`, which are ascending: the frequency of `term` within that document, 0 when the document,
/// or the term in it, is not there.
cx_error *_Nullable cx_database_frequencies(
    const cx_database *_Nonnull database, cx_bytes term, const uint32_t *_Nullable ids, size_t count,
    cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// The sum of the frequencies of a document's terms; an error when the document is not there.
cx_error *_Nullable cx_database_document_length(
    const cx_database *_Nonnull database, uint32_t document, uint64_t *_Nonnull out) CX_NOEXCEPT;

// MARK: Stemming

/// Cuts words of one language to their stems. Freed with `cx_stemmer_free`.
typedef struct cx_stemmer cx_stemmer;

/// A stemmer for a language by name or ISO 639 code; `none` leaves words as they are.
cx_error *_Nullable cx_stemmer_new(cx_bytes language, cx_stemmer *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Frees a stemmer; NULL is ignored.
void cx_stemmer_free(cx_stemmer *_Nullable stemmer) CX_NOEXCEPT;

/// Puts the stem of `word` into `buffer` as far as `capacity` goes; `out` is the length of the whole stem.
cx_error *_Nullable cx_stemmer_stem(
    const cx_stemmer *_Nonnull stemmer, cx_bytes word, uint8_t *_Nullable buffer, size_t capacity,
    size_t *_Nonnull out) CX_NOEXCEPT;

/// One string: the names of the languages, separated by spaces.
cx_error *_Nullable cx_stemmer_languages(cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

// MARK: The library

/// The version of Xapian at run time, a static string.
const char *_Nonnull cx_version(void) CX_NOEXCEPT;

/// What is written to the standard error, and the status with which the process ends, where C++ has to end it: Xapian has
/// destructors that write (`ValueUpdater` of its glass backend), and an exception that leaves one cannot be caught.
/// `words` is a static string.
void cx_set_last_words(const char *_Nonnull words, int status) CX_NOEXCEPT;

/// Nine bytes at most that sort as numbers do. `buffer` has room for 9; the result is how many were written.
size_t cx_sortable_encode(double number, uint8_t *_Nonnull buffer) CX_NOEXCEPT;

/// The number that `cx_sortable_encode` wrote; of other bytes some number.
double cx_sortable_decode(cx_bytes bytes) CX_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
