#ifndef CGLASS_TABLE_HPP
#define CGLASS_TABLE_HPP

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "OutputFile.hpp"

namespace glass {

/// What the version file says of a table.
struct Root {
    /// The block that the search for a key begins in.
    uint32_t block = 0;
    /// How many levels lie below it.
    uint32_t level = 0;
    uint64_t entries = 0;
    /// How many blocks the table has; 0 for a table without entries, whose root is no block of a file.
    uint32_t blocks = 0;
};

/// A B-tree that is written from the leaves up, its entries coming in ascending order of their keys.
///
/// Each block is full before the next is begun, and written once. A block has a head, then a directory with the place
/// of each item, in order; the items fill it from its end. Items of leaves are (key, number of the piece, bytes), for a
/// large entry is cut into pieces, so that four items fit into any block; those of the levels above are (block, least
/// key in it), the key cut to what tells it from the one before.
class Table {
public:
    static constexpr unsigned block_size = 8192;
    /// The most bytes of a key.
    static constexpr size_t most_key = 255;

    explicit Table(std::string path) : file(std::move(path)) {}

    /// Adds an entry.
    ///
    /// - Parameter is_packed: whether `bytes` were deflated; the reader inflates them again.
    void add(std::string_view key, std::string_view bytes, bool is_packed = false);

    /// Writes what is left and brings it to the disk.
    Root finish();

private:
    /// The block of a level that is being filled.
    struct Level {
        std::vector<uint8_t> block = std::vector<uint8_t>(block_size);
        unsigned directory_end = directory_start;
        unsigned items_start = block_size;
        /// The least key that may stand in the block, and the piece of its entry.
        std::string least;
        unsigned least_piece = 0;
        /// Whether it is the first block of its level: nothing stands before it, so its least key is the empty one.
        bool is_first = true;

        unsigned room() const { return items_start - directory_end; }
        void put(const uint8_t *item, size_t size);
    };

    static constexpr unsigned directory_start = 11;
    static constexpr unsigned place_size = 2;
    static constexpr unsigned items_at_least = 4;
    static constexpr unsigned most_item =
        (block_size - directory_start - items_at_least * place_size) / items_at_least;

    void begin();
    void add_piece(std::string_view key, unsigned piece, bool is_last, bool is_packed, std::string_view bytes);
    uint32_t write(size_t level);
    void begin_block(size_t level, std::string_view least, unsigned piece);
    void enter(size_t level, uint32_t block);
    size_t size_of_first_piece(size_t key, size_t bytes, size_t most_piece) const;

    OutputFile file;
    std::vector<std::unique_ptr<Level>> levels;
    std::string last_key;
    Root root;
};

}  // namespace glass

#endif
