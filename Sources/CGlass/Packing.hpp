#ifndef CGLASS_PACKING_HPP
#define CGLASS_PACKING_HPP

#include <cstdint>
#include <string>
#include <string_view>

namespace glass {

/// Appends a number, seven bits a byte, the lowest first; all but the last byte have their top bit set.
inline void put_number(std::string &out, uint64_t number) {
    for (; number >= 0x80; number >>= 7) out += static_cast<char>(number | 0x80);
    out += static_cast<char>(number);
}

/// The bytes that `put_number` takes.
inline size_t size_of_number(uint64_t number) {
    size_t size = 1;
    for (; number >= 0x80; number >>= 7) ++size;
    return size;
}

/// Appends a number of 32 bits so that the order of the bytes is the order of the numbers: what stands in keys.
void put_ordered(std::string &out, uint32_t number);

/// Appends a term so that no term's bytes begin another's key, and keys sort as terms do: each NUL is followed by 0xFF.
/// A single NUL closes a term that something follows.
inline void put_term(std::string &out, std::string_view term) {
    for (const char byte : term) {
        out += byte;
        if (byte == 0) out += '\xFF';
    }
}

/// Appends a string with its length before it.
inline void put_string(std::string &out, std::string_view string) {
    put_number(out, string.size());
    out += string;
}

/// Where numbers and strings that were written one after the other are read again.
class Reader {
public:
    Reader() = default;
    explicit Reader(std::string_view bytes) : at(bytes.data()), end(bytes.data() + bytes.size()) {}

    bool is_at_end() const { return at == end; }
    size_t rest() const { return static_cast<size_t>(end - at); }
    const char *place() const { return at; }

    /// Throws `CG_DAMAGED` where the bytes are no number.
    uint64_t number() {
        uint64_t result = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (at == end) break;
            const unsigned char byte = static_cast<unsigned char>(*at++);
            result |= static_cast<uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return result;
        }
        fail();
    }

    /// The next `size` bytes.
    std::string_view bytes(size_t size) {
        if (size > rest()) fail();
        const char *start = at;
        at += size;
        return {start, size};
    }

    /// What `put_string` wrote.
    std::string_view string() { return bytes(number()); }

private:
    [[noreturn]] static void fail();

    const char *at = nullptr;
    const char *end = nullptr;
};

}  // namespace glass

#endif
