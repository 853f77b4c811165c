#ifndef SITREP_CXAPIAN_QUERY_HPP
#define SITREP_CXAPIAN_QUERY_HPP

#include "Support.hpp"

/// Builds the query that `steps` describes, to be run against `database`.
///
/// For a remote one it is made of nothing but what a stock server knows; what cannot be is an `UnimplementedError`.
Xapian::Query make_query(const cx_query &steps, const Xapian::Database &database, bool is_remote = false);

/// What steps that do not fit together are.
Xapian::InvalidArgumentError malformed_query();

/// A run of the query's byte pool; throws where it reaches beyond that.
cx_bytes query_run(const cx_query &steps, cx_range range);

/// The terms of a `CX_QUERY_ANY_TERM`, as they stand in the byte pool of the query.
std::vector<std::string> read_terms(const cx_query &steps, cx_range range);

/// A double out of the byte pool, the lowest byte first.
double read_double(const uint8_t *_Nonnull number);

#endif
