#include "Inverter.hpp"

#include <algorithm>
#include <iterator>

#include "Failure.hpp"
#include "Keys.hpp"
#include "Packing.hpp"
#include "Positions.hpp"
#include "Prefix.hpp"

namespace glass {

Totals Inverter::write(const std::string &path) {
    RunOutput run(path);
    write_term_lists(run.begin(Section::term_lists));
    write_data(run.begin(Section::data));
    write_lengths(run.begin(Section::lengths));
    write_values(run.begin(Section::values));
    write_metadata(run.begin(Section::metadata));
    sort_postings();
    write_postings(run.begin(Section::postings));
    write_positions(run.begin(Section::positions));
    run.close();
    return std::move(totals);
}

void Inverter::write_term_lists(OutputFile &out) {
    std::string key;
    std::vector<Batch::Value> values;
    for (size_t at = 0; at < batch.documents.size(); ++at) {
        const Batch::Document &document = batch.documents[at];
        const auto number = static_cast<uint32_t>(first_document + at);
        collect_terms(document);
        const uint64_t length = put_term_list(number);
        lengths.push_back(static_cast<uint32_t>(length));
        totals.add_length(length);
        key.clear();
        put_ordered(key, number);
        const bool is_packed = deflater.pack(list);
        ReadyRecord::put(out.buffer, key, is_packed ? deflater.packed() : list, is_packed);
        batch.values(document, values);
        for (const Batch::Value &value : values) {
            totals.add_value(value.slot, value.bytes);
            ValueList &known = value_lists[value.slot];
            if (known.count++ == 0) {
                known.first = number;
            } else {
                put_number(known.items, number - known.last - 1);
            }
            known.last = number;
            put_string(known.items, value.bytes);
        }
        put_slots(out, key, values);
        out.settle();
    }
}

/// Which slots of a document have a value: what lies between each and the one before.
void Inverter::put_slots(OutputFile &out, std::string &key, const std::vector<Batch::Value> &values) {
    if (values.empty()) return;
    list.clear();
    uint32_t next = 0;
    for (const Batch::Value &value : values) {
        put_number(list, value.slot - next);
        next = value.slot + 1;
    }
    key += '\0';
    ReadyRecord::put(out.buffer, key, list, false);
}

/// Brings the terms of a document into the order of their bytes, each once.
void Inverter::collect_terms(const Batch::Document &document) {
    const auto by_bytes = [](const Term &a, const Term &b) {
        return a.prefix != b.prefix ? a.prefix < b.prefix : a.bytes < b.bytes;
    };
    terms.clear();
    for (size_t at = document.first_list; at < document.first_list + document.list_count; ++at) {
        read_terms(batch.lists[at]);
        if (!std::is_sorted(of_list.begin(), of_list.end(), by_bytes)) {
            std::sort(of_list.begin(), of_list.end(), by_bytes);
        }
        before.swap(terms);
        terms.clear();
        std::merge(
            before.begin(), before.end(), of_list.begin(), of_list.end(), std::back_inserter(terms), by_bytes);
    }
    join_equal_terms();
}

void Inverter::read_terms(const Batch::List &list) {
    of_list.clear();
    uint32_t start = 0;
    uint32_t first_position = 0;
    for (size_t at = list.terms; at < list.terms + list.count; ++at) {
        const uint32_t end = batch.ends[at];
        const std::string_view bytes(batch.bytes.data() + list.bytes + start, end - start);
        const uint32_t position_end = batch.position_ends[at];
        of_list.push_back(
            {bytes, prefix_of(bytes), batch.frequencies[at], position_end - first_position,
             batch.positions.data() + list.positions + first_position});
        start = end;
        first_position = position_end;
    }
}

/// Of equal terms one stays, with the sum of their frequencies and all their positions.
void Inverter::join_equal_terms() {
    joined.clear();
    size_t kept = 0;
    for (size_t at = 0; at < terms.size(); ++at) {
        if (kept == 0 || terms[kept - 1].bytes != terms[at].bytes) {
            terms[kept++] = terms[at];
            continue;
        }
        Term &term = terms[kept - 1];
        const Term &other = terms[at];
        term.frequency += other.frequency;
        std::vector<uint32_t> all;
        std::set_union(
            term.positions, term.positions + term.position_count, other.positions,
            other.positions + other.position_count, std::back_inserter(all));
        joined.push_back(std::move(all));
        term.positions = joined.back().data();
        term.position_count = static_cast<uint32_t>(joined.back().size());
    }
    terms.resize(kept);
}

/// Writes the list of the terms at hand into `list`, notes their postings, and returns the document's length.
///
/// Of each term stands there what it has not in common with the one before, which is as good as packed already.
uint64_t Inverter::put_term_list(uint32_t document) {
    list.clear();
    uint64_t length = 0;
    for (const Term &term : terms) length += term.frequency;
    // A document without terms has an empty list.
    if (!terms.empty()) {
        put_number(list, length);
        put_number(list, terms.size());
    }
    std::string_view previous;
    for (const Term &term : terms) {
        const auto shared = static_cast<size_t>(
            std::mismatch(term.bytes.begin(), term.bytes.end(), previous.begin(), previous.end()).first
            - term.bytes.begin());
        // Where both fit into one byte, the frequency and the shared bytes stand there together.
        const uint64_t both = (uint64_t(term.frequency) + 1) * (previous.size() + 1) + shared;
        const bool are_together = !previous.empty() && both < 0x100;
        if (!previous.empty()) list += static_cast<char>(are_together ? both : shared);
        list += static_cast<char>(term.bytes.size() - shared);
        list += term.bytes.substr(shared);
        if (!are_together) put_number(list, term.frequency);
        previous = term.bytes;

        totals.greatest_frequency = std::max<uint64_t>(totals.greatest_frequency, term.frequency);
        postings.push_back({index.number(term.bytes), document, term.frequency, pack_positions(term)});
    }
    return length;
}

uint32_t Inverter::pack_positions(const Term &term) {
    if (term.position_count == 0) return no_positions;
    const size_t place = positions.size();
    if (place >= no_positions) throw Failure(CG_OUT_OF_MEMORY, "A run has too many positions");
    // Its size is known afterwards.
    constexpr uint32_t unknown = 0;
    positions.append(reinterpret_cast<const char *>(&unknown), sizeof unknown);
    put_positions(positions, term.positions, term.position_count);
    const auto size = static_cast<uint32_t>(positions.size() - place - sizeof unknown);
    std::memcpy(&positions[place], &size, sizeof size);
    return static_cast<uint32_t>(place);
}

void Inverter::write_data(OutputFile &out) {
    std::string key;
    for (size_t at = 0; at < batch.documents.size(); ++at) {
        const Batch::Document &document = batch.documents[at];
        const std::string_view data(batch.bytes.data() + document.data, document.data_size);
        // Where a document has none, nothing stands in the table.
        if (data.empty()) continue;
        key.clear();
        put_ordered(key, static_cast<uint32_t>(first_document + at));
        const bool is_packed = deflater.pack(data);
        ReadyRecord::put(out.buffer, key, is_packed ? deflater.packed() : data, is_packed);
        out.settle();
    }
}

void Inverter::write_lengths(OutputFile &out) {
    if (lengths.empty()) return;
    std::string items;
    for (size_t at = 0; at < lengths.size(); ++at) {
        if (at > 0) put_number(items, 0);
        put_number(items, lengths[at]);
    }
    const auto last = static_cast<uint32_t>(first_document + lengths.size() - 1);
    Record{lengths_key, 0, 0, first_document, last, items}.put(out.buffer);
    out.settle();
}

void Inverter::write_values(OutputFile &out) {
    // By the bytes of their keys, as all records.
    std::vector<std::pair<std::string, const ValueList *>> lists;
    for (const auto &[slot, values] : value_lists) lists.emplace_back(values_key(slot), &values);
    std::sort(lists.begin(), lists.end());
    for (const auto &[key, values] : lists) {
        Record{key, 0, 0, values->first, values->last, values->items}.put(out.buffer);
        out.settle();
    }
    value_lists.clear();
}

void Inverter::write_metadata(OutputFile &out) {
    std::vector<const Batch::Entry *> entries;
    entries.reserve(batch.metadata.size());
    for (const Batch::Entry &entry : batch.metadata) entries.push_back(&entry);
    // Those of one key stay as they came.
    std::sort(entries.begin(), entries.end(), [](const auto *a, const auto *b) {
        const int order = a->key.compare(b->key);
        return order != 0 ? order < 0 : a < b;
    });
    for (size_t at = 0; at < entries.size(); ++at) {
        // The last one of a key counts.
        if (at + 1 < entries.size() && entries[at + 1]->key == entries[at]->key) continue;
        Record{entries[at]->key, 0, 0, 0, 0, entries[at]->value}.put(out.buffer);
        out.settle();
    }
}

void Inverter::sort_postings() {
    order = index.sorted();
    std::vector<size_t> next(index.count() + 1, 0);
    for (const Posting &posting : postings) ++next[posting.term];
    starts.reserve(order.size() + 1);
    size_t start = 0;
    for (const uint32_t term : order) {
        starts.push_back(start);
        start += next[term];
        next[term] = starts.back();
    }
    starts.push_back(start);
    std::vector<Posting> sorted(postings.size());
    for (const Posting &posting : postings) sorted[next[posting.term]++] = posting;
    postings = std::move(sorted);
}

void Inverter::write_postings(OutputFile &out) {
    std::string items;
    std::string key;
    for (size_t at = 0; at < order.size(); ++at) {
        items.clear();
        uint64_t occurrences = 0;
        for (size_t place = starts[at]; place < starts[at + 1]; ++place) {
            const Posting &posting = postings[place];
            if (place > starts[at]) put_number(items, posting.document - postings[place - 1].document - 1);
            put_number(items, posting.frequency);
            occurrences += posting.frequency;
        }
        key.clear();
        put_term(key, index.term(order[at]));
        const auto count = static_cast<uint32_t>(starts[at + 1] - starts[at]);
        const uint32_t first = postings[starts[at]].document;
        const uint32_t last = postings[starts[at + 1] - 1].document;
        Record{key, count, occurrences, first, last, items}.put(out.buffer);
        out.settle();
    }
}

void Inverter::write_positions(OutputFile &out) {
    std::string items;
    std::string key;
    for (size_t at = 0; at < order.size(); ++at) {
        items.clear();
        for (size_t place = starts[at]; place < starts[at + 1]; ++place) {
            const Posting &posting = postings[place];
            if (posting.positions == no_positions) continue;
            uint32_t size;
            std::memcpy(&size, &positions[posting.positions], sizeof size);
            put_number(items, posting.document);
            put_string(items, {&positions[posting.positions + sizeof size], size});
        }
        if (items.empty()) continue;
        key.clear();
        put_term(key, index.term(order[at]));
        Record{key, 0, 0, 0, 0, items}.put(out.buffer);
        out.settle();
    }
}

}  // namespace glass
