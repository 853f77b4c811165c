#ifndef SITREP_CXAPIAN_POSTINGS_HPP
#define SITREP_CXAPIAN_POSTINGS_HPP

#include "PostingTable.hpp"
#include "Support.hpp"

/// How many documents have a term; to the library the empty one is every document.
inline Xapian::doccount document_frequency(const cx_database &database, const std::string &term) {
    const size_t parts = database.folders.size();
    if (parts == 0 || term.empty()) return database.reader->get_termfreq(term);
    size_t sum = 0;
    for (size_t index = 0; index < parts; ++index) {
        const Xapian::Database &part = database.shards.empty() ? *database.reader : database.shards[index];
        PostingTable *table = database.postings(index);
        sum += table != nullptr ? table->documents(term) : part.get_termfreq(term);
    }
    return static_cast<Xapian::doccount>(sum);
}

/// A posting list is skipped through by the library where it has this many times as many postings as there are documents
/// to look for: to find a place takes the library as long as to read some dozens of postings, and many more are read from
/// a table in that time.
inline uint64_t skipping_ratio(const cx_database &database) {
    return !database.folders.empty() && database.postings(0) != nullptr ? 1024 : 32;
}

/// Calls `body` with the document and the frequency of each posting of a term: from the tables where they can be read, else
/// by the library, to which the empty term is every document. The documents of each single database come in the order of
/// their ids, one database after the other.
template <typename Body>
void for_each_posting(const cx_database &database, const std::string &term, Body &&body) {
    const auto by_library = [&](const Xapian::Database &part, auto &&each) {
        const auto end = part.postlist_end(term);
        for (auto posting = part.postlist_begin(term); posting != end; ++posting) each(*posting, posting.get_wdf());
    };
    const size_t parts = database.folders.size();
    if (parts == 0 || term.empty()) return by_library(*database.reader, body);
    if (PostingTable *table = parts == 1 ? database.postings(0) : nullptr) return table->for_each(term, body);
    for (size_t index = 0; index < parts; ++index) {
        const auto joined = [&](Xapian::docid document, Xapian::termcount frequency) {
            body(DealtIDs{parts}.joined(document, index), frequency);
        };
        const Xapian::Database &part = database.shards.empty() ? *database.reader : database.shards[index];
        if (PostingTable *table = database.postings(index)) {
            table->for_each(term, joined);
        } else {
            by_library(part, joined);
        }
    }
}

#endif
