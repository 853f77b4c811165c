#include "PositionTable.hpp"

namespace {

/// More positions than words have in any document: a damaged entry may tell of more than there is memory for.
constexpr size_t most_positions = size_t{1} << 24;

/// Reads bits, the lowest of each byte first.
class BitReader {
  public:
    BitReader(const uint8_t *start, const uint8_t *end) : at_(start), end_(end) {}

    /// A number below `bound`, which is 1 at least, in as few bits as tell it from the others: those in the middle take one
    /// less.
    uint32_t number(uint32_t bound) {
        const unsigned count = bound == 1 ? 0 : 32 - static_cast<unsigned>(__builtin_clz(bound - 1));
        const uint64_t spare = (uint64_t{1} << count) - bound;
        if (spare == 0) return static_cast<uint32_t>(bits(count));
        const uint64_t middle = (bound - spare) / 2;
        const uint64_t number = bits(count - 1);
        if (number >= middle) return static_cast<uint32_t>(number);
        return static_cast<uint32_t>(bits(1) != 0 ? number + middle + spare : number);
    }

  private:
    uint64_t bits(unsigned count) {
        while (held_ < count) {
            if (at_ == end_) GlassTable::damaged();
            pending_ |= static_cast<uint64_t>(*at_++) << held_;
            held_ += 8;
        }
        const uint64_t result = pending_ & ((uint64_t{1} << count) - 1);
        pending_ >>= count;
        held_ -= count;
        return result;
    }

    const uint8_t *at_;
    const uint8_t *end_;
    uint64_t pending_ = 0;
    unsigned held_ = 0;
};

/// Reads the positions between two that are known: the middle one, then those left and right of it (interpolative coding,
/// A. Moffat and L. Stuiver, 2000).
void read_between(BitReader &bits, Xapian::termpos *positions, size_t first, size_t last) {
    while (first + 1 < last) {
        const size_t middle = first + (last - first) / 2;
        const uint32_t least = positions[first] + static_cast<uint32_t>(middle - first);
        const uint32_t most = positions[last] - static_cast<uint32_t>(last - middle);
        positions[middle] = least + bits.number(most - least + 1);
        read_between(bits, positions, first, middle);
        first = middle;
    }
}

}  // namespace

std::unique_ptr<PositionTable> PositionTable::open(const std::string &folder, const Xapian::Database &database) {
    auto table = GlassTable::open(folder, GlassTable::Kind::positions, database);
    if (table == nullptr) return nullptr;
    return std::unique_ptr<PositionTable>(new PositionTable(std::move(table)));
}

PositionTable::Reader::Reader(PositionTable &table, const std::string &term)
    : cursor_(*table.table_), start_(GlassTable::key(term)) {
    start_ += '\0';
}

void PositionTable::Reader::add(Xapian::docid document, std::vector<Xapian::termpos> &positions) {
    if (document < next_) return;
    const size_t size = start_.size();
    GlassTable::add_ordered(start_, document);
    const bool is_before_end = cursor_.find_further(start_);
    const bool is_there = is_before_end && cursor_.key() == start_;
    start_.resize(size);
    if (!is_there) {
        const bool has_more = is_before_end && cursor_.key().substr(0, size) == start_;
        next_ = has_more ? GlassTable::ordered(cursor_.key(), size) : UINT32_MAX;
        return;
    }
    const std::string entry = cursor_.entry();
    const auto *at = reinterpret_cast<const uint8_t *>(entry.data());
    const uint8_t *end = at + entry.size();
    const uint32_t last = GlassTable::number32(at, end);
    if (at == end) {
        positions.push_back(last);
        return;
    }
    BitReader bits(at, end);
    if (last == 0) GlassTable::damaged();
    const uint32_t first = bits.number(last);
    const uint32_t between = bits.number(last - first);
    const size_t before = positions.size();
    if (before + between > most_positions) GlassTable::damaged();
    positions.resize(before + between + 2);
    positions[before] = first;
    positions.back() = last;
    read_between(bits, positions.data() + before, 0, size_t{between} + 1);
}
