#include "Scoring.hpp"

#include "Postings.hpp"
#include "Query.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <iterator>
#include <map>

namespace {

/// Takes down in how many documents Xapian takes the word of a query to be.
///
/// For several terms that count as one word that is an estimate that depends on the order in which Xapian joins them.
class FrequencyRecorder final : public Xapian::Weight {
  public:
    explicit FrequencyRecorder(Xapian::doccount &out) : out_(out) {
        need_stat(TERMFREQ);
        need_stat(WDF);
    }

    FrequencyRecorder *_Nonnull clone() const override { return new FrequencyRecorder(out_); }
    double get_sumpart(Xapian::termcount, Xapian::termcount, Xapian::termcount) const override { return 1; }
    double get_maxpart() const override { return 1; }
    double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
    double get_maxextra() const override { return 0; }

  private:
    // A factor of 0 stands for what weighs whatever the terms.
    void init(double factor) override {
        if (factor != 0) out_ = get_termfreq();
    }

    Xapian::doccount &out_;
};

}  // namespace

Scoring::Scoring(
    const cx_query &steps, const cx_database &source, const Bitmap &matches, const uint32_t *_Nullable lengths,
    size_t count, const Parameters &parameters)
    : steps_(steps),
      source_(source),
      database_(*source.reader),
      matches_(matches),
      parameters_(parameters),
      parts_(steps, source),
      norms_(count),
      lengths_(lengths, lengths + count) {
    starts_.reserve(matches.size());
    size_t sum = 0;
    for (const uint64_t word : matches) {
        starts_.push_back(static_cast<uint32_t>(sum));
        sum += static_cast<size_t>(__builtin_popcountll(word));
    }
    if (sum != count) throw Xapian::InvalidArgumentError("There must be a length for each match");
    const double average = database_.get_average_length();
    const double factor = average == 0 ? 0 : 1 / average;
    for (size_t place = 0; place < count; ++place) {
        const double length = std::max(lengths_[place] * factor, parameters.minimum_length);
        norms_[place] = parameters.k1 * (length * parameters.b + (1 - parameters.b));
    }
}

std::optional<std::vector<double>> Scoring::scores() {
    Sums sums(norms_.size(), 0);
    try {
        add(steps_.node_count - 1, 1, matches_, true, sums);
    } catch (const Unknown &) {
        return std::nullopt;
    }
    return sums;
}

void Scoring::add(size_t index, double factor, const Bitmap &documents, bool sure, Sums &sums) {
    const cx_query_node &node = steps_.nodes[index];
    if (factor == 0) return;
    switch (node.kind) {
        // These weigh nothing.
        case CX_QUERY_ALL:
        case CX_QUERY_NOTHING:
        case CX_QUERY_DOCUMENTS:
        case CX_QUERY_VALUE_FROM:
        case CX_QUERY_VALUE_THROUGH:
        case CX_QUERY_VALUE_RANGE: return;
        case CX_QUERY_TERM: add_term(parts_.text(node.bytes), factor, documents, sums); return;
        case CX_QUERY_CONSTANT: add_constant(node.factor * factor, documents, sums); return;
        case CX_QUERY_ANY_TERM: add_any(node, factor, documents, sums); return;
        case CX_QUERY_VALUE_WEIGHTS: add_values(node, factor, documents, sums); return;
        case CX_QUERY_PHRASE:
        case CX_QUERY_NEAR:
        case CX_QUERY_WILDCARD: throw Unknown();
        default: break;
    }
    const std::vector<size_t> parts = parts_.operands(index);
    if (parts.empty()) return;
    switch (node.kind) {
        case CX_QUERY_SCALED: add(parts.front(), factor * node.factor, documents, sure, sums); return;
        case CX_QUERY_SYNONYM: add_synonym(parts, index, factor, documents, sums); return;
        case CX_QUERY_MAXIMUM: add_maximum(parts, factor, documents, sums); return;
        case CX_QUERY_OR:
            for (const size_t part : parts) add(part, factor, documents, sure && parts.size() == 1, sums);
            return;
        default: break;
    }
    // What gives nothing unless the whole matches.
    Bitmap narrowed;
    if (!sure) {
        narrowed = documents;
        parts_.keep(index, narrowed);
    }
    const Bitmap &matched = sure ? documents : narrowed;
    add(parts.front(), factor, matched, true, sums);
    if (node.kind != CX_QUERY_AND && node.kind != CX_QUERY_AND_MAYBE) return;
    for (size_t part = 1; part < parts.size(); ++part) {
        add(parts[part], factor, matched, node.kind == CX_QUERY_AND, sums);
    }
}

