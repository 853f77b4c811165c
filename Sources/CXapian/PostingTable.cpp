#include "PostingTable.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string_view>

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
constexpr unsigned piece_size = 2;
constexpr unsigned packed_flag = 0x80;
constexpr unsigned last_flag = 0x40;
constexpr unsigned first_flag = 0x20;
constexpr unsigned size_mask = 0x1FFF;

unsigned read16(const uint8_t *at) { return static_cast<unsigned>(at[0]) << 8 | at[1]; }
uint32_t read32(const uint8_t *at) { return static_cast<uint32_t>(read16(at)) << 16 | read16(at + 2); }

/// A term as it stands in a key: each NUL is followed by 0xFF, so that no term's key begins another's.
std::string key_of(const std::string &term) {
    std::string key;
    for (const char byte : term) {
        key += byte;
        if (byte == 0) key += '\xFF';
    }
    return key;
}

/// Reads a number from a key, in which the leading one bits of the first byte tell how many bytes it has; 0 for none.
Xapian::docid ordered_number(const std::string &key, size_t at) {
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

}  // namespace

void PostingTable::damaged() { throw Xapian::DatabaseCorruptError("A posting list is damaged"); }

uint64_t PostingTable::long_number(const uint8_t *&at, const uint8_t *end) {
    uint64_t result = 0;
    for (unsigned shift = 0; shift < 63 && at != end; shift += 7) {
        const uint8_t byte = *at++;
        result |= static_cast<uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80) return result;
    }
    damaged();
}

