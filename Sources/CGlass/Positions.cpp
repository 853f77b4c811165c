#include "Positions.hpp"

#include "Packing.hpp"

namespace glass {

namespace {

/// Appends bits, the lowest of each byte first.
class BitWriter {
public:
    explicit BitWriter(std::string &out) : out(out) {}

    /// Writes a number below `bound` with as few bits as tell it from the others: those in the middle take one less.
    void put(uint32_t number, uint32_t bound) {
        unsigned bits = 0;
        while (bits < 32 && (uint64_t(1) << bits) < bound) ++bits;
        const uint64_t spare = (uint64_t(1) << bits) - bound;
        if (spare > 0) {
            const uint64_t middle = (bound - spare) / 2;
            if (number >= middle + spare) {
                number = static_cast<uint32_t>((number - (middle + spare)) | (uint64_t(1) << (bits - 1)));
            } else if (number >= middle) {
                --bits;
            }
        }
        pending |= static_cast<uint64_t>(number) << held;
        for (held += bits; held >= 8; held -= 8, pending >>= 8) out += static_cast<char>(pending);
    }

    void finish() {
        if (held > 0) out += static_cast<char>(pending);
    }

private:
    std::string &out;
    uint64_t pending = 0;
    unsigned held = 0;
};

/// Writes the positions between two that are known: the middle one, then those left and right of it.
void put_between(BitWriter &bits, const uint32_t *positions, size_t first, size_t last) {
    while (first + 1 < last) {
        const size_t middle = first + (last - first) / 2;
        const uint32_t least = positions[first] + static_cast<uint32_t>(middle - first);
        const uint32_t most = positions[last] - static_cast<uint32_t>(last - middle);
        bits.put(positions[middle] - least, most - least + 1);
        put_between(bits, positions, first, middle);
        first = middle;
    }
}

}  // namespace

void put_positions(std::string &out, const uint32_t *positions, size_t count) {
    const uint32_t last = positions[count - 1];
    put_number(out, last);
    if (count == 1) return;
    BitWriter bits(out);
    bits.put(positions[0], last);
    bits.put(static_cast<uint32_t>(count - 2), last - positions[0]);
    put_between(bits, positions, 0, count - 1);
    bits.finish();
}

}  // namespace glass