void Scoring::add_maximum(
    const std::vector<size_t> &parts, double factor, const Bitmap &documents, Sums &sums) {
    std::vector<size_t> some;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(some), [&](size_t part) { return !is_nothing(part); });
    // One alone is what stands there.
    if (some.size() == 1) return add(some.front(), factor, documents, false, sums);
    Sums greatest(sums.size(), 0);
    for (size_t part : some) {
        // Most parts are terms, each with a share: these need no sums of their own.
        double share = factor;
        while (steps_.nodes[part].kind == CX_QUERY_SCALED && steps_.nodes[part].operands == 1) {
            share *= steps_.nodes[part].factor;
            part = parts_.operands(part).front();
        }
        if (steps_.nodes[part].kind == CX_QUERY_TERM) {
            const std::string term = parts_.text(steps_.nodes[part].bytes);
            const double weight = this->weight(document_frequency(source_, term)) * share;
            for_each_posting(term, documents, [&](size_t place, Xapian::termcount wdf) {
                greatest[place] = std::max(greatest[place], weight * (wdf / (norms_[place] + wdf)));
            });
            continue;
        }
        Sums own(sums.size(), 0);
        add(part, share, documents, false, own);
        for (size_t place = 0; place < own.size(); ++place) greatest[place] = std::max(greatest[place], own[place]);
    }
    for (size_t place = 0; place < sums.size(); ++place) sums[place] += greatest[place];
}

bool Scoring::is_nothing(size_t index) const {
    const cx_query_node &node = steps_.nodes[index];
    if (node.kind == CX_QUERY_NOTHING) return true;
    const auto nothing = [this](size_t part) { return is_nothing(part); };
    const std::vector<size_t> parts = parts_.operands(index);
    switch (node.kind) {
        case CX_QUERY_AND:
        case CX_QUERY_FILTER: return parts.empty() || std::any_of(parts.begin(), parts.end(), nothing);
        case CX_QUERY_OR:
        case CX_QUERY_SYNONYM:
        case CX_QUERY_MAXIMUM: return std::all_of(parts.begin(), parts.end(), nothing);
        case CX_QUERY_AND_NOT:
        case CX_QUERY_AND_MAYBE:
        case CX_QUERY_SCALED: return parts.empty() || is_nothing(parts.front());
        default: return false;
    }
}

double Scoring::weight(Xapian::doccount frequency) const {
    const double all = database_.get_doccount();
    double odds = (all - frequency + 0.5) / (frequency + 0.5);
    // So that a word that most documents have does not weigh less than none.
    if (odds < 2) odds = odds * 0.5 + 1;
    return std::log(odds) * (parameters_.k1 + 1);
}

