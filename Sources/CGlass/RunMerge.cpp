#include "RunMerge.hpp"

#include <algorithm>

#include "Prefix.hpp"

namespace glass {

RunMerge::RunMerge(const Runs &runs, Section section) {
    readers.reserve(runs.size());
    for (const auto &run : runs) readers.emplace_back(run->section(section));
    for (size_t run = 0; run < readers.size(); ++run) read_key(run);
}

bool RunMerge::comes_later(const Head &a, const Head &b) {
    if (a.prefix != b.prefix) return a.prefix > b.prefix;
    const int order = a.key.compare(b.key);
    return order != 0 ? order > 0 : a.run > b.run;
}

void RunMerge::read_key(size_t run) {
    if (readers[run].is_at_end()) return;
    const std::string_view key = readers[run].string();
    heads.push_back({prefix_of(key), key, run});
    std::push_heap(heads.begin(), heads.end(), comes_later);
}

bool RunMerge::next() {
    present.clear();
    while (!heads.empty() && (present.empty() || heads.front().key == key())) {
        const Head head = heads.front();
        std::pop_heap(heads.begin(), heads.end(), comes_later);
        heads.pop_back();
        Record record;
        record.key = head.key;
        record.read_rest(readers[head.run]);
        present.push_back(record);
        read_key(head.run);
    }
    return !present.empty();
}

namespace {

/// The records of documents stand in the order of documents, so those of a run follow those of the one before.
void join_ready(const Runs &runs, Section section, OutputFile &out) {
    for (const auto &run : runs) out.append(run->section(section));
}

/// Joins lists: between two of them stands how many documents lie between. The values of a slot may be most of an index, so
/// they are never in memory as one.
void join_lists(const Runs &runs, Section section, OutputFile &out) {
    RunMerge merge(runs, section);
    while (merge.next()) {
        const auto &parts = merge.records();
        Record joined = parts.front();
        size_t size = joined.bytes.size();
        for (auto part = parts.begin() + 1; part != parts.end(); ++part) {
            size += size_of_number(part->first - joined.last - 1) + part->bytes.size();
            joined.documents += part->documents;
            joined.occurrences += part->occurrences;
            joined.last = part->last;
        }
        joined.put_head(out.buffer, size);
        out.append(parts.front().bytes);
        for (auto part = parts.begin() + 1; part != parts.end(); ++part) {
            put_number(out.buffer, part->first - (part - 1)->last - 1);
            out.append(part->bytes);
        }
    }
}

/// Of metadata the last record counts; also one that takes the entry away is kept, as an earlier run may have it.
void join_metadata(const Runs &runs, OutputFile &out) {
    RunMerge merge(runs, Section::metadata);
    while (merge.next()) {
        merge.records().back().put(out.buffer);
        out.settle();
    }
}

/// Positions carry the number of their document, and follow each other.
void join_positions(const Runs &runs, OutputFile &out) {
    RunMerge merge(runs, Section::positions);
    while (merge.next()) {
        size_t size = 0;
        for (const Record &part : merge.records()) size += part.bytes.size();
        merge.records().front().put_head(out.buffer, size);
        for (const Record &part : merge.records()) out.append(part.bytes);
    }
}

}  // namespace

void merge_to_run(const Runs &runs, const std::string &path) {
    RunOutput out(path);
    join_ready(runs, Section::term_lists, out.begin(Section::term_lists));
    join_ready(runs, Section::data, out.begin(Section::data));
    join_lists(runs, Section::lengths, out.begin(Section::lengths));
    join_lists(runs, Section::values, out.begin(Section::values));
    join_metadata(runs, out.begin(Section::metadata));
    join_lists(runs, Section::postings, out.begin(Section::postings));
    join_positions(runs, out.begin(Section::positions));
    out.close();
}

}  // namespace glass
