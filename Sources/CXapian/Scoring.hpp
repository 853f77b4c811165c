#ifndef SITREP_CXAPIAN_SCORING_HPP
#define SITREP_CXAPIAN_SCORING_HPP

#include "MatchingSet.hpp"

#include <optional>

/// Weighs the matches of a query in one or several local databases as `Xapian::BM25Weight` with a k2 of 0 and a k3 of 1
/// does, from posting lists and given lengths, one term after the other.
///
/// The matcher looks up the length of every document that it weighs, which is most of what ranking costs it; here the
/// lengths come from whoever has them at hand.
class Scoring {
  public:
    struct Parameters {
        double k1;
        double b;
        double minimum_length;
    };

    /// - `steps`: the query with its weights; `matches`: exactly its matches, of which there are `count`.
    /// - `lengths`: that of each match, in the order of the ids.
    Scoring(
        const cx_query &steps, const cx_database &source, const Bitmap &matches,
        const uint32_t *_Nullable lengths, size_t count, const Parameters &parameters);

    /// What each match weighs; nothing where only the matcher can tell.
    std::optional<std::vector<double>> scores();

  private:
    using Sums = std::vector<double>;

    /// Only the matcher can tell.
    struct Unknown {};

    /// Adds what the part of the query that ends with node `index` gives those of `documents` that it matches, times
    /// `factor`. Where `sure`, it matches all of these.
    void add(size_t index, double factor, const Bitmap &documents, bool sure, Sums &sums);
    void add_maximum(const std::vector<size_t> &parts, double factor, const Bitmap &documents, Sums &sums);
    /// Whether a part can match nothing, whatever the database holds.
    bool is_nothing(size_t index) const;
    void add_term(const std::string &term, double factor, const Bitmap &documents, Sums &sums) const;
    void add_synonym(const std::vector<size_t> &parts, size_t index, double factor, const Bitmap &documents,
                     Sums &sums) const;
    void add_any(const cx_query_node &node, double factor, const Bitmap &documents, Sums &sums) const;
    void add_values(const cx_query_node &node, double factor, const Bitmap &documents, Sums &sums) const;
    void add_constant(double weight, const Bitmap &documents, Sums &sums) const;

    /// Calls `body` with the place among the matches and the frequency for each of `documents` that has the term.
    template <typename Body>
    void for_each_posting(const std::string &term, const Bitmap &documents, Body &&body) const;
    /// The same by looking for each document in lists that are kept; false, without a call, where they are not.
    template <typename Body>
    bool for_each_kept(const std::string &term, const Bitmap &documents, Body &&body) const;

    /// The weight of a word that `frequency` documents have, times what all frequencies are multiplied by.
    double weight(Xapian::doccount frequency) const;
    /// In how many documents Xapian takes any of several terms to be.
    Xapian::doccount frequency_of_any(size_t index) const;
    /// The place of a document among the matches, which it is one of.
    size_t place(Xapian::docid id) const {
        const uint64_t below = matches_[id / 64] & ((uint64_t{1} << (id % 64)) - 1);
        return starts_[id / 64] + static_cast<size_t>(__builtin_popcountll(below));
    }

    const cx_query &steps_;
    const cx_database &source_;
    const Xapian::Database &database_;
    const Bitmap &matches_;
    const Parameters parameters_;
    MatchingSet parts_;
    /// How many matches there are before each word of the bitmap.
    std::vector<uint32_t> starts_;
    /// For each match what is added to a frequency below the line: k1 (1 - b + b · normalised length).
    std::vector<double> norms_;
    std::vector<uint32_t> lengths_;
};

#endif
