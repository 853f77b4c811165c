#include "FacetCounts.hpp"
#include "MatchingSet.hpp"
#include "Query.hpp"

#include <algorithm>

namespace {

void set_weighting(Xapian::Enquire &enquire, const cx_search_options &options) {
    const double *p = options.parameters;
    switch (options.weighting) {
        case CX_WEIGHT_BM25:
            enquire.set_weighting_scheme(Xapian::BM25Weight(p[0], p[1], p[2], p[3], p[4]));
            break;
        case CX_WEIGHT_BOOLEAN: enquire.set_weighting_scheme(Xapian::BoolWeight()); break;
        case CX_WEIGHT_COORDINATION: enquire.set_weighting_scheme(Xapian::CoordWeight()); break;
        case CX_WEIGHT_TF_IDF: enquire.set_weighting_scheme(Xapian::TfIdfWeight()); break;
    }
}

void set_order(Xapian::Enquire &enquire, const cx_search_options &options) {
    switch (options.order) {
        case CX_ORDER_RELEVANCE: enquire.set_sort_by_relevance(); break;
        case CX_ORDER_RELEVANCE_THEN_VALUE:
            enquire.set_sort_by_relevance_then_value(options.order_slot, options.descending);
            break;
        case CX_ORDER_VALUE: enquire.set_sort_by_value(options.order_slot, options.descending); break;
        case CX_ORDER_VALUE_THEN_RELEVANCE:
            enquire.set_sort_by_value_then_relevance(options.order_slot, options.descending);
            break;
    }
}

void add_matches(cx_result &result, const Xapian::MSet &found, const cx_search_options &options) {
    const bool reads_documents = options.fetches_data || options.value_slot_count > 0;
    // One request for all documents helps with remote databases. Up to Xapian 1.4.22 at least, `fetch` takes ranks for
    // indices and reads beyond the items of a result that does not begin at the first match.
    if (reads_documents && found.get_firstitem() == 0) found.fetch();
    result.matches.reserve(found.size());
    for (auto match = found.begin(); match != found.end(); ++match) {
        const double weight = match.get_weight();
        result.matches.push_back(
            {*match, match.get_collapse_count(), weight, found.convert_to_percent(weight)});
        if (!reads_documents) continue;
        const Xapian::Document document = match.get_document();
        if (options.fetches_data) result.strings.add(document.get_data());
        for (size_t index = 0; index < options.value_slot_count; ++index) {
            result.strings.add(document.get_value(options.value_slots[index]));
        }
    }
}

}  // namespace

cx_result_view cx_result_read(const cx_result *_Nonnull result) noexcept {
    return {result->estimated, result->lower_bound, result->upper_bound, result->matches.data(),
            result->matches.size(), &result->strings, result->counts.size()};
}

const cx_list *_Nonnull cx_result_counts(const cx_result *_Nonnull result, size_t index) noexcept {
    return &result->counts[index];
}

uint64_t cx_result_counted_documents(const cx_result *_Nonnull result, size_t index) noexcept {
    return result->counted_documents[index];
}

void cx_result_free(cx_result *_Nullable result) noexcept {
    delete result;
}

cx_error *_Nullable cx_search(
    const cx_database *_Nonnull database, const cx_query *_Nonnull query,
    const cx_search_options *_Nonnull options, cx_result *_Nullable *_Nonnull out) noexcept {
    return guarded([&] {
        const Xapian::Database &reader = *database->reader;
        auto result = std::make_unique<cx_result>();
        std::vector<std::unique_ptr<SlotCounter>> counters;
        Bitmap matching;
        bool has_matching = false, has_spy = false;
        Xapian::Enquire enquire(reader);
        const Xapian::Query wanted = make_query(*query, reader, database->is_remote);
        enquire.set_query(wanted);
        set_weighting(enquire, *options);
        set_order(enquire, *options);
        if (options->minimum_percent > 0) enquire.set_cutoff(options->minimum_percent);
        if (options->collapses && !database->owners.empty()) {
            throw Xapian::UnimplementedError("Groups that are apart cannot be collapsed");
        }
        if (options->collapses) enquire.set_collapse_key(options->collapse_slot, options->collapse_maximum);
        for (size_t index = 0; index < options->counted_slot_count; ++index) {
            counters.push_back(std::make_unique<SlotCounter>(options->counted_slots[index]));
            if (database->is_remote && counters.back()->needs_each_match()) {
                counters.back()->count_each_match(*database, wanted);
            } else if (!database->owners.empty() && counters.back()->needs_each_match()) {
                // A spy is not told where a document comes from.
                if (!has_matching) matching = MatchingSet(*query, *database).find();
                has_matching = true;
                counters.back()->count_documents(*database, matching);
            } else {
                enquire.add_matchspy(counters.back().get());
                has_spy = true;
            }
        }
        if (has_matching && !has_spy && options->limit == 0 && options->minimum_percent == 0) {
            // All that the matcher could add is how many matches there are.
            uint32_t total = 0;
            for (const uint64_t word : matching) total += static_cast<uint32_t>(__builtin_popcountll(word));
            result->estimated = result->lower_bound = result->upper_bound = total;
        } else {
            // A spy sees only what the matcher looks at.
            const bool checks_all = !counters.empty() || options->check_at_least == UINT32_MAX;
            const Xapian::doccount all = reader.get_doccount();
            const Xapian::MSet found = enquire.get_mset(
                options->offset, std::min(options->limit, all), checks_all ? all : options->check_at_least);
            result->estimated = found.get_matches_estimated();
            result->lower_bound = found.get_matches_lower_bound();
            result->upper_bound = found.get_matches_upper_bound();
            add_matches(*result, found, *options);
        }
        for (const auto &counter : counters) {
            result->counts.push_back(counter->sorted());
            result->counted_documents.push_back(counter->documents());
        }
        *out = result.release();
    });
}

cx_error *_Nullable cx_matching_documents(
    const cx_database *_Nonnull database, const cx_query *_Nonnull query,
    cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        const Xapian::Database &reader = *database->reader;
        if (!database->is_remote) {
            const Bitmap found = MatchingSet(*query, *database).find();
            for (size_t word = 0; word < found.size(); ++word) {
                for (uint64_t bits = found[word]; bits != 0; bits &= bits - 1) {
                    list.numbers.push_back(word * 64 + static_cast<uint64_t>(__builtin_ctzll(bits)));
                }
            }
            return;
        }
        const Xapian::doccount all = reader.get_doccount();
        Xapian::Enquire enquire(reader);
        enquire.set_query(make_query(*query, reader, true));
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        const Xapian::MSet found = enquire.get_mset(0, all, all);
        list.numbers.reserve(found.size());
        for (auto match = found.begin(); match != found.end(); ++match) list.numbers.push_back(*match);
        std::sort(list.numbers.begin(), list.numbers.end());
    });
}

cx_error *_Nullable cx_matching_terms(
    const cx_database *_Nonnull database, const cx_query *_Nonnull query, uint32_t document,
    cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        Xapian::Enquire enquire(*database->reader);
        enquire.set_query(make_query(*query, *database->reader, database->is_remote));
        const auto end = enquire.get_matching_terms_end(document);
        for (auto term = enquire.get_matching_terms_begin(document); term != end; ++term) list.add(*term);
    });
}
