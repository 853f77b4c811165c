#ifndef SITREP_CXAPIAN_FACET_COUNTS_HPP
#define SITREP_CXAPIAN_FACET_COUNTS_HPP

#include "MatchingSet.hpp"
#include "Support.hpp"

#include <algorithm>
#include <unordered_set>

/// Calls `body` with the start and the length of each entry of a value that is not empty, as its slot is counted.
template <typename Body>
void for_each_entry(const cx_counted_slot &slot, const std::string &value, Body &&body) {
    if (slot.format == CX_COUNT_DOCUMENTS) return body(value.data(), 0);
    if (slot.format != CX_COUNT_PACKED) {
        body(value.data(), slot.format == CX_COUNT_WHOLE ? value.size() : std::min<size_t>(value.size(), slot.prefix));
        return;
    }
    std::string entry;
    for (size_t offset = 0; offset < value.size();) {
        const size_t common = static_cast<unsigned char>(value[offset]);
        const size_t count = offset + 1 < value.size() ? static_cast<unsigned char>(value[offset + 1]) : 0;
        if (common > entry.size() || value.size() - offset < 2 + count || common + count == 0 || common + count > 255) {
            throw Xapian::SerialisationError("A packed value is malformed", "slot " + std::to_string(slot.slot));
        }
        entry.resize(common);
        entry.append(value, offset + 2, count);
        body(entry.data(), entry.size());
        offset += 2 + count;
    }
}

/// Counts byte strings, in open addressing with linear probing.
class ByteCounter {
  public:
    /// The index of an entry, added with a count of 0 when it is new.
    uint32_t find(const char *_Nonnull start, size_t count);

    struct Entry {
        size_t offset;
        size_t count;
        uint64_t hash;
        uint64_t documents;
        /// How many groups of documents have it.
        uint64_t groups;
        /// The last document that counted it.
        uint64_t last;
    };

    Entry &operator[](uint32_t index) { return entries_[index]; }

    /// The entries that `least` documents have, by count, highest first, then in byte order; with their counts, and
    /// where `groups` their counts by groups behind each.
    cx_list sorted(uint64_t least, bool groups) const;

  private:
    void grow();

    std::string bytes_;
    std::vector<Entry> entries_;
    /// Indices of `entries_` plus one; 0 is free. The size is a power of two, and at most half is taken.
    std::vector<uint32_t> table_;
};

/// Counts the entries in one slot of all documents that the matcher looks at.
///
/// To a remote server it passes for a `ValueCountMatchSpy`, which every server knows; that one counts whole values, and
/// the entries are counted from its counts. Groups and documents without a value cannot be: see ``needs_each_match``.
class SlotCounter final : public Xapian::MatchSpy {
  public:
    explicit SlotCounter(const cx_counted_slot &slot) : slot_(slot) {}

    void operator()(const Xapian::Document &document, double weight) override;
    std::string name() const override;
    std::string serialise() const override;
    void merge_results(const std::string &serialised) override;
    std::string get_description() const override;

    /// Whether what it counts cannot be told from how many documents have a value.
    bool needs_each_match() const { return slot_.groups || slot_.format == CX_COUNT_DOCUMENTS; }
    /// Counts all matches of a query, whatever the database.
    void count_each_match(const cx_database &database, const Xapian::Query &query);
    /// Counts documents of a local database.
    void count_documents(const cx_database &database, const Bitmap &documents);

    cx_list sorted() const { return counter_.sorted(0, true); }
    /// How many documents had a value.
    uint64_t documents() const { return documents_; }

  private:
    /// Counts a document with this value and that of its group.
    void add_document(const std::string &value, const std::string &group);
    /// Counts a value that `documents` documents have.
    void add(const std::string &value, uint64_t documents);
    void find_entries(const std::string &value);
    /// Counts the entries that were found last for a group.
    void add_group(const std::string &group);

    cx_counted_slot slot_;
    ByteCounter counter_;
    /// The groups that were seen.
    ByteCounter groups_;
    /// Pairs of an entry and a group that were counted.
    std::unordered_set<uint64_t> counted_;
    uint64_t documents_ = 0;
    uint64_t value_count_ = 0;
    /// The value before this one and its entries: neighbours often have the same.
    std::string last_value_;
    std::vector<uint32_t> last_entries_;
};

#endif
