#ifndef SITREP_CXAPIAN_MATCH_VALUES_HPP
#define SITREP_CXAPIAN_MATCH_VALUES_HPP

#include "Support.hpp"

/// Calls `body` with the id of each match and its values in up to two slots, empty where it has none or the slot is not
/// given.
///
/// What a spy cannot tell of a remote database: a stock server knows no spies of ours, but it sends with each match the
/// value that it is sorted by and the one that it would be collapsed by. Takes one pass, and as much memory as all
/// matches need.
template <typename Body>
void for_each_match_value(
    const Xapian::Database &reader, const Xapian::Query &query, const Xapian::valueno *_Nullable first,
    const Xapian::valueno *_Nullable second, Body &&body) {
    const Xapian::doccount all = reader.get_doccount();
    if (all == 0) return;
    Xapian::Enquire enquire(reader);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    if (first != nullptr) enquire.set_sort_by_value(*first, false);
    // With room for all matches under each key none is left out.
    if (second != nullptr) enquire.set_collapse_key(*second, all);
    const Xapian::MSet found = enquire.get_mset(0, all, all);
    for (auto match = found.begin(); match != found.end(); ++match) {
        body(*match, first == nullptr ? std::string() : match.get_sort_key(),
             second == nullptr ? std::string() : match.get_collapse_key());
    }
}

#endif
