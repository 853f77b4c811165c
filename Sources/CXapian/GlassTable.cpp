#include "GlassTable.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>

// The format is that of Xapian 1.4: B-trees of blocks, whose items stand in the order of a directory at the head.

namespace {

/// What the version file begins with; the last two bytes are the format's version.
const std::string magic("\x0F\x0DXapian Glass\x04\x6E", 16);
constexpr size_t random_size = 16;

constexpr unsigned level_at = 4;
constexpr unsigned directory_end_at = 9;
constexpr unsigned directory_start = 11;
constexpr unsigned place_size = 2;
constexpr unsigned item_head = 3;
constexpr unsigned branch_head = 5;
constexpr unsigned piece_size = 2;
constexpr unsigned packed_flag = 0x80;
constexpr unsigned last_flag = 0x40;
constexpr unsigned first_flag = 0x20;
constexpr unsigned size_mask = 0x1FFF;

unsigned read16(const uint8_t *at) { return static_cast<unsigned>(at[0]) << 8 | at[1]; }
uint32_t read32(const uint8_t *at) { return static_cast<uint32_t>(read16(at)) << 16 | read16(at + 2); }

std::string_view bytes_at(const uint8_t *start, size_t size) { return {reinterpret_cast<const char *>(start), size}; }

/// The name of a database as a person writes it.
std::string hexadecimal(std::string_view random) {
    static const char digits[] = "0123456789abcdef";
    std::string name;
    for (size_t index = 0; index < random.size(); ++index) {
        const auto byte = static_cast<uint8_t>(random[index]);
        if (index == 4 || index == 6 || index == 8 || index == 10) name += '-';
        name += digits[byte >> 4];
        name += digits[byte & 15];
    }
    return name;
}

}  // namespace

void GlassTable::damaged() { throw Xapian::DatabaseCorruptError("A table of the database is damaged"); }

uint64_t GlassTable::long_number(const uint8_t *&at, const uint8_t *end) {
    uint64_t result = 0;
    for (unsigned shift = 0; shift < 63 && at != end; shift += 7) {
        const uint8_t byte = *at++;
        result |= static_cast<uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80) return result;
    }
    damaged();
}

std::string GlassTable::key(const std::string &term) {
    std::string key;
    for (const char byte : term) {
        key += byte;
        if (byte == 0) key += '\xFF';
    }
    return key;
}

void GlassTable::add_ordered(std::string &key, Xapian::docid number) {
    if (number < 0x8000) {
        key += static_cast<char>(number >> 8);
        key += static_cast<char>(number);
        return;
    }
    // 3 bytes have 22 bits of the number, 4 have 29, and 5 have all.
    const unsigned length = number < 1U << 22 ? 3 : number < 1U << 29 ? 4 : 5;
    const unsigned mark = 0xFF & ~((1U << (10 - length)) - 1);
    key += static_cast<char>(mark | (length == 5 ? 0 : number >> (8 * (length - 1))));
    for (unsigned shift = 8 * (length - 1); shift > 0;) {
        shift -= 8;
        key += static_cast<char>(number >> shift);
    }
}

Xapian::docid GlassTable::ordered(std::string_view key, size_t at) {
    if (at + 2 > key.size()) return 0;
    const auto byte = [&](size_t index) { return static_cast<uint8_t>(key[index]); };
    const unsigned first = byte(at);
    if (first < 0x80) return at + 2 == key.size() ? first << 8 | byte(at + 1) : 0;
    unsigned length = 3;
    for (unsigned bit = 0x40; length < 6 && (first & bit) != 0; bit >>= 1) ++length;
    if (length > 5 || at + length != key.size()) return 0;
    uint64_t number = length == 5 ? 0 : first & ((1U << (9 - length)) - 1);
    for (size_t index = at + 1; index < key.size(); ++index) number = number << 8 | byte(index);
    return number <= UINT32_MAX ? static_cast<Xapian::docid>(number) : 0;
}

