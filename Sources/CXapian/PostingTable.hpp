#ifndef SITREP_CXAPIAN_POSTING_TABLE_HPP
#define SITREP_CXAPIAN_POSTING_TABLE_HPP

#include "GlassTable.hpp"

#include <map>

/// Reads posting lists of a database in the format glass from its table.
///
/// A database in another format or state has no table here, and is read by the library.
class PostingTable {
  public:
    struct Posting {
        Xapian::docid document;
        Xapian::termcount frequency;
    };

    /// The table of a database in a folder; null as `GlassTable::open`.
    static std::unique_ptr<PostingTable> open(const std::string &folder, const Xapian::Database &database);

    /// The revision that is read.
    Xapian::rev revision() const { return table_->revision(); }

    /// How many documents have a term.
    size_t documents(const std::string &term);

    /// The postings of a term, in the order of the documents, where they are kept, until others are asked for; else null.
    const std::vector<Posting> *kept(const std::string &term) const {
        const auto list = kept_.find(term);
        return list == kept_.end() ? nullptr : &list->second;
    }

    /// Calls `body` with the document and the frequency of each posting of a term, in the order of the documents.
    ///
    /// The lists of the last terms are kept, for a search reads those of its terms two or three times. Throws
    /// `Xapian::DatabaseModifiedError` as the library does, and `Xapian::DatabaseCorruptError`. `body` must not ask for another
    /// term.
    template <typename Body>
    void for_each(const std::string &term, Body &&body) {
        if (const std::vector<Posting> *list = kept(term)) {
            for (const Posting &posting : *list) body(posting.document, posting.frequency);
            return;
        }
        Chunks chunks(*table_, term);
        const size_t documents = chunks.documents();
        if (documents == 0 || documents > most_kept) {
            while (chunks.next()) chunks.for_each(body);
            return;
        }
        std::vector<Posting> list(documents);
        Posting *next = list.data();
        const Posting *const end = next + documents;
        while (chunks.next()) {
            chunks.for_each([&](Xapian::docid document, Xapian::termcount frequency) {
                if (next == end) GlassTable::damaged();
                *next++ = {document, frequency};
                body(document, frequency);
            });
        }
        if (next != end) GlassTable::damaged();
        keep(term, std::move(list));
    }

  private:
    /// So many postings are kept, at most: eight bytes each.
    static constexpr size_t most_kept = size_t{1} << 20;
    /// A list takes as much as so many postings besides.
    static constexpr size_t kept_beside = 32;

    /// The pieces of a term's list.
    class Chunks {
      public:
        Chunks(GlassTable &table, const std::string &term);

        /// How many documents have the term.
        size_t documents() const { return documents_; }
        /// Goes to the next piece, the first at first; false at the end.
        bool next();

        /// Calls `body` with each posting of the piece.
        template <typename Body>
        void for_each(Body &&body) const {
            const uint8_t *at = start_;
            const uint8_t *const end = end_;
            const Xapian::docid last = last_;
            Xapian::docid document = first_;
            Xapian::termcount frequency = GlassTable::number32(at, end);
            for (;;) {
                body(document, frequency);
                uint64_t gap;
                // Most take a byte each.
                if (end - at >= 2 && ((at[0] | at[1]) & 0x80) == 0) {
                    gap = at[0];
                    frequency = at[1];
                    at += 2;
                } else {
                    if (at == end) break;
                    gap = GlassTable::number(at, end);
                    frequency = GlassTable::number32(at, end);
                }
                if (gap >= last - document) GlassTable::damaged();
                document += static_cast<Xapian::docid>(gap) + 1;
            }
            if (document != last_) GlassTable::damaged();
        }

      private:
        void read_bounds(const uint8_t *at);

        GlassTable::Cursor cursor_;
        std::string key_;
        std::string entry_;
        size_t documents_ = 0;
        bool is_begun_ = false, is_last_ = false, is_empty_ = false;
        Xapian::docid first_ = 0, last_ = 0;
        const uint8_t *start_ = nullptr;
        const uint8_t *end_ = nullptr;
    };

    explicit PostingTable(std::unique_ptr<GlassTable> table) : table_(std::move(table)) {}

    void keep(const std::string &term, std::vector<Posting> &&list);

    std::unique_ptr<GlassTable> table_;
    std::map<std::string, std::vector<Posting>> kept_;
    size_t kept_count_ = 0;
};

#endif
