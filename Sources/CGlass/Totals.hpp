#ifndef CGLASS_TOTALS_HPP
#define CGLASS_TOTALS_HPP

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace glass {

/// Figures over the documents of a run, or of all.
struct Totals {
    /// Of the values in one slot.
    struct Values {
        uint32_t count = 0;
        std::string least;
        std::string greatest;
    };

    uint32_t documents = 0;
    uint64_t least_length = 0;
    uint64_t greatest_length = 0;
    uint64_t all_lengths = 0;
    uint64_t greatest_frequency = 0;
    std::map<uint32_t, Values> values;

    /// Counts a document; one without a length does not count for the least.
    void add_length(uint64_t length);
    void add_value(uint32_t slot, std::string_view value);
    void add(const Totals &other);

private:
    void add(uint32_t slot, uint32_t count, std::string_view least, std::string_view greatest);
};

}  // namespace glass

#endif
