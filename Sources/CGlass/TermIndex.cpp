#include "TermIndex.hpp"

#include <algorithm>
#include <cstring>

#include "Prefix.hpp"

namespace glass {

namespace {

/// Mixes eight bytes at a time: each step is a bijection, as in the finish of A. Appleby's MurmurHash3.
uint32_t hash_of(std::string_view term) {
    uint64_t hash = term.size();
    while (!term.empty()) {
        uint64_t word = 0;
        const size_t size = std::min(term.size(), sizeof word);
        std::memcpy(&word, term.data(), size);
        hash = (hash ^ word) * 0xFF51AFD7ED558CCDull;
        hash ^= hash >> 32;
        term.remove_prefix(size);
    }
    hash *= 0xC4CEB9FE1A85EC53ull;
    return static_cast<uint32_t>(hash >> 32);
}

}  // namespace

TermIndex::TermIndex() : places(1 << 16, none) {}

uint32_t TermIndex::number(std::string_view term) {
    const uint32_t hash = hash_of(term);
    const size_t mask = places.size() - 1;
    size_t place = hash & mask;
    for (; places[place] != none; place = (place + 1) & mask) {
        const Term &known = terms[places[place]];
        if (known.hash == hash && known.size == term.size() && !std::memcmp(known.start, term.data(), term.size())) {
            return places[place];
        }
    }
    return add(term, hash, place);
}

uint32_t TermIndex::add(std::string_view term, uint32_t hash, size_t place) {
    if (used + term.size() > chunk_size) {
        chunks.push_back(std::make_unique<char[]>(chunk_size));
        used = 0;
    }
    char *start = chunks.back().get() + used;
    std::memcpy(start, term.data(), term.size());
    used += term.size();
    const uint32_t number = count();
    terms.push_back({start, static_cast<uint32_t>(term.size()), hash});
    places[place] = number;
    if (terms.size() * 2 > places.size()) grow();
    return number;
}

void TermIndex::grow() {
    places.assign(places.size() * 2, none);
    const size_t mask = places.size() - 1;
    for (uint32_t number = 0; number < count(); ++number) {
        size_t place = terms[number].hash & mask;
        while (places[place] != none) place = (place + 1) & mask;
        places[place] = number;
    }
}

std::vector<uint32_t> TermIndex::sorted() const {
    // Most comparisons are decided by the first eight bytes, which stand beside the numbers.
    struct Sortable {
        uint64_t prefix;
        uint32_t number;
    };
    std::vector<Sortable> order;
    order.reserve(terms.size());
    for (uint32_t number = 0; number < count(); ++number) order.push_back({prefix_of(term(number)), number});
    std::sort(order.begin(), order.end(), [this](const Sortable &a, const Sortable &b) {
        return a.prefix != b.prefix ? a.prefix < b.prefix : term(a.number) < term(b.number);
    });
    std::vector<uint32_t> numbers;
    numbers.reserve(order.size());
    for (const Sortable &sortable : order) numbers.push_back(sortable.number);
    return numbers;
}

}  // namespace glass
