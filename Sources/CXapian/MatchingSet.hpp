#ifndef SITREP_CXAPIAN_MATCHING_SET_HPP
#define SITREP_CXAPIAN_MATCHING_SET_HPP

#include "Phrase.hpp"
#include "Support.hpp"

/// A bit for each document id of a database: bit `id % 64` of word `id / 64`.
using Bitmap = std::vector<uint64_t>;

/// How many documents there are in a set.
inline uint64_t count(const Bitmap &bits) {
    uint64_t result = 0;
    for (const uint64_t word : bits) result += static_cast<uint64_t>(__builtin_popcountll(word));
    return result;
}

/// Calls `body` with each document of a set, ascending; it may take documents out that it was called with.
template <typename Body>
void for_each_document(const Bitmap &bits, Body &&body) {
    for (size_t word = 0; word < bits.size(); ++word) {
        for (uint64_t rest = bits[word]; rest != 0; rest &= rest - 1) {
            body(static_cast<Xapian::docid>(word * 64 + static_cast<size_t>(__builtin_ctzll(rest))));
        }
    }
}

/// Finds what a query matches in one or several local databases, without ranking and outside of Xapian's matcher.
///
/// Posting lists are read straight into bits; a list that is far longer than the matches that are left is skipped
/// through instead. Phrases are looked for in the tables of positions. What only the matcher can tell, such as words near
/// each other, it is asked for, part by part.
class MatchingSet {
  public:
    /// Throws for steps that do not fit together.
    MatchingSet(const cx_query &steps, const cx_database &source);

    /// The bits of all matches.
    Bitmap find();

    /// Takes out of `from` what the part of the query that ends with node `index` does not match.
    void keep(size_t index, Bitmap &from);
    /// The nodes that the operands of node `index` end with, in order.
    std::vector<size_t> operands(size_t index) const;
    /// Where the part that ends with node `index` begins.
    size_t start(size_t index) const { return starts_[index]; }
    /// A run of the byte pool.
    std::string text(cx_range range) const;

  private:
    /// Adds the matches of the part of the query that ends with node `index` to `into`.
    void add(size_t index, Bitmap &into);
    /// Parts of a query, that with the fewest matches first, as far as that is known.
    std::vector<size_t> rarest_first(const std::vector<size_t> &parts) const;
    /// The matches of all of `parts`.
    Bitmap all_of(std::vector<size_t> parts);
    void add_term(const std::string &term, Bitmap &into) const;
    void keep_term(const std::string &term, Bitmap &from) const;
    void add_documents(const cx_query_node &node, Bitmap &into);
    /// The phrase that node `index` is, which its operands stand for without their order; nothing where only the matcher can
    /// tell.
    std::optional<Phrase> phrase(size_t index) const;
    /// Takes out of `from` the documents in which a phrase does not stand.
    static void keep_phrase(Phrase &phrase, Bitmap &from);
    /// Asks the matcher for the part that ends with node `index`.
    void add_matched(size_t index, Bitmap &into) const;

    const Bitmap &present();
    Bitmap empty() const { return Bitmap(words_, 0); }
    /// How many documents a part matches at most.
    Xapian::doccount most(size_t index) const;

    const cx_query &steps_;
    const cx_database &source_;
    const Xapian::Database &database_;
    size_t words_;
    /// For each node, where the part that ends with it begins.
    std::vector<size_t> starts_;
    /// Every document there is; found when it is first asked for.
    Bitmap present_;
};

#endif
