#ifndef CGLASS_KEYS_HPP
#define CGLASS_KEYS_HPP

#include <cstdint>
#include <string>
#include <string_view>

#include "Packing.hpp"

namespace glass {

// The keys of the table of postings. Terms stand there as `put_term` writes them, so that none begins with a NUL that
// 0xFF does not follow; all else does.

/// What the keys of metadata begin with, those of the figures over the values of a slot, and those of values.
constexpr std::string_view metadata_mark("\0\xC0", 2);
constexpr std::string_view value_figures_mark("\0\xD0", 2);
constexpr std::string_view values_mark("\0\xD8", 2);

/// The key of the first piece of the list of all lengths.
constexpr std::string_view lengths_key("\0\xE0", 2);

/// The key of the figures over the values in a slot: the slot's bytes, the lowest first, as few as it takes.
inline std::string value_figures_key(uint32_t slot) {
    std::string key(value_figures_mark);
    for (; slot > 0; slot >>= 8) key += static_cast<char>(slot);
    return key;
}

/// What the keys of the values in a slot begin with; the number of a piece's first document follows.
inline std::string values_key(uint32_t slot) {
    std::string key(values_mark);
    put_number(key, slot);
    return key;
}

}  // namespace glass

#endif
