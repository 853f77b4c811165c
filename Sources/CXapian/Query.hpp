#ifndef SITREP_CXAPIAN_QUERY_HPP
#define SITREP_CXAPIAN_QUERY_HPP

#include "Support.hpp"

/// Builds the query that `steps` describes, to be run against `database`.
Xapian::Query make_query(const cx_query &steps, const Xapian::Database &database);

#endif
