#include "Postings.hpp"

#include <algorithm>
#include <map>

cx_error *_Nullable cx_database_documents_with_term(
    const cx_database *_Nonnull database, cx_bytes term, cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        const std::string name = to_string(term);
        // A table that is damaged may say anything.
        list.numbers.reserve(std::min(document_frequency(*database, name), database->reader->get_doccount()));
        for_each_posting(*database, name, [&](Xapian::docid id, Xapian::termcount) { list.numbers.push_back(id); });
        if (!database->shards.empty()) std::sort(list.numbers.begin(), list.numbers.end());
    });
}

cx_error *_Nullable cx_database_terms(
    const cx_database *_Nonnull database, cx_bytes prefix, cx_bytes first, size_t limit,
    cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        const std::string start = to_string(prefix);
        const auto end = database->reader->allterms_end(start);
        auto term = database->reader->allterms_begin(start);
        if (first.count > 0 && term != end) term.skip_to(to_string(first));
        for (; term != end && list.ends.size() < limit; ++term) {
            list.add(*term);
            list.numbers.push_back(term.get_termfreq());
        }
    });
}

cx_error *_Nullable cx_database_metadata_entries(
    const cx_database *_Nonnull database, cx_bytes prefix, cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        const std::string start = to_string(prefix);
        const auto add_all = [&](const Xapian::Database &shard, auto &&add) {
            const auto end = shard.metadata_keys_end(start);
            for (auto key = shard.metadata_keys_begin(start); key != end; ++key) add(*key, shard.get_metadata(*key));
        };
        if (database->shards.empty()) {
            add_all(*database->reader, [&](const std::string &key, const std::string &value) {
                list.add(key);
                list.add(value);
            });
            return;
        }
        // Of a key in several shards the value of the first counts, as for one key.
        std::map<std::string, std::string> entries;
        for (const Xapian::Database &shard : database->shards) {
            add_all(shard, [&](const std::string &key, const std::string &value) { entries.emplace(key, value); });
        }
        for (const auto &[key, value] : entries) {
            list.add(key);
            list.add(value);
        }
    });
}

cx_error *_Nullable cx_database_values(
    const cx_database *_Nonnull database, uint32_t slot, uint32_t from, size_t limit,
    cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        const size_t count = std::min<size_t>(database->reader->get_value_freq(slot), limit);
        list.numbers.reserve(count);
        list.ends.reserve(count);
        const auto end = database->reader->valuestream_end(slot);
        auto value = database->reader->valuestream_begin(slot);
        if (value != end) value.skip_to(from);
        for (; value != end && list.ends.size() < limit; ++value) {
            list.add(*value);
            list.numbers.push_back(value.get_docid());
        }
    });
}

cx_error *_Nullable cx_database_document_terms(
    const cx_database *_Nonnull database, uint32_t document, bool with_positions,
    cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        const auto end = database->reader->termlist_end(document);
        for (auto term = database->reader->termlist_begin(document); term != end; ++term) {
            list.add(*term);
            list.numbers.push_back(term.get_wdf());
            const size_t count_index = list.numbers.size();
            list.numbers.push_back(0);
            if (!with_positions) continue;
            for (auto position = term.positionlist_begin(); position != term.positionlist_end(); ++position) {
                list.numbers.push_back(*position);
            }
            list.numbers[count_index] = list.numbers.size() - count_index - 1;
        }
    });
}

cx_error *_Nullable cx_database_positions(
    const cx_database *_Nonnull database, uint32_t document, cx_bytes term,
    cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        const std::string name = to_string(term);
        const auto end = database->reader->positionlist_end(document, name);
        for (auto position = database->reader->positionlist_begin(document, name); position != end; ++position) {
            list.numbers.push_back(*position);
        }
    });
}

cx_error *_Nullable cx_database_frequencies(
    const cx_database *_Nonnull database, cx_bytes term, const uint32_t *_Nullable ids, size_t count,
    cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        const std::string name = to_string(term);
        list.numbers.assign(count, 0);
        const auto end = database->reader->postlist_end(name);
        auto posting = database->reader->postlist_begin(name);
        for (size_t index = 0; index < count && posting != end; ++index) {
            posting.skip_to(ids[index]);
            if (posting != end && *posting == ids[index]) list.numbers[index] = posting.get_wdf();
        }
    });
}
