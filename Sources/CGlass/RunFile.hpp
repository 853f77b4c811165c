#ifndef CGLASS_RUNFILE_HPP
#define CGLASS_RUNFILE_HPP

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "OutputFile.hpp"
#include "Packing.hpp"

namespace glass {

/// The parts of the file of a run, in their order there. Each is a sequence of records that begin with their key.
enum class Section : unsigned {
    /// By document: what it has in the table of term lists, and in that of data. Keys are those of the tables.
    term_lists,
    data,
    /// The lengths of the documents, as one list.
    lengths,
    /// The lists of values by slot, and those of postings by term.
    values,
    metadata,
    postings,
    /// By term: each document's number with its positions.
    positions,
};

constexpr size_t section_count = 7;

/// A record of an entry of a table that is ready.
struct ReadyRecord {
    std::string_view key;
    std::string_view bytes;
    bool is_packed;

    static void put(std::string &out, std::string_view key, std::string_view bytes, bool is_packed);
    static ReadyRecord read(Reader &reader);
};

/// A record of another section: bytes that belong to a key. Metadata and positions have no numbers.
struct Record {
    std::string_view key;
    // For lists: how many documents, how often in all, the first document and the last one.
    uint32_t documents = 0;
    uint64_t occurrences = 0;
    uint32_t first = 0;
    uint32_t last = 0;
    /// For lists: an item for the first document; then for each further one how many lie between, and an item.
    std::string_view bytes;

    /// Writes all but the bytes, of which `size` follow.
    void put_head(std::string &out, size_t size) const;
    void put(std::string &out) const;
    /// Reads what follows the key.
    void read_rest(Reader &reader);
};

/// The file of a run while it is written.
class RunOutput {
public:
    explicit RunOutput(const std::string &path) : file(path) {}

    /// Begins a section; they follow each other, and each is begun.
    OutputFile &begin(Section section);
    void close();

private:
    OutputFile file;
    std::array<uint64_t, section_count> starts{};
};

/// The file of a run, mapped.
class RunFile {
public:
    explicit RunFile(const std::string &path);
    ~RunFile();
    RunFile(const RunFile &) = delete;
    RunFile &operator=(const RunFile &) = delete;

    std::string_view section(Section section) const;

private:
    char *start = nullptr;
    size_t size = 0;
    std::array<uint64_t, section_count + 1> bounds{};
};

}  // namespace glass

#endif
