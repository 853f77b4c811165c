#include "Tables.hpp"

#include "Keys.hpp"
#include "Packing.hpp"

namespace glass {

namespace {

/// A piece of a list ends once it has so many bytes; the library cuts them so, too.
constexpr size_t piece_end = 2000;

/// Cuts a list that comes in parts into pieces.
///
/// - Parameters:
///   - skip: goes past an item.
///   - write: is given each piece: its items, its first and its last document, and whether it ends the list.
template <typename Skip, typename Write>
void cut(const std::vector<Record> &parts, Skip &&skip, Write &&write) {
    std::string items;
    uint32_t first = 0;
    uint32_t last = 0;
    const auto go_on = [&](uint32_t document) {
        if (items.empty()) {
            first = document;
        } else {
            put_number(items, document - last - 1);
        }
    };
    for (const Record &part : parts) {
        if (items.size() + part.bytes.size() <= piece_end) {
            // It is taken as it is.
            go_on(part.first);
            items += part.bytes;
            last = part.last;
            continue;
        }
        Reader reader(part.bytes);
        for (uint32_t document = part.first;; document += static_cast<uint32_t>(reader.number()) + 1) {
            const char *item = reader.place();
            skip(reader);
            if (items.size() >= piece_end) {
                write(items, first, last, false);
                items.clear();
            }
            go_on(document);
            items.append(item, reader.place());
            last = document;
            if (reader.is_at_end()) break;
        }
    }
    write(items, first, last, true);
}

void write_metadata(const Runs &runs, Table &table) {
    RunMerge merge(runs, Section::metadata);
    std::string key;
    while (merge.next()) {
        const Record &record = merge.records().back();
        if (record.bytes.empty()) continue;
        key = metadata_mark;
        key += record.key;
        table.add(key, record.bytes);
    }
}

void write_value_figures(const Totals &totals, Table &table) {
    // By the bytes of their keys.
    std::map<std::string, std::string> entries;
    for (const auto &[slot, values] : totals.values) {
        std::string &entry = entries[value_figures_key(slot)];
        put_number(entry, values.count);
        put_string(entry, values.least);
        // Where both are the same, the greatest one is left out.
        if (values.greatest != values.least) entry += values.greatest;
    }
    for (const auto &[key, entry] : entries) table.add(key, entry);
}

void write_values(const Runs &runs, Table &table) {
    RunMerge merge(runs, Section::values);
    std::string key;
    while (merge.next()) {
        const auto write = [&](const std::string &items, uint32_t first, uint32_t, bool) {
            key = merge.key();
            put_ordered(key, first);
            table.add(key, items);
        };
        cut(merge.records(), [](Reader &reader) { reader.string(); }, write);
    }
}

/// - Parameter mark: what stands between a key and the number of a document in the keys of further pieces.
void write_postings(const Runs &runs, Section section, std::string_view mark, Table &table) {
    RunMerge merge(runs, section);
    std::string key;
    std::string entry;
    while (merge.next()) {
        uint32_t documents = 0;
        uint64_t occurrences = 0;
        for (const Record &part : merge.records()) {
            documents += part.documents;
            occurrences += part.occurrences;
        }
        bool is_first = true;
        const auto write = [&](const std::string &items, uint32_t first, uint32_t last, bool is_last) {
            key = merge.key();
            entry.clear();
            if (is_first) {
                put_number(entry, documents);
                put_number(entry, occurrences);
                put_number(entry, first - 1);
            } else {
                key += mark;
                put_ordered(key, first);
            }
            entry += is_last ? '1' : '0';
            put_number(entry, last - first);
            entry += items;
            table.add(key, entry);
            is_first = false;
        };
        cut(merge.records(), [](Reader &reader) { reader.number(); }, write);
    }
}

}  // namespace

Root write_posting_table(const Runs &runs, const Totals &totals, const std::string &path) {
    Table table(path);
    write_metadata(runs, table);
    write_value_figures(totals, table);
    write_values(runs, table);
    write_postings(runs, Section::lengths, {}, table);
    write_postings(runs, Section::postings, std::string_view("\0", 1), table);
    return table.finish();
}

Root write_position_table(const Runs &runs, const std::string &path) {
    Table table(path);
    RunMerge merge(runs, Section::positions);
    std::string key;
    while (merge.next()) {
        for (const Record &part : merge.records()) {
            for (Reader reader(part.bytes); !reader.is_at_end();) {
                key = merge.key();
                key += '\0';
                put_ordered(key, static_cast<uint32_t>(reader.number()));
                table.add(key, reader.string());
            }
        }
    }
    return table.finish();
}

Root write_document_table(const Runs &runs, Section section, const std::string &path) {
    Table table(path);
    for (const auto &run : runs) {
        for (Reader reader(run->section(section)); !reader.is_at_end();) {
            const ReadyRecord record = ReadyRecord::read(reader);
            table.add(record.key, record.bytes, record.is_packed);
        }
    }
    return table.finish();
}

}  // namespace glass
