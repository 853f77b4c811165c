#include "Phrase.hpp"

#include <algorithm>

std::optional<Phrase> Phrase::open(const cx_database &source, const Places &places) {
    if (source.folders.empty()) return std::nullopt;
    Phrase phrase;
    for (size_t part = 0; part < source.folders.size(); ++part) {
        PositionTable *const table = source.positions(part);
        if (table == nullptr) return std::nullopt;
        auto &readers = phrase.parts_.emplace_back(places.size());
        for (size_t place = 0; place < places.size(); ++place) {
            for (const std::string &term : places[place]) readers[place].emplace_back(*table, term);
        }
    }
    return phrase;
}

void Phrase::read(std::vector<PositionTable::Reader> &terms, Xapian::docid document, Positions &positions) {
    positions.clear();
    for (PositionTable::Reader &term : terms) term.add(document, positions);
    if (terms.size() > 1) std::sort(positions.begin(), positions.end());
}

bool Phrase::is_in(Xapian::docid document) {
    // Xapian deals the ids of several databases out in turns.
    auto &places = parts_[(document - 1) % parts_.size()];
    const auto own = static_cast<Xapian::docid>((document - 1) / parts_.size() + 1);
    read(places.front(), own, starts_);
    for (size_t place = 1; place < places.size() && !starts_.empty(); ++place) {
        read(places[place], own, next_);
        auto next = next_.begin();
        size_t kept = 0;
        for (const Xapian::termpos start : starts_) {
            next = std::lower_bound(next, next_.end(), start + place);
            if (next == next_.end()) break;
            if (*next == start + place) starts_[kept++] = start;
        }
        starts_.resize(kept);
    }
    return !starts_.empty();
}