template <typename Body>
bool Scoring::for_each_kept(const std::string &term, const Bitmap &documents, Body &&body) const {
    using Place = std::vector<PostingTable::Posting>::const_iterator;
    std::vector<std::pair<Place, Place>> lists;
    for (size_t part = 0; part < source_.folders.size(); ++part) {
        PostingTable *const table = source_.postings(part);
        if (table == nullptr) return false;
        const auto *const list = table->kept(term);
        // A list of none is not kept.
        if (list == nullptr && table->documents(term) > 0) return false;
        lists.emplace_back(list == nullptr ? Place() : list->begin(), list == nullptr ? Place() : list->end());
    }
    if (lists.empty()) return false;
    const DealtIDs ids{lists.size()};
    for_each_document(documents, [&](Xapian::docid id) {
        auto &[next, end] = lists[ids.part(id)];
        const Xapian::docid own = ids.own(id);
        const auto is_before = [own](const PostingTable::Posting &posting) { return posting.document < own; };
        std::ptrdiff_t step = 1;
        while (step < end - next && is_before(next[step])) step *= 2;
        next = std::partition_point(next + step / 2, next + std::min(step, end - next), is_before);
        if (next != end && next->document == own) body(place(id), next->frequency);
    });
    return true;
}

template <typename Body>
void Scoring::for_each_posting(const std::string &term, const Bitmap &documents, Body &&body) const {
    const uint64_t wanted = count(documents);
    const Xapian::doccount frequency = document_frequency(source_, term);
    // To look for a place takes as long as to read some dozen.
    if (frequency / 16 > wanted && for_each_kept(term, documents, body)) return;
    if (frequency / skipping_ratio(source_) > wanted) {
        const auto end = database_.postlist_end(term);
        auto posting = database_.postlist_begin(term);
        for_each_document(documents, [&](Xapian::docid id) {
            if (posting != end && *posting < id) posting.skip_to(id);
            if (posting != end && *posting == id) body(place(id), posting.get_wdf());
        });
        return;
    }
    ::for_each_posting(source_, term, [&](Xapian::docid id, Xapian::termcount frequency) {
        if (id / 64 >= documents.size()) throw Xapian::DatabaseCorruptError("A posting lies beyond the last document");
        if (documents[id / 64] >> (id % 64) & 1) body(place(id), frequency);
    });
}

void Scoring::add_term(const std::string &term, double factor, const Bitmap &documents, Sums &sums) const {
    const Xapian::doccount frequency = document_frequency(source_, term);
    if (frequency == 0) return;
    const double weight = this->weight(frequency) * factor;
    for_each_posting(term, documents, [&](size_t place, Xapian::termcount wdf) {
        sums[place] += weight * (wdf / (norms_[place] + wdf));
    });
}

Xapian::doccount Scoring::frequency_of_any(size_t index) const {
    cx_query part = steps_;
    const size_t first = parts_.start(index);
    part.nodes = steps_.nodes + first;
    part.node_count = index + 1 - first;
    Xapian::doccount frequency = 0;
    Xapian::Enquire enquire(database_);
    enquire.set_query(make_query(part, database_));
    enquire.set_weighting_scheme(FrequencyRecorder(frequency));
    enquire.get_mset(0, 0);
    return frequency;
}

void Scoring::add_synonym(
    const std::vector<size_t> &parts, size_t index, double factor, const Bitmap &documents, Sums &sums) const {
    std::vector<std::string> terms;
    for (const size_t part : parts) {
        if (steps_.nodes[part].kind != CX_QUERY_TERM) throw Unknown();
        terms.push_back(parts_.text(steps_.nodes[part].bytes));
    }
    if (terms.size() == 1) return add_term(terms.front(), factor, documents, sums);
    const Xapian::doccount frequency = frequency_of_any(index);
    if (frequency == 0) return;
    const double weight = this->weight(frequency) * factor;
    std::vector<uint32_t> frequencies(sums.size(), 0);
    for (const std::string &term : terms) {
        for_each_posting(term, documents, [&](size_t place, Xapian::termcount wdf) { frequencies[place] += wdf; });
    }
    for (size_t place = 0; place < sums.size(); ++place) {
        // As Xapian has it, the word is not there more often than all words together.
        const double wdf = std::min(frequencies[place], lengths_[place]);
        if (wdf > 0) sums[place] += weight * (wdf / (norms_[place] + wdf));
    }
}

