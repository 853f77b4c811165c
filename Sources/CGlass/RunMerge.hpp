#ifndef CGLASS_RUNMERGE_HPP
#define CGLASS_RUNMERGE_HPP

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "RunFile.hpp"

namespace glass {

/// Runs in the order of their documents.
using Runs = std::vector<std::unique_ptr<RunFile>>;

/// Goes through the records of one section of several runs by their keys, those of one key together.
class RunMerge {
public:
    RunMerge(const Runs &runs, Section section);

    /// Goes to the next key; `false` at the end.
    bool next();

    /// The records with the present key, in the order of the runs; never none.
    const std::vector<Record> &records() const { return present; }
    std::string_view key() const { return present.front().key; }

private:
    /// The next record of a run, of which the key was read.
    struct Head {
        uint64_t prefix;
        std::string_view key;
        size_t run;
    };

    static bool comes_later(const Head &a, const Head &b);
    void read_key(size_t run);

    std::vector<Reader> readers;
    /// A heap with the least key on top.
    std::vector<Head> heads;
    std::vector<Record> present;
};

/// Merges runs that follow each other to one, which takes the place of all.
void merge_to_run(const Runs &runs, const std::string &path);

}  // namespace glass

#endif
