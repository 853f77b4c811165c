#include "Totals.hpp"

#include <algorithm>

namespace glass {

static uint64_t least_of(uint64_t a, uint64_t b) { return a == 0 || (b != 0 && b < a) ? b : a; }

void Totals::add_length(uint64_t length) {
    ++documents;
    all_lengths += length;
    least_length = least_of(least_length, length);
    greatest_length = std::max(greatest_length, length);
}

void Totals::add(uint32_t slot, uint32_t count, std::string_view least, std::string_view greatest) {
    Values &known = values[slot];
    if (known.count == 0 || least < known.least) known.least = least;
    if (known.count == 0 || greatest > known.greatest) known.greatest = greatest;
    known.count += count;
}

void Totals::add_value(uint32_t slot, std::string_view value) { add(slot, 1, value, value); }

void Totals::add(const Totals &other) {
    documents += other.documents;
    all_lengths += other.all_lengths;
    least_length = least_of(least_length, other.least_length);
    greatest_length = std::max(greatest_length, other.greatest_length);
    greatest_frequency = std::max(greatest_frequency, other.greatest_frequency);
    for (const auto &[slot, found] : other.values) add(slot, found.count, found.least, found.greatest);
}

}  // namespace glass
