#include "VersionFile.hpp"

#include <fstream>
#include <iterator>
#include <random>

#include "Deflater.hpp"
#include "Packing.hpp"

namespace glass {

namespace {

/// What a version file begins with; the last two bytes are the format's version, 2016-03-14, as a number of days.
constexpr std::string_view magic("\x0F\x0DXapian Glass\x04\x6E", 16);
constexpr size_t random_size = 16;

/// - Parameter least_packed: from how many bytes on entries of the table may be deflated; 0 for never.
void put_root(std::string &out, const Root &root, size_t least_packed) {
    const bool is_empty = root.blocks == 0;
    put_number(out, root.block);
    // Two flags below the level: whether all came in order of the keys, and whether the root is no block yet.
    put_number(out, root.level << 2 | 2 | (is_empty ? 1 : 0));
    put_number(out, root.entries);
    put_number(out, Table::block_size >> 11);
    put_number(out, least_packed);
    std::string free_blocks;
    if (!is_empty) {
        put_number(free_blocks, 1);
        put_number(free_blocks, root.blocks);
        // No block was ever given back: where such are listed, there is nothing.
        free_blocks.append(4, '\0');
    }
    put_string(out, free_blocks);
}

}  // namespace

std::string VersionFile::encoded(std::string_view random_name) const {
    std::string out(magic);
    out += random_name;
    put_number(out, revision);
    put_root(out, postings, 0);
    put_root(out, data, Deflater::least_size);
    put_root(out, term_lists, Deflater::least_size);
    put_root(out, positions, 0);
    // The tables of spellings and of synonyms.
    put_root(out, Root(), Deflater::least_size);
    put_root(out, Root(), Deflater::least_size);
    put_number(out, documents);
    // How far the last document's id is above their number.
    put_number(out, ids_before);
    put_number(out, least_length);
    put_number(out, greatest_frequency);
    put_number(out, greatest_length - greatest_frequency);
    // The oldest set of changes that is kept for replication.
    put_number(out, 0);
    put_number(out, all_lengths);
    // How often a word counts in the spellings at most.
    put_number(out, 0);
    return out;
}

std::string VersionFile::encoded() const {
    std::random_device random;
    std::string name;
    for (size_t at = 0; at < random_size; ++at) name += static_cast<char>(random());
    // A random UUID says so in six of its bits (RFC 9562).
    name[6] = static_cast<char>((name[6] & 0x0F) | 0x40);
    name[8] = static_cast<char>((name[8] & 0x3F) | 0x80);
    return encoded(name);
}

bool VersionFile::is_of_empty_database(const std::string &folder) {
    std::ifstream file(folder + "/" + name, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    if (bytes.size() < magic.size() + random_size) return false;
    return bytes == VersionFile().encoded(std::string_view(bytes).substr(magic.size(), random_size));
}

}  // namespace glass
