#include "DocumentSet.hpp"

#include <algorithm>

DocumentSet::DocumentSet(Wanted wanted, const Xapian::Database &database)
    : wanted_(std::move(wanted)), database_(database) {}

Xapian::doccount DocumentSet::get_termfreq_min() const { return static_cast<Xapian::doccount>(ids_.size()); }

Xapian::doccount DocumentSet::get_termfreq_est() const { return static_cast<Xapian::doccount>(ids_.size()); }

Xapian::doccount DocumentSet::get_termfreq_max() const { return static_cast<Xapian::doccount>(ids_.size()); }

Xapian::docid DocumentSet::get_docid() const { return ids_[position_]; }

void DocumentSet::next(double) {
    if (started_) ++position_;
    started_ = true;
}

void DocumentSet::skip_to(Xapian::docid id, double) {
    started_ = true;
    const auto from = ids_.begin() + static_cast<std::ptrdiff_t>(position_);
    position_ = static_cast<size_t>(std::lower_bound(from, ids_.end(), id) - ids_.begin());
}

bool DocumentSet::at_end() const { return position_ >= ids_.size(); }

Xapian::PostingSource *_Nullable DocumentSet::clone() const { return new DocumentSet(wanted_, database_); }

void DocumentSet::init(const Xapian::Database &shard) {
    ids_.clear();
    position_ = 0;
    started_ = false;
    // Xapian 1.4 does not tell a source which shard it works on, so we look for the one with the same insides. Document
    // d of shard s of n is document (d - 1) * n + s + 1 of the whole.
    const size_t count = database_.internal.size();
    size_t place = 0;
    while (place < count && database_.internal[place].get() != shard.internal[0].get()) ++place;
    if (place == count) throw Xapian::InternalError("The shard does not belong to the database searched");

    const auto end = shard.postlist_end(std::string());
    auto present = shard.postlist_begin(std::string());
    for (const Xapian::docid id : *wanted_) {
        if (id == 0 || (id - 1) % count != place) continue;
        const Xapian::docid local = static_cast<Xapian::docid>((id - 1) / count + 1);
        if (present != end) present.skip_to(local);
        if (present == end) break;
        if (*present == local) ids_.push_back(local);
    }
}

std::string DocumentSet::get_description() const { return "DocumentSet"; }
