#ifndef SITREP_CXAPIAN_POSTING_TABLE_HPP
#define SITREP_CXAPIAN_POSTING_TABLE_HPP

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

/// Reads posting lists of a database in the format glass from its table, past the library's iterators, which take several
/// calls for each posting.
///
/// The table is read as the library reads it: block by block in the state of one revision, and a block that a writer has
/// used again since is told by the revision in its head. A database in another format or state has no table here, and is
/// read by the library.
class PostingTable {
  public:
    struct Posting {
        Xapian::docid document;
        Xapian::termcount frequency;
    };

    /// The table of a database in a folder.
    ///
    /// - `database`: the same as it is open.
    /// - Returns: null where the folder holds another one, another revision, or none in a format that is known here.
    static std::unique_ptr<PostingTable> open(const std::string &folder, const Xapian::Database &database);

    /// The revision that is read.
    Xapian::rev revision() const { return revision_; }

    ~PostingTable();
    PostingTable(const PostingTable &) = delete;
    PostingTable &operator=(const PostingTable &) = delete;

    /// How many documents have a term.
    size_t documents(const std::string &term);

    /// Calls `body` with the document and the frequency of each posting of a term, in the order of the documents.
    ///
    /// The lists of the last terms are kept, for a search reads those of its terms two or three times. Throws
    /// `Xapian::DatabaseModifiedError` as the library does, and `Xapian::DatabaseCorruptError`. `body` must not ask for another
    /// term.
    template <typename Body>
    void for_each(const std::string &term, Body &&body) {
        const auto kept = kept_.find(term);
        if (kept != kept_.end()) {
            for (const Posting &posting : kept->second) body(posting.document, posting.frequency);
            return;
        }
        Chunks chunks(*this, term);
        std::vector<Posting> list;
        const size_t documents = chunks.documents();
        const bool keeps = documents > 0 && documents <= most_kept;
        if (keeps) list.reserve(documents);
        while (chunks.next()) {
            chunks.for_each([&](Xapian::docid document, Xapian::termcount frequency) {
                if (keeps) {
                    if (list.size() == documents) damaged();
                    list.push_back({document, frequency});
                }
                body(document, frequency);
            });
        }
        if (keeps) keep(term, std::move(list));
    }

  private:
    static constexpr unsigned most_levels = 10;
    /// So many postings are kept, at most: eight bytes each.
    static constexpr size_t most_kept = size_t{1} << 20;
    /// A list takes as much as so many postings besides.
    static constexpr size_t kept_beside = 32;

    /// The bytes of a block, which never change in a revision.
    using Block = std::shared_ptr<const std::vector<uint8_t>>;

    /// The last blocks that were read are kept, each in the place that its number gives: searches begin at the same few.
    static constexpr size_t places = 128;

    /// A place among the entries of the table.
    class Cursor {
      public:
        explicit Cursor(PostingTable &table) : table_(table) {}

        /// Goes to the first entry whose key is not below `key`; false where there is none.
        bool find(const std::string &key);
        /// Goes to the next entry; false at the end.
        bool next();
        const std::string &key() const { return key_; }
        /// The bytes of the entry, whose pieces are put together.
        std::string entry();

      private:
        struct Level {
            Block block;
            /// Where in the block's directory the cursor stands.
            unsigned place = 0;

            const uint8_t *bytes() const { return block->data(); }
            /// Where the directory ends.
            unsigned end() const;
        };

        void load(unsigned level, uint32_t block);
        const uint8_t *item(const Level &level) const;
        bool is_behind(const Level &level) const;
        /// Goes to the next item of a level, and to the first below it.
        bool advance(unsigned level);
        /// Reads the head of the item of the leaf.
        void read();

        PostingTable &table_;
        /// The leaf first.
        Level levels_[most_levels];
        std::string key_;
        /// Of the item of the leaf.
        const uint8_t *start_ = nullptr;
        size_t count_ = 0;
        bool is_first_ = false, is_last_ = false;
        /// The number of the piece, from 1 on.
        unsigned piece_ = 0;
    };

    /// The pieces of a term's list.
    class Chunks {
      public:
        Chunks(PostingTable &table, const std::string &term);

        /// How many documents have the term.
        size_t documents() const { return documents_; }
        /// Goes to the next piece, the first at first; false at the end.
        bool next();

        /// Calls `body` with each posting of the piece.
        template <typename Body>
        void for_each(Body &&body) const {
            const uint8_t *at = start_;
            Xapian::docid document = first_;
            for (;;) {
                body(document, number32(at, end_));
                if (at == end_) break;
                const uint64_t gap = number(at, end_);
                if (gap >= last_ - document) damaged();
                document += static_cast<Xapian::docid>(gap) + 1;
            }
            if (document != last_) damaged();
        }

      private:
        void read_bounds(const uint8_t *at);

        Cursor cursor_;
        std::string key_;
        std::string entry_;
        size_t documents_ = 0;
        bool is_begun_ = false, is_last_ = false, is_empty_ = false;
        Xapian::docid first_ = 0, last_ = 0;
        const uint8_t *start_ = nullptr;
        const uint8_t *end_ = nullptr;
    };

    PostingTable() = default;

    [[noreturn]] static void damaged();
    /// A number of seven bits a byte, the lowest first.
    static uint64_t number(const uint8_t *&at, const uint8_t *end) {
        if (at != end && *at < 0x80) return *at++;
        return long_number(at, end);
    }
    /// A number of 32 bits.
    static uint32_t number32(const uint8_t *&at, const uint8_t *end) {
        const uint64_t result = number(at, end);
        if (result > UINT32_MAX) damaged();
        return static_cast<uint32_t>(result);
    }
    static uint64_t long_number(const uint8_t *&at, const uint8_t *end);
    Block block(uint32_t number);
    void keep(const std::string &term, std::vector<Posting> &&list);

    int file_ = -1;
    Xapian::rev revision_ = 0;
    uint32_t root_ = 0;
    unsigned level_ = 0;
    unsigned block_size_ = 0;
    /// Whether the table has no entries.
    bool is_empty_ = false;
    std::map<std::string, std::vector<Posting>> kept_;
    size_t kept_count_ = 0;
    std::vector<std::pair<uint32_t, Block>> blocks_{places};
};

#endif
