#include "AnyTerm.hpp"

#include <algorithm>

AnyTerm::AnyTerm(Terms terms, const Weighting &weighting) : terms_(std::move(terms)), weighting_(weighting) {}

Xapian::doccount AnyTerm::get_termfreq_min() const { return count_; }

Xapian::doccount AnyTerm::get_termfreq_est() const { return count_; }

Xapian::doccount AnyTerm::get_termfreq_max() const { return count_; }

double AnyTerm::get_weight() const {
    if (weighting_.weight <= 0) return 0;
    const Weighting &w = weighting_;
    const double length = std::max(static_cast<double>(shard_.get_doclength(id_)) / w.average_length, w.minimum_length);
    const double frequency = static_cast<double>(frequencies_[id_]);
    return w.weight * frequency * (w.k1 + 1) / (frequency + w.k1 * (1 - w.b + w.b * length));
}

Xapian::docid AnyTerm::get_docid() const { return id_; }

void AnyTerm::next(double) { find(id_ + 1); }

void AnyTerm::skip_to(Xapian::docid id, double) { find(std::max(id, id_)); }

void AnyTerm::find(Xapian::docid id) {
    const auto size = static_cast<Xapian::docid>(present_.size());
    while (id < size && !present_[id]) ++id;
    id_ = id;
}

bool AnyTerm::at_end() const { return id_ >= present_.size(); }

Xapian::PostingSource *_Nullable AnyTerm::clone() const { return new AnyTerm(terms_, weighting_); }

void AnyTerm::init(const Xapian::Database &shard) {
    shard_ = shard;
    const size_t size = static_cast<size_t>(shard.get_lastdocid()) + 1;
    const bool weighs = weighting_.weight > 0;
    present_.assign(size, false);
    frequencies_.assign(weighs ? size : 0, 0);
    count_ = 0;
    id_ = 0;
    for (const std::string &term : *terms_) {
        const auto end = shard.postlist_end(term);
        for (auto posting = shard.postlist_begin(term); posting != end; ++posting) {
            const Xapian::docid id = *posting;
            if (id >= size) throw Xapian::DatabaseCorruptError("A posting lies beyond the last document");
            if (!present_[id]) {
                present_[id] = true;
                ++count_;
            }
            if (weighs) frequencies_[id] = std::max(frequencies_[id], posting.get_wdf());
        }
    }
    if (weighs) set_maxweight(weighting_.weight * (weighting_.k1 + 1));
}

std::string AnyTerm::get_description() const { return "AnyTerm"; }
