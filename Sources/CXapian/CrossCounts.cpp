#include "FacetCounts.hpp"
#include "MatchValues.hpp"
#include "Query.hpp"

#include <limits>

namespace {

/// One dimension of a table: a slot, and the lines of its entries.
class Dimension {
  public:
    Dimension(const cx_counted_slot &slot, uint32_t line_count) : slot_(slot), line_count_(line_count) {}

    void add(const char *_Nonnull start, size_t count, uint32_t line) {
        if (line >= line_count_) throw Xapian::RangeError("A line is outside of its dimension");
        const uint32_t entry = counter_.find(start, count);
        if (entry >= lines_.size()) lines_.resize(entry + 1, no_line);
        lines_[entry] = line;
    }

    /// Finds the lines that a document is in.
    void read(const std::string &value) {
        found_.clear();
        if (value.empty()) {
            if (line_count_ > 0) found_.push_back(line_count_ - 1);
            return;
        }
        for_each_entry(slot_, value, [&](const char *start, size_t count) {
            const uint32_t entry = counter_.find(start, count);
            if (entry < lines_.size() && lines_[entry] != no_line) found_.push_back(lines_[entry]);
        });
        std::sort(found_.begin(), found_.end());
        found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    }

    const Xapian::valueno &slot() const { return slot_.slot; }
    uint32_t line_count() const { return line_count_; }
    const std::vector<uint32_t> &found() const { return found_; }

  private:
    static constexpr uint32_t no_line = std::numeric_limits<uint32_t>::max();

    cx_counted_slot slot_;
    uint32_t line_count_;
    ByteCounter counter_;
    /// By the index of an entry in `counter_`; entries that come up in documents alone have none.
    std::vector<uint32_t> lines_;
    std::vector<uint32_t> found_;
};

/// Counts the cells of a table over all documents that the matcher looks at.
class CrossCounter final : public Xapian::MatchSpy {
  public:
    CrossCounter(std::vector<Dimension> &dimensions, std::vector<uint64_t> &cells)
        : dimensions_(dimensions), cells_(cells) {}

    void operator()(const Xapian::Document &document, double) override {
        for (Dimension &dimension : dimensions_) dimension.read(document.get_value(dimension.slot()));
        count(0, 0);
    }

    /// Counts a document by its values in the slots of the one or two dimensions there are.
    void add(const std::string &first, const std::string &second) {
        dimensions_.front().read(first);
        if (dimensions_.size() == 2) dimensions_.back().read(second);
        count(0, 0);
    }

  private:
    void count(size_t dimension, size_t cell) {
        if (dimension == dimensions_.size()) {
            ++cells_[cell];
            return;
        }
        const Dimension &lines = dimensions_[dimension];
        for (const uint32_t line : lines.found()) count(dimension + 1, cell * lines.line_count() + line);
    }

    std::vector<Dimension> &dimensions_;
    std::vector<uint64_t> &cells_;
};

}  // namespace

cx_error *_Nullable cx_cross_counts(
    const cx_database *_Nonnull database, const cx_query *_Nonnull query,
    const cx_counted_slot *_Nonnull slots, const uint32_t *_Nonnull line_counts, size_t dimension_count,
    const cx_line_entry *_Nullable entries, size_t entry_count, cx_bytes bytes,
    cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        const Xapian::Database &reader = *database->reader;
        std::vector<Dimension> dimensions;
        size_t cells = 1;
        for (size_t index = 0; index < dimension_count; ++index) {
            dimensions.emplace_back(slots[index], line_counts[index]);
            cells *= line_counts[index];
        }
        const char *const pool = reinterpret_cast<const char *>(bytes.start);
        for (size_t index = 0; index < entry_count; ++index) {
            const cx_line_entry &entry = entries[index];
            dimensions.at(entry.dimension).add(pool + entry.bytes.offset, entry.bytes.count, entry.line);
        }
        list.numbers.resize(cells);
        CrossCounter counter(dimensions, list.numbers);
        const Xapian::Query wanted = make_query(*query, reader, database->is_remote);
        if (database->is_remote) {
            if (dimension_count == 0 || dimension_count > 2) {
                throw Xapian::UnimplementedError("A remote database is counted in one or two dimensions");
            }
            for_each_match_value(
                reader, wanted, &dimensions.front().slot(), dimension_count == 2 ? &dimensions.back().slot() : nullptr,
                [&](Xapian::docid, const std::string &first, const std::string &second) { counter.add(first, second); });
            return;
        }
        Xapian::Enquire enquire(reader);
        enquire.set_query(wanted);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.add_matchspy(&counter);
        enquire.get_mset(0, 0, reader.get_doccount());
    });
}

cx_error *_Nullable cx_term_counts(
    const cx_database *_Nonnull database, const uint32_t *_Nullable ids, size_t id_count, cx_bytes prefix,
    uint64_t least, cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        const std::string start = to_string(prefix);
        ByteCounter counter;
        for (size_t index = 0; index < id_count; ++index) {
            const auto end = database->reader->termlist_end(ids[index]);
            auto term = database->reader->termlist_begin(ids[index]);
            for (term.skip_to(start); term != end; ++term) {
                const std::string name = *term;
                if (name.compare(0, start.size(), start) != 0) break;
                ++counter[counter.find(name.data(), name.size())].documents;
            }
        }
        list = counter.sorted(least, false);
    });
}
