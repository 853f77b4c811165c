#ifndef CGLASS_PREFIX_HPP
#define CGLASS_PREFIX_HPP

#include <cstdint>
#include <cstring>
#include <string_view>

namespace glass {

/// The first eight bytes of a string as a number: where those of two strings differ, they are ordered as the strings
/// are; where they do not, the strings must be compared.
inline uint64_t prefix_of(std::string_view string) {
    unsigned char bytes[8] = {};
    if (!string.empty()) std::memcpy(bytes, string.data(), string.size() < 8 ? string.size() : 8);
    uint64_t prefix = 0;
    for (const unsigned char byte : bytes) prefix = prefix << 8 | byte;
    return prefix;
}

}  // namespace glass

#endif