std::unique_ptr<PostingTable> PostingTable::open(const std::string &folder, const Xapian::Database &database) {
    // Before the version file, so that what that says is not of an older table.
    std::unique_ptr<PostingTable> table(new PostingTable());
    table->file_ = ::open((folder + "/postlist.glass").c_str(), O_RDONLY | O_CLOEXEC);
    std::ifstream file(folder + "/iamglass", std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    if (bytes.size() < magic.size() + random_size || bytes.compare(0, magic.size(), magic) != 0) return nullptr;
    const auto *at = reinterpret_cast<const uint8_t *>(bytes.data()) + magic.size() + random_size;
    const auto *end = reinterpret_cast<const uint8_t *>(bytes.data()) + bytes.size();
    try {
        // As the format has it, and as a person writes it.
        std::string name;
        for (size_t index = 0; index < random_size; ++index) {
            static const char digits[] = "0123456789abcdef";
            const auto byte = static_cast<uint8_t>(bytes[magic.size() + index]);
            if (index == 4 || index == 6 || index == 8 || index == 10) name += '-';
            name += digits[byte >> 4];
            name += digits[byte & 15];
        }
        const Xapian::rev revision = database.get_revision();
        if (name != database.get_uuid() || number(at, end) != revision) return nullptr;
        table->revision_ = revision;
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

PostingTable::~PostingTable() {
    if (file_ >= 0) ::close(file_);
}

size_t PostingTable::documents(const std::string &term) {
    const auto kept = kept_.find(term);
    return kept != kept_.end() ? kept->second.size() : Chunks(*this, term).documents();
}

void PostingTable::keep(const std::string &term, std::vector<Posting> &&list) {
    const size_t size = list.size() + kept_beside;
    if (kept_count_ + size > most_kept) {
        kept_.clear();
        kept_count_ = 0;
    }
    kept_count_ += size;
    kept_[term] = std::move(list);
}

// MARK: Blocks

PostingTable::Block PostingTable::block(uint32_t number) {
    auto &kept = blocks_[number % places];
    if (kept.second != nullptr && kept.first == number) return kept.second;
    const size_t size = block_size_;
    auto bytes = std::make_shared<std::vector<uint8_t>>(size);
    for (size_t done = 0; done < size;) {
        const auto offset = static_cast<off_t>(number) * static_cast<off_t>(size) + static_cast<off_t>(done);
        const ssize_t count = ::pread(file_, bytes->data() + done, size - done, offset);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throw Xapian::DatabaseError("The table of postings cannot be read", std::string(), errno);
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

unsigned PostingTable::Cursor::Level::end() const { return read16(bytes() + directory_end_at); }

void PostingTable::Cursor::load(unsigned level, uint32_t block) {
    levels_[level].block = table_.block(block);
    levels_[level].place = directory_start;
    if (levels_[level].bytes()[level_at] != level) damaged();
}

const uint8_t *PostingTable::Cursor::item(const Level &level) const {
    const unsigned at = read16(level.bytes() + level.place);
    // The least item of a leaf is a head alone, that of a branch a block and the length of a key.
    const unsigned least = &level == &levels_[0] ? item_head : 5;
    if (at < directory_start || at + least > level.block->size()) damaged();
    return level.bytes() + at;
}

bool PostingTable::Cursor::is_behind(const Level &level) const {
    return level.place >= level.end();
}

void PostingTable::Cursor::read() {
    const Level &leaf = levels_[0];
    const uint8_t *at = item(leaf);
    const uint8_t *block_end = leaf.bytes() + leaf.block->size();
    const unsigned head = read16(at);
    const size_t size = (head & size_mask) + item_head;
    if (size > static_cast<size_t>(block_end - at)) damaged();
    const uint8_t *end = at + size;
    is_first_ = (at[0] & first_flag) != 0;
    is_last_ = (at[0] & last_flag) != 0;
    // The table of postings is never packed.
    if ((at[0] & packed_flag) != 0) damaged();
    const size_t key_size = at[2];
    const size_t before = item_head + key_size + (is_first_ ? 0 : piece_size);
    if (before > size) damaged();
    key_.assign(reinterpret_cast<const char *>(at) + item_head, key_size);
    piece_ = is_first_ ? 1 : read16(at + item_head + key_size);
    start_ = at + before;
    count_ = static_cast<size_t>(end - start_);
}

bool PostingTable::Cursor::find(const std::string &key) {
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
            const size_t size = at[4];
            if (at + 5 + size + piece_size > branch.bytes() + branch.block->size()) damaged();
            const int order = std::string_view(reinterpret_cast<const char *>(at) + 5, size).compare(key);
            const bool is_above = order > 0 || (order == 0 && read16(at + 5 + size) > 1);
            (is_above ? high : low) = middle;
        }
        branch.place = directory_start + low * place_size;
        block = read32(item(branch));
    }
    load(0, block);
    Level &leaf = levels_[0];
    unsigned low = 0, high = (leaf.end() - directory_start) / place_size;
    while (low < high) {
        const unsigned middle = (low + high) / 2;
        leaf.place = directory_start + middle * place_size;
        read();
        const int order = key_.compare(key);
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    leaf.place = directory_start + low * place_size;
    if (!is_behind(leaf)) {
        read();
        return true;
    }
    leaf.place -= place_size;
    return advance(0);
}

bool PostingTable::Cursor::advance(unsigned level) {
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

bool PostingTable::Cursor::next() { return advance(0); }

std::string PostingTable::Cursor::entry() {
    if (!is_first_) damaged();
    std::string bytes(reinterpret_cast<const char *>(start_), count_);
    const std::string key = key_;
    // The numbers ascend, so that blocks that point at each other come to an end.
    for (unsigned piece = 2; !is_last_; ++piece) {
        if (!advance(0) || piece_ != piece || key_ != key) damaged();
        bytes.append(reinterpret_cast<const char *>(start_), count_);
    }
    return bytes;
}

// MARK: Lists

PostingTable::Chunks::Chunks(PostingTable &table, const std::string &term) : cursor_(table), key_(key_of(term)) {
    // The table has an entry for the empty key, which is none of a term.
    if (term.empty() || table.is_empty_ || !cursor_.find(key_) || cursor_.key() != key_) {
        is_empty_ = true;
        return;
    }
    entry_ = cursor_.entry();
    const auto *at = reinterpret_cast<const uint8_t *>(entry_.data());
    end_ = at + entry_.size();
    documents_ = number32(at, end_);
    number(at, end_);  // how often the term stands in all of them
    const uint64_t before = number(at, end_);
    if (before >= UINT32_MAX) damaged();
    first_ = static_cast<Xapian::docid>(before) + 1;
    read_bounds(at);
}

void PostingTable::Chunks::read_bounds(const uint8_t *at) {
    if (at == end_ || (*at != '0' && *at != '1')) damaged();
    is_last_ = *at++ == '1';
    const uint64_t more = number(at, end_);
    if (more > UINT32_MAX - first_) damaged();
    last_ = first_ + static_cast<Xapian::docid>(more);
    start_ = at;
}

bool PostingTable::Chunks::next() {
    if (is_empty_) return false;
    if (!is_begun_) return is_begun_ = true;
    if (is_last_) return false;
    const Xapian::docid before = last_;
    if (!cursor_.next()) damaged();
    const std::string &key = cursor_.key();
    // The key of the list, what closes it, and the piece's first document.
    const bool is_of_list = key.size() > key_.size() + 1 && key.compare(0, key_.size(), key_) == 0 && key[key_.size()] == 0;
    first_ = is_of_list ? ordered_number(key, key_.size() + 1) : 0;
    if (first_ <= before) damaged();
    entry_ = cursor_.entry();
    const auto *at = reinterpret_cast<const uint8_t *>(entry_.data());
    end_ = at + entry_.size();
    read_bounds(at);
    return true;
}
