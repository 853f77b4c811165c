#ifndef CGLASS_TERMINDEX_HPP
#define CGLASS_TERMINDEX_HPP

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace glass {

/// Numbers the terms of a run in the order in which they first come: a hash table with open addressing over terms that
/// are kept one after the other.
class TermIndex {
public:
    TermIndex();

    /// The number of a term, known or new.
    uint32_t number(std::string_view term);

    uint32_t count() const { return static_cast<uint32_t>(terms.size()); }
    std::string_view term(uint32_t number) const { return {terms[number].start, terms[number].size}; }

    /// All numbers, ordered by their terms' bytes.
    std::vector<uint32_t> sorted() const;

private:
    struct Term {
        const char *start;
        uint32_t size;
        uint32_t hash;
    };

    static constexpr uint32_t none = UINT32_MAX;
    static constexpr size_t chunk_size = 1 << 16;

    uint32_t add(std::string_view term, uint32_t hash, size_t place);
    void grow();

    std::vector<Term> terms;
    /// Numbers of terms, or none; a power of two of places.
    std::vector<uint32_t> places;
    std::vector<std::unique_ptr<char[]>> chunks;
    size_t used = chunk_size;
};

}  // namespace glass

#endif
