#include "MatchingSet.hpp"

#include "Postings.hpp"
#include "Query.hpp"

#include <algorithm>

namespace {

void set(Bitmap &bits, Xapian::docid id) {
    if (id / 64 >= bits.size()) throw Xapian::DatabaseCorruptError("A posting lies beyond the last document");
    bits[id / 64] |= uint64_t{1} << (id % 64);
}

/// Sets the bits of what the matcher finds.
class Marker final : public Xapian::MatchSpy {
  public:
    explicit Marker(Bitmap &bits) : bits_(bits) {}
    void operator()(const Xapian::Document &document, double) override { set(bits_, document.get_docid()); }

  private:
    Bitmap &bits_;
};

/// Sets the bits of all that a query finds, by the matcher.
void add_all(const Xapian::Query &query, const Xapian::Database &database, Bitmap &into) {
    if (database.size() == 0) return;
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    if (database.size() == 1) {
        Marker marker(into);
        enquire.add_matchspy(&marker);
        enquire.get_mset(0, 0, database.get_doccount());
        return;
    }
    // A spy is told the ids within a shard, the matches have those of the whole.
    const Xapian::MSet found = enquire.get_mset(0, database.get_doccount(), database.get_doccount());
    for (auto match = found.begin(); match != found.end(); ++match) set(into, *match);
}

}  // namespace

MatchingSet::MatchingSet(const cx_query &steps, const cx_database &source)
    : steps_(steps),
      source_(source),
      database_(*source.reader),
      words_(static_cast<size_t>(database_.get_lastdocid()) / 64 + 1) {
    std::vector<size_t> stack;
    starts_.reserve(steps.node_count);
    for (size_t index = 0; index < steps.node_count; ++index) {
        const size_t operands = steps.nodes[index].operands;
        if (operands > stack.size()) throw malformed_query();
        starts_.push_back(operands == 0 ? index : stack[stack.size() - operands]);
        stack.resize(stack.size() - operands);
        stack.push_back(starts_.back());
    }
    if (stack.size() != 1) throw malformed_query();
}

Bitmap MatchingSet::find() {
    Bitmap result = empty();
    add(steps_.node_count - 1, result);
    return result;
}

std::vector<size_t> MatchingSet::operands(size_t index) const {
    std::vector<size_t> result(steps_.nodes[index].operands);
    size_t end = index;
    for (size_t place = result.size(); place-- > 0;) {
        if (end == 0) throw malformed_query();
        result[place] = end - 1;
        end = starts_[end - 1];
    }
    return result;
}

std::string MatchingSet::text(cx_range range) const { return to_string(query_run(steps_, range)); }

void MatchingSet::add(size_t index, Bitmap &into) {
    const cx_query_node &node = steps_.nodes[index];
    switch (node.kind) {
        case CX_QUERY_NOTHING: return;
        case CX_QUERY_ALL:
        case CX_QUERY_CONSTANT: {
            const Bitmap &all = present();
            for (size_t word = 0; word < into.size(); ++word) into[word] |= all[word];
            return;
        }
        case CX_QUERY_TERM: add_term(text(node.bytes), into); return;
        case CX_QUERY_OR:
        case CX_QUERY_SYNONYM:
        case CX_QUERY_MAXIMUM:
            for (const size_t part : operands(index)) add(part, into);
            return;
        case CX_QUERY_AND:
        case CX_QUERY_FILTER: {
            const Bitmap found = all_of(operands(index));
            for (size_t word = 0; word < into.size(); ++word) into[word] |= found[word];
            return;
        }
        case CX_QUERY_AND_MAYBE:
        case CX_QUERY_SCALED: {
            const std::vector<size_t> parts = operands(index);
            if (parts.empty()) throw malformed_query();
            add(parts.front(), into);
            return;
        }
        case CX_QUERY_AND_NOT: {
            const std::vector<size_t> parts = operands(index);
            if (parts.empty()) throw malformed_query();
            Bitmap found = empty();
            Bitmap without = empty();
            add(parts.front(), found);
            for (size_t part = 1; part < parts.size(); ++part) add(parts[part], without);
            for (size_t word = 0; word < into.size(); ++word) into[word] |= found[word] & ~without[word];
            return;
        }
        case CX_QUERY_DOCUMENTS: add_documents(node, into); return;
        case CX_QUERY_ANY_TERM:
            for (const std::string &term : read_terms(steps_, node.bytes)) add_term(term, into);
            return;
        case CX_QUERY_PHRASE: {
            std::optional<Phrase> phrase = this->phrase(index);
            if (!phrase) return add_matched(index, into);
            Bitmap found = all_of(operands(index));
            keep_phrase(*phrase, found);
            for (size_t word = 0; word < into.size(); ++word) into[word] |= found[word];
            return;
        }
        case CX_QUERY_NEAR:
        case CX_QUERY_WILDCARD:
        case CX_QUERY_VALUE_FROM:
        case CX_QUERY_VALUE_THROUGH:
        case CX_QUERY_VALUE_RANGE:
        case CX_QUERY_VALUE_WEIGHTS: add_matched(index, into); return;
    }
    throw malformed_query();
}

