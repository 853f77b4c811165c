#include "Support.hpp"

#include <algorithm>
#include <array>

namespace {

/// The longest word that is compared, in letters: a term has no more bytes.
constexpr size_t longest = 256;

/// The letters of a text; a byte that begins no UTF-8 sequence is one for itself.
void decode(const char *start, size_t count, std::vector<uint32_t> &out) {
    out.clear();
    for (size_t at = 0; at < count;) {
        const auto first = static_cast<unsigned char>(start[at]);
        size_t length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (length > count - at) length = 1;
        uint32_t letter = first;
        for (size_t next = 1; next < length; ++next) {
            letter = letter << 8 | static_cast<unsigned char>(start[at + next]);
        }
        out.push_back(letter);
        at += length;
    }
}

/// Counts the edits from one word to others.
class Comparison {
  public:
    Comparison(std::vector<uint32_t> word, uint32_t most) : word_(std::move(word)), most_(most) {}

    /// The edits to `other`, or more than the most of them when there are more.
    uint32_t edits(const std::vector<uint32_t> &other) {
        const size_t columns = word_.size();
        const size_t rows = other.size();
        if ((rows > columns ? rows - columns : columns - rows) > most_ || rows >= longest) return most_ + 1;
        for (size_t column = 0; column <= columns; ++column) row(0)[column] = static_cast<uint32_t>(column);
        for (size_t line = 1; line <= rows; ++line) {
            auto &now = row(line);
            const auto &before = row(line - 1);
            now[0] = static_cast<uint32_t>(line);
            uint32_t least = now[0];
            for (size_t column = 1; column <= columns; ++column) {
                const bool same = other[line - 1] == word_[column - 1];
                uint32_t cost = std::min({before[column] + 1, now[column - 1] + 1, before[column - 1] + !same});
                if (line > 1 && column > 1 && other[line - 1] == word_[column - 2] &&
                    other[line - 2] == word_[column - 1]) {
                    cost = std::min(cost, row(line - 2)[column - 2] + 1);
                }
                now[column] = cost;
                least = std::min(least, cost);
            }
            // A swap reaches two rows back, so that one row may be above the most and the next below it again.
            if (least > most_ + 1) return most_ + 1;
        }
        return std::min(row(rows)[columns], most_ + 1);
    }

  private:
    using Row = std::array<uint32_t, longest + 1>;

    Row &row(size_t line) { return rows_[line % rows_.size()]; }

    const std::vector<uint32_t> word_;
    const uint32_t most_;
    std::array<Row, 3> rows_;
};

struct Found {
    std::string term;
    Xapian::doccount frequency;
    uint32_t edits;
};

}  // namespace

cx_error *_Nullable cx_database_near_terms(
    const cx_database *_Nonnull database, cx_bytes prefix, size_t skipped, cx_bytes word, uint32_t maximum_edits,
    size_t limit, cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        std::vector<uint32_t> wanted;
        const std::string text = to_string(word);
        decode(text.data(), text.size(), wanted);
        if (wanted.size() >= longest) throw Xapian::InvalidArgumentError("The word is too long to find near ones");
        Comparison comparison(std::move(wanted), std::min<uint32_t>(maximum_edits, longest));
        const std::string start = to_string(prefix);
        std::vector<Found> found;
        std::vector<uint32_t> letters;
        const auto end = database->reader->allterms_end(start);
        for (auto next = database->reader->allterms_begin(start); next != end; ++next) {
            const std::string term = *next;
            if (term.size() < skipped) continue;
            decode(term.data() + skipped, term.size() - skipped, letters);
            const uint32_t edits = comparison.edits(letters);
            if (edits <= maximum_edits) found.push_back({term, next.get_termfreq(), edits});
        }
        std::sort(found.begin(), found.end(), [](const Found &a, const Found &b) {
            if (a.edits != b.edits) return a.edits < b.edits;
            return a.frequency != b.frequency ? a.frequency > b.frequency : a.term < b.term;
        });
        for (size_t index = 0; index < found.size() && index < limit; ++index) {
            list.add(found[index].term);
            list.numbers.push_back(found[index].frequency);
            list.numbers.push_back(found[index].edits);
        }
        list.numbers.push_back(found.size());
    });
}
