#ifndef SITREP_CXAPIAN_GLASS_TABLE_HPP
#define SITREP_CXAPIAN_GLASS_TABLE_HPP

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A table of a database in the format glass, read past the library, whose iterators take several calls for each entry.
///
/// It is a B-tree of blocks that is read as the library reads it: block by block in the state of one revision, and a block
/// that a writer has used again since is told by the revision in its head. Its entries must not be packed.
class GlassTable {
  public:
    /// The tables that can be read, by their places in the version file.
    enum class Kind { postings = 0, positions = 3 };

    /// A table of a database in a folder.
    ///
    /// - `database`: the same as it is open.
    /// - Returns: null where the folder holds another one, another revision, or none in a format that is known here.
    static std::unique_ptr<GlassTable> open(const std::string &folder, Kind kind, const Xapian::Database &database);

    ~GlassTable();
    GlassTable(const GlassTable &) = delete;
    GlassTable &operator=(const GlassTable &) = delete;

    /// The revision that is read.
    Xapian::rev revision() const { return revision_; }

    [[noreturn]] static void damaged();

    /// A term as it stands in a key: each NUL is followed by 0xFF, so that no term's key begins another's. A single NUL
    /// closes a term that something follows.
    static std::string key(const std::string &term);
    /// Appends a number to a key, so that keys have the order of the numbers: the leading one bits of the first byte tell
    /// how many bytes it has.
    static void add_ordered(std::string &key, Xapian::docid number);
    /// Reads what `add_ordered` wrote, which is all that follows; 0 where nothing does.
    static Xapian::docid ordered(std::string_view key, size_t at);

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

  private:
    static constexpr unsigned most_levels = 10;
    /// The bytes of a block, which never change in a revision.
    using Block = std::shared_ptr<const std::vector<uint8_t>>;

  public:
    /// A place among the entries of a table.
    class Cursor {
      public:
        explicit Cursor(GlassTable &table) : table_(table) {}

        /// Goes to the first entry whose key is not below `key`; false where there is none.
        bool find(std::string_view key);
        /// The same, where `key` is not below the one that was looked for before: the nearer it is, the sooner.
        bool find_further(std::string_view key);
        /// Goes to the next entry; false at the end.
        bool next() { return advance(0); }
        /// The key, until the cursor goes on.
        std::string_view key() const { return key_; }
        /// The bytes of the entry, whose pieces are put together; the cursor then stands at the last.
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
        bool is_behind(const Level &level) const { return level.place >= level.end(); }
        /// Goes to the next item of a level, and to the first below it.
        bool advance(unsigned level);
        /// How many items the leaf has.
        unsigned leaf_size() const;
        /// Goes to an item of the leaf; true, for what ends with it.
        bool go_to(unsigned item);
        /// The first item of the leaf whose key is not below `key`, or how many there are; all before `low` are below.
        unsigned first_not_below(std::string_view key, unsigned low);
        /// Reads the head of the item of the leaf.
        void read();

        GlassTable &table_;
        /// The leaf first.
        Level levels_[most_levels];
        std::string_view key_;
        /// Of the item of the leaf.
        const uint8_t *start_ = nullptr;
        size_t count_ = 0;
        bool is_first_ = false, is_last_ = false;
        /// The number of the piece, from 1 on.
        unsigned piece_ = 0;
    };

  private:
    /// The last blocks that were read are kept, each in the place that its number gives: searches begin at the same few.
    static constexpr size_t places = 128;

    GlassTable() = default;

    static uint64_t long_number(const uint8_t *&at, const uint8_t *end);
    Block block(uint32_t number);

    int file_ = -1;
    Xapian::rev revision_ = 0;
    uint32_t root_ = 0;
    unsigned level_ = 0;
    unsigned block_size_ = 0;
    /// Whether the table has no entries.
    bool is_empty_ = false;
    std::vector<std::pair<uint32_t, Block>> blocks_{places};
};

#endif
