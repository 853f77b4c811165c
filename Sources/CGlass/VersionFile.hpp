#ifndef CGLASS_VERSIONFILE_HPP
#define CGLASS_VERSIONFILE_HPP

#include <cstdint>
#include <string>
#include <string_view>

#include "Table.hpp"

namespace glass {

/// The small file that makes a folder a database: the format, a random name, the roots of the tables, and figures over
/// all documents that the ranking works with.
struct VersionFile {
    static constexpr const char *name = "iamglass";

    uint32_t revision = 0;
    Root postings, data, term_lists, positions;
    uint32_t documents = 0;
    /// How many ids there are before that of the first document.
    uint32_t ids_before = 0;
    /// The least length of a document that has one, and the greatest.
    uint64_t least_length = 0;
    uint64_t greatest_length = 0;
    uint64_t all_lengths = 0;
    /// How often a term counts in a document at most.
    uint64_t greatest_frequency = 0;

    /// The bytes with a new random name.
    std::string encoded() const;

    /// Whether the file in `folder` is that of an empty database that nothing was written to yet, whatever its random
    /// name.
    static bool is_of_empty_database(const std::string &folder);

private:
    std::string encoded(std::string_view random_name) const;
};

}  // namespace glass

#endif
