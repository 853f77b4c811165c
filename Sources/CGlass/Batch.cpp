#include "Batch.hpp"

#include <algorithm>
#include <limits>

#include "Failure.hpp"
#include "Table.hpp"

namespace glass {

namespace {

[[noreturn]] void refuse(const std::string &why) { throw Failure(CG_INVALID_ARGUMENT, why); }

/// Throws where the ends do not ascend within `size`.
void check_ends(const uint32_t *ends, size_t count, size_t size, const char *what) {
    uint32_t before = 0;
    for (size_t at = 0; at < count; ++at) {
        if (ends[at] < before || ends[at] > size) refuse(std::string("The ends of the ") + what + " do not fit");
        before = ends[at];
    }
}

void check_term(std::string_view term) {
    const auto nulls = static_cast<size_t>(std::count(term.begin(), term.end(), '\0'));
    if (term.empty()) refuse("A term is empty");
    if (term.size() + nulls > CG_MAXIMUM_TERM_LENGTH) {
        refuse(
            "A term takes " + std::to_string(term.size() + nulls) + " bytes, at most "
            + std::to_string(CG_MAXIMUM_TERM_LENGTH) + " are possible (a NUL byte counts twice)");
    }
}

/// Throws where a list is not in order, and returns the sum of its frequencies.
uint64_t check(const cg_terms &list) {
    check_ends(list.ends, list.count, list.bytes.count, "terms");
    check_ends(list.position_ends, list.count, list.position_count, "positions");
    uint64_t sum = 0;
    for (size_t at = 0; at < list.count; ++at) {
        const uint32_t start = at == 0 ? 0 : list.ends[at - 1];
        check_term(view(list.bytes).substr(start, list.ends[at] - start));
        for (uint32_t place = (at == 0 ? 0 : list.position_ends[at - 1]) + 1; place < list.position_ends[at]; ++place) {
            if (list.positions[place] <= list.positions[place - 1]) refuse("The positions of a term do not ascend");
        }
        sum += list.frequencies[at];
    }
    return sum;
}

void check(const cg_values &values) {
    check_ends(values.ends, values.count, values.bytes.count, "values");
    // The highest number stands for no slot.
    const auto none = std::numeric_limits<uint32_t>::max();
    if (std::find(values.slots, values.slots + values.count, none) != values.slots + values.count) {
        refuse("There is no such value slot");
    }
}

template <typename Number>
void append(std::vector<Number> &out, const Number *start, size_t count) {
    if (count > 0) out.insert(out.end(), start, start + count);
}

}  // namespace

void Batch::add(const cg_document &document) {
    uint64_t length = 0;
    for (size_t at = 0; at < document.list_count; ++at) length += check(document.lists[at]);
    if (length > std::numeric_limits<uint32_t>::max()) refuse("The document is too long");
    check(document.values);
    Document added{lists.size(), document.list_count, slots.size(), document.values.count, 0, 0, document.data.count};
    for (size_t at = 0; at < document.list_count; ++at) {
        const cg_terms &list = document.lists[at];
        lists.push_back({list.count, bytes.size(), ends.size(), positions.size()});
        bytes += view(list.bytes);
        append(ends, list.ends, list.count);
        append(frequencies, list.frequencies, list.count);
        append(position_ends, list.position_ends, list.count);
        append(positions, list.positions, list.position_count);
    }
    added.value_bytes = bytes.size();
    bytes += view(document.values.bytes);
    append(slots, document.values.slots, document.values.count);
    append(value_ends, document.values.ends, document.values.count);
    added.data = bytes.size();
    bytes += view(document.data);
    documents.push_back(added);
}

void Batch::add(std::string_view key, std::string_view value) {
    constexpr size_t mark = 2;
    if (key.empty()) refuse("The key of a metadata entry is empty");
    if (key.size() + mark > Table::most_key) refuse("The key of a metadata entry is too long");
    metadata.push_back({std::string(key), std::string(value)});
    metadata_size += sizeof(Entry) + key.size() + value.size();
}

size_t Batch::size() const {
    const size_t numbers = ends.size() * 3 + positions.size() + slots.size() * 2;
    return bytes.size() + numbers * sizeof(uint32_t) + lists.size() * sizeof(List) + documents.size() * sizeof(Document)
        + metadata_size;
}

void Batch::values(const Document &document, std::vector<Value> &out) const {
    out.clear();
    uint32_t start = 0;
    for (size_t at = document.first_value; at < document.first_value + document.value_count; ++at) {
        const std::string_view value(bytes.data() + document.value_bytes + start, value_ends[at] - start);
        out.push_back({slots[at], at, value});
        start = value_ends[at];
    }
    std::sort(out.begin(), out.end(), [](const Value &a, const Value &b) {
        return a.slot != b.slot ? a.slot < b.slot : a.number < b.number;
    });
    // Of one slot the last value counts.
    size_t kept = 0;
    for (size_t at = 0; at < out.size(); ++at) {
        const bool is_last = at + 1 == out.size() || out[at + 1].slot != out[at].slot;
        if (is_last && !out[at].bytes.empty()) out[kept++] = out[at];
    }
    out.resize(kept);
}

}  // namespace glass
