#ifndef CGLASS_WRITER_HPP
#define CGLASS_WRITER_HPP

#include <deque>
#include <future>
#include <string>
#include <string_view>
#include <vector>

#include "Batch.hpp"
#include "RunMerge.hpp"
#include "Totals.hpp"
#include "cglass.h"

namespace glass {

/// Collects documents to runs, has each inverted on a thread of its own, and merges them to a database.
class Writer {
public:
    Writer(std::string folder, const cg_options &options);
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    uint32_t add(const cg_document &document);
    void set_metadata(std::string_view key, std::string_view value);
    void finish();

private:
    enum class State { open, failed, finished };

    template <typename Body>
    void while_open(Body &&body);
    void end_run_if_full();
    void end_run();
    void wait_for_one();
    std::string new_run();
    void merge_in_tiers();
    void write_database();
    Runs open_runs(size_t first, size_t count) const;
    std::string path(std::string_view name) const { return folder + "/" + std::string(name); }

    const std::string folder;
    const cg_options options;
    State state = State::open;
    Batch batch;
    uint32_t documents = 0;
    /// The runs that are being inverted, the oldest first.
    std::deque<std::future<Totals>> under_way;
    /// The files of the runs, in the order of their documents.
    std::vector<std::string> runs;
    unsigned run_count = 0;
    Totals totals;
};

}  // namespace glass

#endif