void MatchingSet::keep(size_t index, Bitmap &from) {
    const cx_query_node &node = steps_.nodes[index];
    switch (node.kind) {
        case CX_QUERY_ALL:
        case CX_QUERY_CONSTANT: return;
        case CX_QUERY_TERM: keep_term(text(node.bytes), from); return;
        case CX_QUERY_AND:
        case CX_QUERY_FILTER:
            for (const size_t part : operands(index)) keep(part, from);
            if (node.operands == 0) std::fill(from.begin(), from.end(), 0);
            return;
        case CX_QUERY_PHRASE:
            if (std::optional<Phrase> phrase = this->phrase(index)) {
                for (const size_t part : rarest_first(operands(index))) keep(part, from);
                return keep_phrase(*phrase, from);
            }
            break;
        default: break;
    }
    Bitmap found = empty();
    add(index, found);
    for (size_t word = 0; word < from.size(); ++word) from[word] &= found[word];
}

std::vector<size_t> MatchingSet::rarest_first(const std::vector<size_t> &parts) const {
    std::vector<std::pair<Xapian::doccount, size_t>> order;
    for (const size_t part : parts) order.emplace_back(most(part), part);
    std::sort(order.begin(), order.end());
    std::vector<size_t> result;
    for (const auto &[frequency, part] : order) result.push_back(part);
    return result;
}

Bitmap MatchingSet::all_of(std::vector<size_t> parts) {
    Bitmap result = empty();
    if (parts.empty()) return result;
    // So that the others need not be read whole.
    parts = rarest_first(parts);
    add(parts.front(), result);
    for (size_t place = 1; place < parts.size(); ++place) keep(parts[place], result);
    return result;
}

Xapian::doccount MatchingSet::most(size_t index) const {
    const cx_query_node &node = steps_.nodes[index];
    const Xapian::doccount all = database_.get_doccount();
    switch (node.kind) {
        case CX_QUERY_NOTHING: return 0;
        case CX_QUERY_TERM: return document_frequency(source_, text(node.bytes));
        case CX_QUERY_DOCUMENTS: return static_cast<Xapian::doccount>(std::min<size_t>(node.id_count, all));
        case CX_QUERY_OR:
        case CX_QUERY_SYNONYM:
        case CX_QUERY_MAXIMUM: {
            uint64_t sum = 0;
            for (const size_t part : operands(index)) sum += most(part);
            return static_cast<Xapian::doccount>(std::min<uint64_t>(sum, all));
        }
        case CX_QUERY_AND:
        case CX_QUERY_FILTER:
        case CX_QUERY_PHRASE: {
            Xapian::doccount least = all;
            for (const size_t part : operands(index)) least = std::min(least, most(part));
            return least;
        }
        case CX_QUERY_AND_NOT:
        case CX_QUERY_AND_MAYBE:
        case CX_QUERY_SCALED: return node.operands == 0 ? 0 : most(operands(index).front());
        // What the matcher is asked for comes last: it reads everything, whatever is left.
        default: return all;
    }
}

void MatchingSet::add_term(const std::string &term, Bitmap &into) const {
    // To Xapian the empty term is every document.
    if (term.empty()) throw Xapian::InvalidArgumentError("A term in a query must not be empty");
    for_each_posting(source_, term, [&](Xapian::docid id, Xapian::termcount) { set(into, id); });
}

