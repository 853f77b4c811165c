#include "Writer.hpp"

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <limits>

#include "Failure.hpp"
#include "Inverter.hpp"
#include "Tables.hpp"
#include "VersionFile.hpp"

namespace glass {

namespace {

constexpr const char *posting_table = "postlist.glass";
constexpr const char *data_table = "docdata.glass";
constexpr const char *term_list_table = "termlist.glass";
constexpr const char *position_table = "position.glass";

/// Inverting a run of so many bytes takes some 20 MB more; larger ones are no faster.
cg_options with_standards(cg_options options) {
    if (options.run_bytes == 0) options.run_bytes = 8 << 20;
    if (options.run_documents == 0) options.run_documents = 10'000;
    if (options.threads == 0) options.threads = 1;
    // Each takes a mapping and a page or two, but no open file.
    if (options.fan_in < 2) options.fan_in = 512;
    if (options.first_document == 0) options.first_document = 1;
    return options;
}

void remove_file(const std::string &path) { ::unlink(path.c_str()); }

void remove_folder(const std::string &path) {
    if (DIR *entries = ::opendir(path.c_str())) {
        while (const dirent *entry = ::readdir(entries)) remove_file(path + "/" + entry->d_name);
        ::closedir(entries);
    }
    ::rmdir(path.c_str());
}

}  // namespace

Writer::Writer(std::string folder, const cg_options &options)
    : folder(std::move(folder)), options(with_standards(options)) {
    if (::mkdir(this->folder.c_str(), 0777) != 0) fail_with_errno("Cannot make the folder " + this->folder);
}

Writer::~Writer() {
    // A thread that is still writing must not find its folder gone.
    for (auto &run : under_way) run.wait();
    if (state != State::finished) remove_folder(folder);
}

/// After any failure but a refusal of what was given, what is on the disk is not whole.
template <typename Body>
void Writer::while_open(Body &&body) {
    if (state != State::open) throw Failure(CG_INVALID_STATE, "The database has failed or is finished");
    try {
        body();
    } catch (const Failure &failure) {
        if (failure.code != CG_INVALID_ARGUMENT) state = State::failed;
        throw;
    } catch (...) {
        state = State::failed;
        throw;
    }
}

uint32_t Writer::add(const cg_document &document) {
    while_open([&] {
        if (documents > std::numeric_limits<uint32_t>::max() - options.first_document) {
            throw Failure(CG_INVALID_ARGUMENT, "A database holds no more documents than 32 bits can number");
        }
        end_run_if_full();
        batch.add(document);
        ++documents;
    });
    return options.first_document + (documents - 1);
}

void Writer::set_metadata(std::string_view key, std::string_view value) {
    while_open([&] {
        end_run_if_full();
        batch.add(key, value);
    });
}

void Writer::end_run_if_full() {
    if (batch.size() >= options.run_bytes || batch.documents.size() >= options.run_documents) end_run();
}

std::string Writer::new_run() { return path("run-" + std::to_string(++run_count)); }

void Writer::end_run() {
    if (batch.is_empty()) return;
    // Bounds the memory: whoever adds waits for the slowest.
    while (under_way.size() >= options.threads) wait_for_one();
    runs.push_back(new_run());
    const auto first = static_cast<uint32_t>(options.first_document + documents - batch.documents.size());
    under_way.push_back(std::async(
        std::launch::async, [batch = std::move(batch), first, path = runs.back()] {
            return Inverter(batch, first).write(path);
        }));
    batch = Batch();
}

void Writer::wait_for_one() {
    auto run = std::move(under_way.front());
    under_way.pop_front();
    totals.add(run.get());
}

Runs Writer::open_runs(size_t first, size_t count) const {
    Runs opened;
    for (size_t at = first; at < first + count; ++at) opened.push_back(std::make_unique<RunFile>(runs[at]));
    return opened;
}

/// Merges neighbours until there are few enough runs to be merged at once.
void Writer::merge_in_tiers() {
    while (runs.size() > options.fan_in) {
        std::vector<std::string> merged;
        for (size_t at = 0; at < runs.size(); at += options.fan_in) {
            const size_t count = std::min<size_t>(options.fan_in, runs.size() - at);
            merged.push_back(new_run());
            merge_to_run(open_runs(at, count), merged.back());
            for (size_t gone = at; gone < at + count; ++gone) remove_file(runs[gone]);
        }
        runs = std::move(merged);
    }
}

void Writer::write_database() {
    const Runs opened = open_runs(0, runs.size());
    VersionFile version;
    version.revision = 1;
    // The table of postings takes about as long as the others together.
    auto postings = std::async(std::launch::async, [&] {
        return write_posting_table(opened, totals, path(posting_table));
    });
    version.term_lists = write_document_table(opened, Section::term_lists, path(term_list_table));
    version.data = write_document_table(opened, Section::data, path(data_table));
    version.positions = write_position_table(opened, path(position_table));
    version.postings = postings.get();
    // The library makes these two only where they have something.
    if (version.data.blocks == 0) remove_file(path(data_table));
    if (version.positions.blocks == 0) remove_file(path(position_table));

    version.documents = totals.documents;
    version.ids_before = totals.documents == 0 ? 0 : options.first_document - 1;
    version.least_length = totals.least_length;
    version.greatest_length = totals.greatest_length;
    version.all_lengths = totals.all_lengths;
    version.greatest_frequency = totals.greatest_frequency;
    for (const std::string &run : runs) remove_file(run);
    const std::string name = path(VersionFile::name);
    OutputFile file(name + ".new");
    file.append(version.encoded());
    file.close(true);
    if (::rename((name + ".new").c_str(), name.c_str()) != 0) fail_with_errno("Cannot name " + name);
    sync_folder(folder);
}

void Writer::finish() {
    while_open([&] {
        end_run();
        while (!under_way.empty()) wait_for_one();
        merge_in_tiers();
        write_database();
        state = State::finished;
    });
}

}  // namespace glass
