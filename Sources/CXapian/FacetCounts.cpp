#include "FacetCounts.hpp"

#include "MatchValues.hpp"
#include "Query.hpp"

#include <algorithm>
#include <cstring>
#include <functional>
#include <string_view>

namespace {

/// Reads the values in one slot of documents whose ids ascend.
class ValueReader {
  public:
    ValueReader(const Xapian::Database &database, Xapian::valueno slot)
        : next_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot)) {}

    /// The value of a document, empty where it has none.
    std::string of(Xapian::docid document) {
        if (next_ != end_ && next_.get_docid() < document) next_.skip_to(document);
        return next_ != end_ && next_.get_docid() == document ? *next_ : std::string();
    }

  private:
    Xapian::ValueIterator next_;
    Xapian::ValueIterator end_;
};

}  // namespace

uint32_t ByteCounter::find(const char *_Nonnull start, size_t count) {
    if (entries_.size() * 2 >= table_.size()) grow();
    const uint64_t hash = std::hash<std::string_view>()(std::string_view(start, count));
    const size_t mask = table_.size() - 1;
    size_t place = hash & mask;
    while (table_[place] != 0) {
        const Entry &entry = entries_[table_[place] - 1];
        if (entry.hash == hash && entry.count == count
            && std::memcmp(bytes_.data() + entry.offset, start, count) == 0) {
            return table_[place] - 1;
        }
        place = (place + 1) & mask;
    }
    entries_.push_back({bytes_.size(), count, hash, 0, 0, 0});
    bytes_.append(start, count);
    table_[place] = static_cast<uint32_t>(entries_.size());
    return static_cast<uint32_t>(entries_.size() - 1);
}

void ByteCounter::grow() {
    std::vector<uint32_t> table(std::max<size_t>(64, table_.size() * 2), 0);
    const size_t mask = table.size() - 1;
    for (size_t index = 0; index < entries_.size(); ++index) {
        size_t place = entries_[index].hash & mask;
        while (table[place] != 0) place = (place + 1) & mask;
        table[place] = static_cast<uint32_t>(index + 1);
    }
    table_.swap(table);
}

cx_list ByteCounter::sorted(uint64_t least, bool groups) const {
    const auto text = [&](uint32_t index) {
        return std::string_view(bytes_.data() + entries_[index].offset, entries_[index].count);
    };
    std::vector<uint32_t> order;
    for (uint32_t index = 0; index < entries_.size(); ++index) {
        if (entries_[index].documents >= least) order.push_back(index);
    }
    std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
        if (entries_[a].documents != entries_[b].documents) return entries_[a].documents > entries_[b].documents;
        return text(a) < text(b);
    });
    cx_list list;
    list.ends.reserve(order.size());
    list.numbers.reserve(order.size() * (groups ? 2 : 1));
    for (const uint32_t index : order) {
        list.add(text(index).data(), text(index).size());
        list.numbers.push_back(entries_[index].documents);
        if (groups) list.numbers.push_back(entries_[index].groups);
    }
    return list;
}

void SlotCounter::operator()(const Xapian::Document &document, double) {
    add_document(
        document.get_value(slot_.slot), slot_.groups ? document.get_value(slot_.group_slot) : std::string());
}

void SlotCounter::count_each_match(const cx_database &database, const Xapian::Query &query) {
    for_each_match_value(
        *database.reader, query, &slot_.slot, slot_.groups ? &slot_.group_slot : nullptr,
        [&](Xapian::docid document, const std::string &value, const std::string &group) {
            add_document(value, database.group(document, group));
        });
}

void SlotCounter::count_documents(const cx_database &database, const Bitmap &documents) {
    ValueReader values(*database.reader, slot_.slot);
    ValueReader groups(*database.reader, slot_.group_slot);
    for (size_t word = 0; word < documents.size(); ++word) {
        for (uint64_t bits = documents[word]; bits != 0; bits &= bits - 1) {
            const auto document = static_cast<Xapian::docid>(word * 64 + static_cast<unsigned>(__builtin_ctzll(bits)));
            add_document(
                values.of(document), slot_.groups ? database.group(document, groups.of(document)) : std::string());
        }
    }
}

void SlotCounter::add_document(const std::string &value, const std::string &group) {
    add(value, 1);
    if (slot_.groups && (!value.empty() || slot_.format == CX_COUNT_DOCUMENTS)) add_group(group);
}

void SlotCounter::add_group(const std::string &group) {
    const uint64_t number = group.empty() ? 0 : groups_.find(group.data(), group.size()) + 1;
    for (const uint32_t entry : last_entries_) {
        // A document without a group is one of its own.
        if (number == 0 || counted_.insert(static_cast<uint64_t>(entry) << 32 | number).second) {
            ++counter_[entry].groups;
        }
    }
}

void SlotCounter::add(const std::string &value, uint64_t documents) {
    if (value.empty() && slot_.format != CX_COUNT_DOCUMENTS) return;
    documents_ += documents;
    if (value != last_value_ || value_count_ == 0) {
        ++value_count_;
        find_entries(value);
        last_value_ = value;
    }
    for (const uint32_t entry : last_entries_) counter_[entry].documents += documents;
}

void SlotCounter::find_entries(const std::string &value) {
    last_entries_.clear();
    // Should the value be malformed, the one before it is no longer what `last_entries_` belongs to.
    last_value_.clear();
    for_each_entry(slot_, value, [&](const char *start, size_t count) {
        const uint32_t entry = counter_.find(start, count);
        if (counter_[entry].last == value_count_) return;
        counter_[entry].last = value_count_;
        last_entries_.push_back(entry);
    });
}

std::string SlotCounter::name() const { return Xapian::ValueCountMatchSpy(slot_.slot).name(); }

std::string SlotCounter::serialise() const { return Xapian::ValueCountMatchSpy(slot_.slot).serialise(); }

void SlotCounter::merge_results(const std::string &serialised) {
    if (needs_each_match()) {
        throw Xapian::UnimplementedError(
            "Groups and documents without a value cannot be counted in a remote database",
            "slot " + std::to_string(slot_.slot));
    }
    Xapian::ValueCountMatchSpy remote(slot_.slot);
    remote.merge_results(serialised);
    for (auto value = remote.values_begin(); value != remote.values_end(); ++value) add(*value, value.get_termfreq());
}

std::string SlotCounter::get_description() const { return "SlotCounter"; }

cx_error *_Nullable cx_facet_counts(
    const cx_database *_Nonnull database, const cx_query *_Nonnull query,
    const cx_counted_slot *_Nullable slots, size_t slot_count, cx_result *_Nullable *_Nonnull out) noexcept {
    cx_search_options options{};
    options.check_at_least = UINT32_MAX;
    options.weighting = CX_WEIGHT_BOOLEAN;
    options.counted_slots = slots;
    options.counted_slot_count = slot_count;
    return cx_search(database, query, &options, out);
}