void Scoring::add_any(const cx_query_node &node, double factor, const Bitmap &documents, Sums &sums) const {
    if (node.factor <= 0) return;
    const cx_bytes numbers = query_run(steps_, node.more);
    if (numbers.count != 4 * sizeof(double)) throw malformed_query();
    const double k1 = read_double(numbers.start), b = read_double(numbers.start + 8);
    const double minimum = read_double(numbers.start + 16), average = read_double(numbers.start + 24);
    std::vector<uint32_t> frequencies(sums.size(), 0);
    for (const std::string &term : read_terms(steps_, node.bytes)) {
        for_each_posting(term, documents, [&](size_t place, Xapian::termcount wdf) {
            frequencies[place] = std::max<uint32_t>(frequencies[place], wdf);
        });
    }
    for (size_t place = 0; place < sums.size(); ++place) {
        if (frequencies[place] == 0) continue;
        const double length = std::max(lengths_[place] / average, minimum);
        const double wdf = frequencies[place];
        sums[place] += factor * node.factor * wdf * (k1 + 1) / (wdf + k1 * (1 - b + b * length));
    }
}

void Scoring::add_values(const cx_query_node &node, double factor, const Bitmap &documents, Sums &sums) const {
    std::map<std::string, double> weights;
    const cx_bytes bytes = query_run(steps_, node.bytes);
    for (size_t at = 0; at < bytes.count;) {
        const size_t length = bytes.start[at++];
        if (bytes.count - at < length + sizeof(double)) throw malformed_query();
        weights[to_string({bytes.start + at, length})] = read_double(bytes.start + at + length);
        at += length + sizeof(double);
    }
    const auto end = database_.valuestream_end(node.number);
    auto value = database_.valuestream_begin(node.number);
    for_each_document(documents, [&](Xapian::docid id) {
        if (value != end && value.get_docid() < id) value.skip_to(id);
        if (value == end || value.get_docid() != id) return;
        const auto known = weights.find(*value);
        sums[place(id)] += factor * (known == weights.end() ? node.factor : known->second);
    });
}

void Scoring::add_constant(double weight, const Bitmap &documents, Sums &sums) const {
    for_each_document(documents, [&](Xapian::docid id) { sums[place(id)] += weight; });
}

cx_error *_Nullable cx_scores(
    const cx_database *_Nonnull database, const cx_query *_Nonnull query, const uint64_t *_Nullable matches,
    size_t word_count, const uint32_t *_Nullable lengths, size_t count, const double *_Nonnull parameters,
    cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        const Xapian::Database &reader = *database->reader;
        Bitmap bits(matches, matches + word_count);
        if (database->is_remote) return;
        if (!bits.empty() && (bits.front() & 1) != 0) {
            throw Xapian::InvalidArgumentError("There is no document with the id 0");
        }
        // Room for every document there is, whatever was asked for.
        bits.resize(static_cast<size_t>(reader.get_lastdocid()) / 64 + 1, 0);
        const Scoring::Parameters given{parameters[0], parameters[1], parameters[2]};
        const auto scores = Scoring(*query, *database, bits, lengths, count, given).scores();
        if (!scores) return;
        list.numbers.resize(scores->size());
        static_assert(sizeof(double) == sizeof(uint64_t));
        if (count > 0) std::memcpy(list.numbers.data(), scores->data(), scores->size() * sizeof(double));
    });
}

cx_error *_Nullable cx_document_lengths(
    const cx_database *_Nonnull database, uint32_t first, size_t limit, cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        const Xapian::Database &reader = *database->reader;
        const std::string all;
        const auto end = reader.postlist_end(all);
        auto document = reader.postlist_begin(all);
        if (document != end && first > 1) document.skip_to(first);
        for (; document != end && list.numbers.size() < limit * 2; ++document) {
            list.numbers.push_back(*document);
            list.numbers.push_back(document.get_doclength());
        }
    });
}
