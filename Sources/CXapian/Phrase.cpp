#include "Phrase.hpp"

#include <algorithm>

std::optional<Phrase> Phrase::open(const cx_database &source, const Places &places) {
    if (source.folders.empty()) return std::nullopt;
    Phrase phrase;
    for (size_t part = 0; part < source.folders.size(); ++part) {
        PositionTable *const table = source.positions(part);
        if (table == nullptr) return std::nullopt;
        std::vector<Readers> &own = phrase.parts_.emplace_back();
        for (const Place &place : places) {
            own.push_back({place.offset, {}});
            for (const std::string &term : place.terms) own.back().terms.emplace_back(*table, term);
        }
    }
    return phrase;
}

void Phrase::Readers::read(Xapian::docid document, Positions &positions) {
    positions.clear();
    for (PositionTable::Reader &term : terms) term.add(document, positions);
    if (terms.size() > 1) std::sort(positions.begin(), positions.end());
}

bool Phrase::is_in(Xapian::docid document) {
    const DealtIDs ids{parts_.size()};
    std::vector<Readers> &places = parts_[ids.part(document)];
    const Xapian::docid own = ids.own(document);
    places.front().read(own, starts_);
    // Where the phrase begins, which is not before the text does.
    const size_t before = places.front().offset;
    starts_.erase(starts_.begin(), std::lower_bound(starts_.begin(), starts_.end(), before));
    for (Xapian::termpos &start : starts_) start -= static_cast<Xapian::termpos>(before);
    for (size_t place = 1; place < places.size() && !starts_.empty(); ++place) {
        const size_t offset = places[place].offset;
        places[place].read(own, next_);
        auto next = next_.begin();
        size_t kept = 0;
        for (const Xapian::termpos start : starts_) {
            next = std::lower_bound(next, next_.end(), start + offset);
            if (next == next_.end()) break;
            if (*next == start + offset) starts_[kept++] = start;
        }
        starts_.resize(kept);
    }
    return !starts_.empty();
}