void MatchingSet::keep_term(const std::string &term, Bitmap &from) const {
    if (term.empty()) throw Xapian::InvalidArgumentError("A term in a query must not be empty");
    const uint64_t left = count(from);
    if (left == 0) return;
    if (document_frequency(source_, term) < left * skipping_ratio(source_)) {
        Bitmap found = empty();
        add_term(term, found);
        for (size_t word = 0; word < from.size(); ++word) from[word] &= found[word];
        return;
    }
    const auto end = database_.postlist_end(term);
    auto posting = database_.postlist_begin(term);
    for_each_document(from, [&](Xapian::docid id) {
        if (posting != end && *posting < id) posting.skip_to(id);
        if (posting == end || *posting != id) from[id / 64] &= ~(uint64_t{1} << (id % 64));
    });
}

void MatchingSet::add_documents(const cx_query_node &node, Bitmap &into) {
    if (node.first_id > steps_.id_count || node.id_count > steps_.id_count - node.first_id) throw malformed_query();
    const Bitmap &all = present();
    for (size_t index = 0; index < node.id_count; ++index) {
        const uint32_t id = steps_.ids[node.first_id + index];
        if (id / 64 < all.size()) into[id / 64] |= all[id / 64] & (uint64_t{1} << (id % 64));
    }
}

std::optional<Phrase> MatchingSet::phrase(size_t index) const {
    const cx_query_node &node = steps_.nodes[index];
    // To Xapian a phrase of one word is that word, one in a database without positions all its words, and a window of 0 one
    // as wide as the words.
    const bool is_exact = node.number == 0 || node.number == node.operands;
    if (node.operands < 2 || !is_exact || !database_.has_positions()) return std::nullopt;
    const std::vector<size_t> words = operands(index);
    Phrase::Places places;
    // The rarest says the most of whether the phrase can be there.
    for (const size_t word : rarest_first(words)) {
        const auto offset = std::find(words.begin(), words.end(), word) - words.begin();
        Phrase::Place &place = places.emplace_back(Phrase::Place{static_cast<size_t>(offset), {}});
        const bool is_any = steps_.nodes[word].kind == CX_QUERY_OR;
        for (const size_t part : is_any ? operands(word) : std::vector<size_t>{word}) {
            if (steps_.nodes[part].kind != CX_QUERY_TERM) return std::nullopt;
            place.terms.push_back(text(steps_.nodes[part].bytes));
        }
    }
    return Phrase::open(source_, places);
}

void MatchingSet::keep_phrase(Phrase &phrase, Bitmap &from) {
    for_each_document(from, [&](Xapian::docid id) {
        if (!phrase.is_in(id)) from[id / 64] &= ~(uint64_t{1} << (id % 64));
    });
}

void MatchingSet::add_matched(size_t index, Bitmap &into) const {
    cx_query part = steps_;
    part.nodes = steps_.nodes + starts_[index];
    part.node_count = index + 1 - starts_[index];
    add_all(make_query(part, database_), database_, into);
}

const Bitmap &MatchingSet::present() {
    if (!present_.empty()) return present_;
    present_ = empty();
    const Xapian::docid last = database_.get_lastdocid();
    if (database_.get_doccount() == last) {
        // None was ever deleted.
        std::fill(present_.begin(), present_.end(), ~uint64_t{0});
        present_.front() &= ~uint64_t{1};
        if (last % 64 != 63) present_.back() &= (uint64_t{1} << (last % 64 + 1)) - 1;
        return present_;
    }
    const auto end = database_.postlist_end(std::string());
    for (auto posting = database_.postlist_begin(std::string()); posting != end; ++posting) set(present_, *posting);
    return present_;
}

cx_error *_Nullable cx_matching_set(
    const cx_database *_Nonnull database, const cx_query *_Nonnull query,
    cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        const Xapian::Database &reader = *database->reader;
        if (!database->is_remote) {
            list.numbers = MatchingSet(*query, *database).find();
            return;
        }
        // A server gives no posting lists that it is worth to read.
        list.numbers.assign(static_cast<size_t>(reader.get_lastdocid()) / 64 + 1, 0);
        add_all(make_query(*query, reader, true), reader, list.numbers);
    });
}
