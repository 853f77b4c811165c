#ifndef SITREP_CXAPIAN_H
#define SITREP_CXAPIAN_H

// A C face for the part of Xapian that Sitrep uses. It knows no fields and no files of its own.
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

/// Opens databases for reading, combined into one when there are several. A path is a folder, a single-file database or
/// a stub file. A NUL byte in a path, and no path at all, is an invalid argument.
cx_error *_Nullable cx_database_open(
    const cx_bytes *_Nonnull paths, size_t count, cx_database *_Nullable *_Nonnull out) CX_NOEXCEPT;

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

/// One string: the data of a document.
cx_error *_Nullable cx_database_document_data(
    const cx_database *_Nonnull database, uint32_t document, cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// One string: the value of a document, empty when there is none.
cx_error *_Nullable cx_database_document_value(
    const cx_database *_Nonnull database, uint32_t document, uint32_t slot,
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

// MARK: Queries

/// What a query node stands for, and which of its fields it uses.
typedef enum cx_query_kind {
    CX_QUERY_ALL,
    CX_QUERY_NOTHING,
    /// `bytes`
    CX_QUERY_TERM,
    /// `operands`, here and down to SCALED
    CX_QUERY_AND,
    CX_QUERY_OR,
    CX_QUERY_AND_NOT,
    CX_QUERY_FILTER,
    CX_QUERY_AND_MAYBE,
    CX_QUERY_SYNONYM,
    CX_QUERY_MAXIMUM,
    /// `number`: the window in positions; 0 is as wide as there are operands, each a term or an OR of terms
    CX_QUERY_PHRASE,
    CX_QUERY_NEAR,
    /// `factor`
    CX_QUERY_SCALED,
    /// `bytes`: the prefix; `number`: how many terms it may expand to, 0 for any number
    CX_QUERY_WILDCARD,
    /// `number`: the slot; `bytes`: the least value
    CX_QUERY_VALUE_FROM,
    /// `number`: the slot; `bytes`: the greatest value
    CX_QUERY_VALUE_THROUGH,
    /// `number`: the slot; `bytes` and `more`: the least and the greatest value
    CX_QUERY_VALUE_RANGE,
    /// `first_id` and `id_count`: which ids of the query
    CX_QUERY_DOCUMENTS,
    /// `factor`: the weight of every document
    CX_QUERY_CONSTANT,
    /// `number`: the slot; `factor`: the weight of a value that is not listed; `bytes`: for each listed value its length
    /// (one byte), its bytes, and its weight (the eight bytes of a double, the lowest first)
    CX_QUERY_VALUE_WEIGHTS,
    /// `bytes`: the terms, each as its length (one byte) and its bytes; `factor`: what they weigh as one word, 0 for
    /// nothing; else `more`: k1, b, the minimum normalised length and the average length, doubles as above
    CX_QUERY_ANY_TERM,
} cx_query_kind;

/// A run of the byte pool of a query.
typedef struct cx_range {
    size_t offset;
    size_t count;
} cx_range;

/// One step of a query in postfix order: it takes the results of `operands` steps before it and leaves one.
typedef struct cx_query_node {
    cx_query_kind kind;
    uint32_t operands;
    uint32_t number;
    double factor;
    cx_range bytes;
    cx_range more;
    size_t first_id;
    size_t id_count;
} cx_query_node;

/// A whole query, borrowed for the call. `ids` are ascending and without repetition within each node.
typedef struct cx_query {
    const cx_query_node *_Nullable nodes;
    size_t node_count;
    cx_bytes bytes;
    const uint32_t *_Nullable ids;
    size_t id_count;
} cx_query;

// MARK: Counts
// A packed value holds several entries of 1 to 255 bytes: each is a byte that says with how many bytes of the one before
// it begins, one that says how many others follow, and these (front coding). An entry counts once
// a document, however often it stands in its value. A value that is not so built is a serialisation error.

typedef enum cx_count_format {
    /// Each entry of a packed value is counted.
    CX_COUNT_PACKED,
    /// The whole value is one entry.
    CX_COUNT_WHOLE,
    /// The first `prefix` bytes of the value are one entry.
    CX_COUNT_PREFIX,
    /// Each document has one entry, which is empty, whatever stands in the slot.
    CX_COUNT_DOCUMENTS,
} cx_count_format;

typedef struct cx_counted_slot {
    uint32_t slot;
    cx_count_format format;
    uint32_t prefix;
    /// Whether each entry is also counted by groups: documents with the same value in `group_slot` are one, a document
    /// without a value there is one of its own. In a remote database this takes a pass of its own over all matches.
    bool groups;
    uint32_t group_slot;
} cx_counted_slot;

// MARK: Searching

typedef enum cx_weighting {
    /// `parameters`: k1, k2, k3, b, minimum normalised length
    CX_WEIGHT_BM25,
    CX_WEIGHT_BOOLEAN,
    CX_WEIGHT_COORDINATION,
    CX_WEIGHT_TF_IDF,
} cx_weighting;

typedef enum cx_order {
    CX_ORDER_RELEVANCE,
    CX_ORDER_RELEVANCE_THEN_VALUE,
    CX_ORDER_VALUE,
    CX_ORDER_VALUE_THEN_RELEVANCE,
} cx_order;

/// How to search and what to bring back.
typedef struct cx_search_options {
    uint32_t offset;
    uint32_t limit;
    /// How many matches to look at before the totals may be estimated; UINT32_MAX for all.
    uint32_t check_at_least;
    cx_weighting weighting;
    double parameters[5];
    cx_order order;
    uint32_t order_slot;
    bool descending;
    /// Matches below this percentage of the best possible weight are left out.
    int32_t minimum_percent;
    bool collapses;
    uint32_t collapse_slot;
    uint32_t collapse_maximum;
    bool fetches_data;
    const uint32_t *_Nullable value_slots;
    size_t value_slot_count;
    const cx_counted_slot *_Nullable counted_slots;
    size_t counted_slot_count;
} cx_search_options;

/// One match of a search.
typedef struct cx_match {
    uint32_t document;
    /// How many others were collapsed into it, a lower bound unless all matches were checked.
    uint32_t collapsed;
    double weight;
    int32_t percent;
} cx_match;

/// What a search or a count found. Owned by the caller; freed with `cx_result_free`.
typedef struct cx_result cx_result;

/// The contents of a result, borrowed from it.
typedef struct cx_result_view {
    uint32_t estimated;
    uint32_t lower_bound;
    uint32_t upper_bound;
    const cx_match *_Nullable matches;
    size_t match_count;
    /// For each match its data (when fetched), then its value in each of the value slots.
    const cx_list *_Nonnull strings;
    /// How many counted slots there are.
    size_t counted_count;
} cx_result_view;

/// The contents of `result`, valid until it is freed.
cx_result_view cx_result_read(const cx_result *_Nonnull result) CX_NOEXCEPT;

/// The counts of counted slot `index`, borrowed from `result`. Strings: the entries. Numbers: for each its count, then
/// its count by groups, which is 0 where the slot was not counted so. Highest count first, then in byte order. `index`
/// must be below `counted_count`.
const cx_list *_Nonnull cx_result_counts(const cx_result *_Nonnull result, size_t index) CX_NOEXCEPT;

/// How many matches have a value in counted slot `index`, which must be below `counted_count`.
uint64_t cx_result_counted_documents(const cx_result *_Nonnull result, size_t index) CX_NOEXCEPT;

/// Frees a result; NULL is ignored.
void cx_result_free(cx_result *_Nullable result) CX_NOEXCEPT;

/// Searches. Counted slots are counted over all matches, whatever the offset, the limit and the collapsing.
cx_error *_Nullable cx_search(
    const cx_database *_Nonnull database, const cx_query *_Nonnull query,
    const cx_search_options *_Nonnull options, cx_result *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Counts slots over all matches, without ranking. The result has totals, which are exact, and counts.
cx_error *_Nullable cx_facet_counts(
    const cx_database *_Nonnull database, const cx_query *_Nonnull query,
    const cx_counted_slot *_Nullable slots, size_t slot_count, cx_result *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// An entry of one of the slots that a cross-table counts, and the line of that dimension in which it stands.
typedef struct cx_line_entry {
    size_t dimension;
    uint32_t line;
    cx_range bytes;
} cx_line_entry;

/// Counts the matches in each cell of a table. Every slot is a dimension with `line_counts[i]` lines; a match is in a
/// line when it has one of the line's entries, and in the last line of a dimension also when it has no value there. A
/// match counts once in each cell whose lines it is in all of. Entries without a line count nowhere. Numbers: the cells,
/// the lines of the last dimension following each other. In a remote database there are at most two dimensions.
cx_error *_Nullable cx_cross_counts(
    const cx_database *_Nonnull database, const cx_query *_Nonnull query,
    const cx_counted_slot *_Nonnull slots, const uint32_t *_Nonnull line_counts, size_t dimension_count,
    const cx_line_entry *_Nullable entries, size_t entry_count, cx_bytes bytes,
    cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Strings: the terms that begin with `prefix`, which is not empty, of some documents, as far as `least` of these have
/// them, highest count first, then in byte order. Numbers: how many of the documents have each.
cx_error *_Nullable cx_term_counts(
    const cx_database *_Nonnull database, const uint32_t *_Nullable ids, size_t id_count, cx_bytes prefix,
    uint64_t least, cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Numbers: the ids of all matches, ascending.
cx_error *_Nullable cx_matching_documents(
    const cx_database *_Nonnull database, const cx_query *_Nonnull query,
    cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Numbers: all matches as a bitmap, bit `id % 64` of number `id / 64`; one number more than the last id divided by 64.
/// Much faster than the matcher where posting lists tell what matches, which is everything but phrases, nearness,
/// wildcards and values.
cx_error *_Nullable cx_matching_set(
    const cx_database *_Nonnull database, const cx_query *_Nonnull query,
    cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Numbers: for each match, in the order of the ids, what it weighs, as the bits of a double; none where there are
/// matches but only the matcher can tell what they weigh, as by phrases, nearness and wildcards, and in a combined
/// database. The weights are those of `CX_WEIGHT_BM25` with a k2 of 0 and a k3 of 1.
///
/// `matches` are exactly the matches of the query, as `cx_matching_set` gives them, `count` of them; `lengths` has the
/// length of each in the order of the ids; `parameters` are k1, b and the minimum normalised length.
cx_error *_Nullable cx_scores(
    const cx_database *_Nonnull database, const cx_query *_Nonnull query, const uint64_t *_Nullable matches,
    size_t word_count, const uint32_t *_Nullable lengths, size_t count, const double *_Nonnull parameters,
    cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Numbers: the id of a document and its length, of `limit` documents at most, with ids from `first` on, ascending.
cx_error *_Nullable cx_document_lengths(
    const cx_database *_Nonnull database, uint32_t first, size_t limit,
    cx_list *_Nullable *_Nonnull out) CX_NOEXCEPT;

/// Strings: the terms of the query that a document has, in the order of the query. A wildcard's terms are not among
/// them.
cx_error *_Nullable cx_matching_terms(
    const cx_database *_Nonnull database, const cx_query *_Nonnull query, uint32_t document,
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

/// Nine bytes at most that sort as numbers do. `buffer` has room for 9; the result is how many were written.
size_t cx_sortable_encode(double number, uint8_t *_Nonnull buffer) CX_NOEXCEPT;

/// The number that `cx_sortable_encode` wrote; of other bytes some number.
double cx_sortable_decode(cx_bytes bytes) CX_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
