#include "Table.hpp"

#include <algorithm>
#include <cstring>

#include "Failure.hpp"

namespace glass {

namespace {

// The head of a block.
constexpr unsigned revision_at = 0;
constexpr unsigned level_at = 4;
constexpr unsigned most_free_at = 5;
constexpr unsigned all_free_at = 7;
constexpr unsigned directory_end_at = 9;

/// Everything is written in one revision.
constexpr uint32_t revision = 1;

// The head of an item of a leaf: its size with flags, the length of its key.
constexpr unsigned item_head = 3;
constexpr unsigned piece_size = 2;
constexpr uint8_t packed_flag = 0x80;
constexpr uint8_t last_flag = 0x40;
constexpr uint8_t first_flag = 0x20;

/// An entry has fewer pieces than this.
constexpr unsigned most_pieces = 0xFFFF;

void put16(uint8_t *at, unsigned number) {
    at[0] = static_cast<uint8_t>(number >> 8);
    at[1] = static_cast<uint8_t>(number);
}

void put32(uint8_t *at, uint32_t number) {
    put16(at, number >> 16);
    put16(at + 2, number & 0xFFFF);
}

uint8_t *copy(uint8_t *at, std::string_view bytes) {
    if (!bytes.empty()) std::memcpy(at, bytes.data(), bytes.size());
    return at + bytes.size();
}

}  // namespace

void Table::Level::put(const uint8_t *item, size_t size) {
    items_start -= static_cast<unsigned>(size);
    std::memcpy(&block[items_start], item, size);
    put16(&block[directory_end], items_start);
    directory_end += place_size;
}

/// The leaves begin with an empty item, so that every key has one before it.
void Table::begin() {
    levels.push_back(std::make_unique<Level>());
    const uint8_t item[item_head] = {first_flag | last_flag, 0, 0};
    levels[0]->put(item, sizeof item);
}

uint32_t Table::write(size_t number) {
    Level &level = *levels[number];
    uint8_t *block = level.block.data();
    put32(block + revision_at, revision);
    block[level_at] = static_cast<uint8_t>(number);
    put16(block + most_free_at, level.room());
    put16(block + all_free_at, level.room());
    put16(block + directory_end_at, level.directory_end);
    std::memset(block + level.directory_end, 0, level.room());
    file.append({reinterpret_cast<const char *>(block), block_size});
    return root.blocks++;
}

void Table::begin_block(size_t number, std::string_view least, unsigned piece) {
    Level &level = *levels[number];
    level.directory_end = directory_start;
    level.items_start = block_size;
    level.least = least;
    level.least_piece = piece;
    level.is_first = false;
}

/// Makes a block that was written known to the level above.
void Table::enter(size_t number, uint32_t block) {
    if (levels.size() == number + 1) levels.push_back(std::make_unique<Level>());
    const Level &child = *levels[number];
    const std::string least = child.is_first ? std::string() : child.least;
    const unsigned piece = child.is_first ? 0 : child.least_piece;
    uint8_t item[4 + 1 + most_key + piece_size];
    put32(item, block);
    item[4] = static_cast<uint8_t>(least.size());
    uint8_t *end = copy(item + 5, least);
    put16(end, piece);
    const size_t size = static_cast<size_t>(end - item) + piece_size;
    if (levels[number + 1]->room() < size + place_size) {
        enter(number + 1, write(number + 1));
        begin_block(number + 1, least, piece);
    }
    levels[number + 1]->put(item, size);
}

void Table::add_piece(std::string_view key, unsigned piece, bool is_last, bool is_packed, std::string_view bytes) {
    uint8_t item[most_item];
    const size_t head = item_head + key.size() + (piece > 1 ? piece_size : 0);
    const size_t size = head + bytes.size();
    put16(item, static_cast<unsigned>(size) - item_head);
    if (is_packed) item[0] |= packed_flag;
    if (is_last) item[0] |= last_flag;
    if (piece == 1) item[0] |= first_flag;
    item[2] = static_cast<uint8_t>(key.size());
    uint8_t *end = copy(item + item_head, key);
    if (piece > 1) {
        put16(end, piece);
        end += piece_size;
    }
    copy(end, bytes);
    if (levels[0]->room() < size + place_size) {
        enter(0, write(0));
        // The shortest key that is above all before.
        const size_t shared = static_cast<size_t>(
            std::mismatch(key.begin(), key.end(), last_key.begin(), last_key.end()).first - key.begin());
        begin_block(0, key.substr(0, shared + 1), piece);
    }
    levels[0]->put(item, size);
    if (piece == 1) last_key = key;
}

/// The first piece of an entry that has several fills the block that is begun, where that is worth it: not where it
/// would be tiny, nor where it made one piece more.
size_t Table::size_of_first_piece(size_t key, size_t bytes, size_t most_piece) const {
    const size_t most_first = most_piece + piece_size;
    const size_t head = item_head + key + place_size;
    const size_t room = levels[0]->room() % (most_item + place_size);
    if (room <= head) return most_first;
    const size_t fitting = std::min(room - head, most_first);
    const size_t last_piece = (bytes - most_first) % most_piece;
    const bool makes_no_more = last_piece > 0 && most_first - fitting <= most_piece - last_piece;
    return makes_no_more || fitting >= key + 32 ? fitting : most_first;
}

void Table::add(std::string_view key, std::string_view bytes, bool is_packed) {
    if (key.empty() || key.size() > most_key) {
        throw Failure(CG_INVALID_ARGUMENT, "A key of " + std::to_string(key.size()) + " bytes is too long");
    }
    if (levels.empty()) begin();
    if (key <= std::string_view(last_key)) throw Failure(CG_UNKNOWN, "The keys of a table do not ascend");
    ++root.entries;
    const size_t most_piece = most_item - (item_head + piece_size) - key.size();
    if (bytes.size() <= most_piece + piece_size) return add_piece(key, 1, true, is_packed, bytes);
    if (bytes.size() / most_piece >= most_pieces - 2) {
        throw Failure(CG_INVALID_ARGUMENT, "An entry of " + std::to_string(bytes.size()) + " bytes is too large");
    }
    size_t size = size_of_first_piece(key.size(), bytes.size(), most_piece);
    for (unsigned piece = 1; !bytes.empty(); ++piece) {
        add_piece(key, piece, size == bytes.size(), is_packed, bytes.substr(0, size));
        bytes.remove_prefix(size);
        size = std::min(most_piece, bytes.size());
    }
}

Root Table::finish() {
    for (size_t level = 0; level < levels.size(); ++level) {
        root.block = write(level);
        root.level = static_cast<uint32_t>(level);
        if (level + 1 < levels.size()) enter(level, root.block);
    }
    file.close(true);
    return root;
}

}  // namespace glass
