#ifndef SITREP_CXAPIAN_SEARCH_H
#define SITREP_CXAPIAN_SEARCH_H

// Queries, searching and counting; the rules of cxapian.h hold here, too.

#include "cxapian.h"

#ifdef __cplusplus
extern "C" {
#endif

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

#ifdef __cplusplus
}
#endif

#endif