std::unique_ptr<GlassTable> GlassTable::open(
    const std::string &folder, Kind kind, const Xapian::Database &database) {
    std::unique_ptr<GlassTable> table(new GlassTable());
    const char *const name = kind == Kind::postings ? "/postlist.glass" : "/position.glass";
    // Before the version file, so that what that says is not of an older table.
    table->file_ = ::open((folder + name).c_str(), O_RDONLY | O_CLOEXEC);
    std::ifstream file(folder + "/iamglass", std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    if (bytes.size() < magic.size() + random_size || bytes.compare(0, magic.size(), magic) != 0) return nullptr;
    const auto *at = reinterpret_cast<const uint8_t *>(bytes.data()) + magic.size() + random_size;
    const auto *end = reinterpret_cast<const uint8_t *>(bytes.data()) + bytes.size();
    try {
        const Xapian::rev revision = database.get_revision();
        const std::string random = bytes.substr(magic.size(), random_size);
        if (hexadecimal(random) != database.get_uuid() || number(at, end) != revision) return nullptr;
        table->revision_ = revision;
        for (auto before = static_cast<int>(kind); before > 0; --before) {
            for (int field = 0; field < 5; ++field) number(at, end);
            const uint64_t free_list = number(at, end);
            if (free_list > static_cast<uint64_t>(end - at)) return nullptr;
            at += free_list;
        }
        const uint64_t root = number(at, end), level = number(at, end);
        number(at, end);  // how many entries there are
        const uint64_t block_size = number(at, end) << 11;
        const uint64_t least_packed = number(at, end);
        // The root is no block of the file yet, which may not be there either.
        table->is_empty_ = (level & 1) != 0;
        if (table->file_ < 0 && !table->is_empty_) return nullptr;
        const bool is_known = (level >> 2) < most_levels && root <= UINT32_MAX && block_size >= 2048 &&
                              block_size <= 65536 && least_packed == 0;
        if (!is_known) return nullptr;
        table->root_ = static_cast<uint32_t>(root);
        table->level_ = static_cast<unsigned>(level >> 2);
        table->block_size_ = static_cast<unsigned>(block_size);
        return table;
    } catch (const Xapian::Error &) {
        // Whatever it is, the library may read it.
        return nullptr;
    }
}

GlassTable::~GlassTable() {
    if (file_ >= 0) ::close(file_);
}

GlassTable::Block GlassTable::block(uint32_t number) {
    auto &kept = blocks_[number % places];
    if (kept.second != nullptr && kept.first == number) return kept.second;
    const size_t size = block_size_;
    auto bytes = std::make_shared<std::vector<uint8_t>>(size);
    for (size_t done = 0; done < size;) {
        const auto offset = static_cast<off_t>(number) * static_cast<off_t>(size) + static_cast<off_t>(done);
        const ssize_t count = ::pread(file_, bytes->data() + done, size - done, offset);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw Xapian::DatabaseError("A table of the database cannot be read", std::string(), errno);
        if (count == 0) damaged();
        done += static_cast<size_t>(count);
    }
    // A writer may use the block again while it is read, from its head on.
    uint8_t head[4];
    const auto start = static_cast<off_t>(number) * static_cast<off_t>(size);
    const bool is_there = ::pread(file_, head, sizeof head, start) == sizeof head;
    // What it held is gone.
    if (read32(bytes->data()) > revision_ || !is_there || read32(head) > revision_) {
        throw Xapian::DatabaseModifiedError(
            "The revision being read has been discarded - you should call Xapian::Database::reopen() and retry");
    }
    const unsigned end = read16(bytes->data() + directory_end_at);
    if (end <= directory_start || end > size || (end - directory_start) % place_size != 0) damaged();
    kept = {number, bytes};
    return bytes;
}

// MARK: Cursor

unsigned GlassTable::Cursor::Level::end() const { return read16(bytes() + directory_end_at); }

void GlassTable::Cursor::load(unsigned level, uint32_t block) {
    levels_[level].block = table_.block(block);
    levels_[level].place = directory_start;
    if (levels_[level].bytes()[level_at] != level) damaged();
}

const uint8_t *GlassTable::Cursor::item(const Level &level) const {
    const unsigned at = read16(level.bytes() + level.place);
    // The least item of a leaf is a head alone, that of a branch a block and the length of a key.
    const unsigned least = &level == &levels_[0] ? item_head : branch_head;
    if (at < directory_start || at + least > level.block->size()) damaged();
    return level.bytes() + at;
}

void GlassTable::Cursor::read() {
    const Level &leaf = levels_[0];
    const uint8_t *at = item(leaf);
    const uint8_t *block_end = leaf.bytes() + leaf.block->size();
    const unsigned head = read16(at);
    const size_t size = (head & size_mask) + item_head;
    if (size > static_cast<size_t>(block_end - at)) damaged();
    const uint8_t *end = at + size;
    is_first_ = (at[0] & first_flag) != 0;
    is_last_ = (at[0] & last_flag) != 0;
    // What is read here is in tables that are never packed.
    if ((at[0] & packed_flag) != 0) damaged();
    const size_t key_size = at[2];
    const size_t before = item_head + key_size + (is_first_ ? 0 : piece_size);
    if (before > size) damaged();
    key_ = bytes_at(at + item_head, key_size);
    piece_ = is_first_ ? 1 : read16(at + item_head + key_size);
    start_ = at + before;
    count_ = static_cast<size_t>(end - start_);
}

bool GlassTable::Cursor::find(std::string_view key) {
    if (table_.is_empty_) return false;
    uint32_t block = table_.root_;
    for (unsigned level = table_.level_; level > 0; --level) {
        load(level, block);
        Level &branch = levels_[level];
        // The last item that is not above the first piece of the key.
        unsigned low = 0, high = (branch.end() - directory_start) / place_size;
        while (high - low > 1) {
            const unsigned middle = (low + high) / 2;
            branch.place = directory_start + middle * place_size;
            const uint8_t *at = item(branch);
            const size_t size = at[branch_head - 1];
            if (at + branch_head + size + piece_size > branch.bytes() + branch.block->size()) damaged();
            const int order = bytes_at(at + branch_head, size).compare(key);
            const bool is_above = order > 0 || (order == 0 && read16(at + branch_head + size) > 1);
            (is_above ? high : low) = middle;
        }
        branch.place = directory_start + low * place_size;
        block = read32(item(branch));
    }
    load(0, block);
    const unsigned found = first_not_below(key, 0);
    if (found < leaf_size()) return go_to(found);
    go_to(found - 1);
    return advance(0);
}

bool GlassTable::Cursor::find_further(std::string_view key) {
    const Level &leaf = levels_[0];
    if (leaf.block == nullptr) return find(key);
    const unsigned found = first_not_below(key, std::min((leaf.place - directory_start) / place_size, leaf_size()));
    return found < leaf_size() ? go_to(found) : find(key);
}

unsigned GlassTable::Cursor::leaf_size() const { return (levels_[0].end() - directory_start) / place_size; }

bool GlassTable::Cursor::go_to(unsigned item) {
    levels_[0].place = directory_start + item * place_size;
    read();
    return true;
}

unsigned GlassTable::Cursor::first_not_below(std::string_view key, unsigned low) {
    const auto is_below = [&](unsigned item) {
        go_to(item);
        return key_.compare(key) < 0;
    };
    // In steps that double, then between the last two (J. Bentley and A. Yao, 1976).
    const unsigned size = leaf_size();
    unsigned high = low;
    for (unsigned step = 1; high < size && is_below(high); step *= 2) {
        low = high + 1;
        high = std::min(size, high + step);
    }
    while (low < high) {
        const unsigned middle = (low + high) / 2;
        if (is_below(middle)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

bool GlassTable::Cursor::advance(unsigned level) {
    if (level > table_.level_) return false;
    Level &here = levels_[level];
    here.place += place_size;
    if (is_behind(here)) {
        if (!advance(level + 1)) return false;
        load(level, read32(item(levels_[level + 1])));
    }
    if (level == 0) read();
    return true;
}

std::string GlassTable::Cursor::entry() {
    if (!is_first_) damaged();
    std::string bytes(bytes_at(start_, count_));
    if (is_last_) return bytes;
    const std::string key(key_);
    // The numbers ascend, so that blocks that point at each other come to an end.
    for (unsigned piece = 2; !is_last_; ++piece) {
        if (!advance(0) || piece_ != piece || key_ != key) damaged();
        bytes.append(bytes_at(start_, count_));
    }
    return bytes;
}
