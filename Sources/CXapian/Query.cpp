#include "Query.hpp"

#include "AnyTerm.hpp"
#include "DocumentSet.hpp"

#include <cmath>
#include <cstring>
#include <iterator>

Xapian::InvalidArgumentError malformed_query() {
    return Xapian::InvalidArgumentError("The steps of the query do not fit together");
}

cx_bytes query_run(const cx_query &steps, cx_range range) {
    if (range.offset > steps.bytes.count || range.count > steps.bytes.count - range.offset) throw malformed_query();
    return {steps.bytes.start + range.offset, range.count};
}

std::vector<std::string> read_terms(const cx_query &steps, cx_range range) {
    const cx_bytes bytes = query_run(steps, range);
    std::vector<std::string> terms;
    for (size_t at = 0; at < bytes.count;) {
        const size_t length = bytes.start[at++];
        // To Xapian the empty term is every document.
        if (length == 0 || bytes.count - at < length) throw malformed_query();
        terms.push_back(to_string({bytes.start + at, length}));
        at += length;
    }
    return terms;
}

double read_double(const uint8_t *_Nonnull number) {
    uint64_t bits = 0;
    for (size_t index = sizeof bits; index-- > 0;) bits = bits << 8 | number[index];
    double result = 0;
    static_assert(sizeof result == sizeof bits);
    std::memcpy(&result, &bits, sizeof result);
    return result;
}

namespace {

/// Builds a query from its steps, with the results so far on a stack of its own instead of the thread's.
class Builder {
  public:
    Builder(const cx_query &steps, const Xapian::Database &database, bool is_remote)
        : steps_(steps), database_(database), is_remote_(is_remote) {}

    Xapian::Query build() {
        for (size_t index = 0; index < steps_.node_count; ++index) {
            const cx_query_node &node = steps_.nodes[index];
            if (node.operands > stack_.size()) throw malformed_query();
            const auto first = stack_.end() - static_cast<std::ptrdiff_t>(node.operands);
            Xapian::Query query = make(node, index, first, stack_.end());
            stack_.erase(first, stack_.end());
            stack_.push_back(std::move(query));
        }
        if (stack_.size() != 1) throw malformed_query();
        return stack_.back();
    }

  private:
    using Iterator = std::vector<Xapian::Query>::iterator;

    cx_bytes run(cx_range range) const { return query_run(steps_, range); }

    Xapian::Query make(const cx_query_node &node, size_t index, Iterator first, Iterator last) const {
        using Xapian::Query;
        switch (node.kind) {
            // `Query::MatchAll` is shared by all threads and counts its references with a plain integer.
            case CX_QUERY_ALL: return Query(std::string());
            case CX_QUERY_NOTHING: return Query();
            case CX_QUERY_TERM: {
                const std::string term = to_string(run(node.bytes));
                // To Xapian the empty term is every document.
                if (term.empty()) throw Xapian::InvalidArgumentError("A term in a query must not be empty");
                // The position keeps the terms in order for `cx_matching_terms`.
                return Query(term, 1, static_cast<Xapian::termpos>(index + 1));
            }
            case CX_QUERY_AND: return Query(Query::OP_AND, first, last);
            case CX_QUERY_OR: return Query(Query::OP_OR, first, last);
            case CX_QUERY_AND_NOT: return Query(Query::OP_AND_NOT, first, last);
            case CX_QUERY_FILTER: return Query(Query::OP_FILTER, first, last);
            case CX_QUERY_AND_MAYBE: return Query(Query::OP_AND_MAYBE, first, last);
            case CX_QUERY_SYNONYM: return Query(Query::OP_SYNONYM, first, last);
            // Not `OP_MAX`: once all its parts have ended, Xapian up to 1.4.22 at least reads freed memory
            // (`MaxPostList::recalc_maxweight`), finds what does not match, or crashes, servers as well.
            case CX_QUERY_MAXIMUM: return Query(Query::OP_OR, first, last);
            case CX_QUERY_PHRASE: return Query(Query::OP_PHRASE, first, last, node.number);
            case CX_QUERY_NEAR: return Query(Query::OP_NEAR, first, last, node.number);
            case CX_QUERY_SCALED:
                if (std::distance(first, last) != 1) throw malformed_query();
                return Query(node.factor, *first);
            case CX_QUERY_WILDCARD: return Query(Query::OP_WILDCARD, to_string(run(node.bytes)), node.number);
            case CX_QUERY_VALUE_FROM: return Query(Query::OP_VALUE_GE, node.number, to_string(run(node.bytes)));
            case CX_QUERY_VALUE_THROUGH: return Query(Query::OP_VALUE_LE, node.number, to_string(run(node.bytes)));
            case CX_QUERY_VALUE_RANGE:
                return Query(
                    Query::OP_VALUE_RANGE, node.number, to_string(run(node.bytes)), to_string(run(node.more)));
            case CX_QUERY_DOCUMENTS: {
                if (is_remote_) throw Xapian::UnimplementedError("A server cannot be asked for documents by their ids");
                if (node.first_id > steps_.id_count || node.id_count > steps_.id_count - node.first_id) {
                    throw malformed_query();
                }
                const uint32_t *ids = steps_.ids + node.first_id;
                auto wanted = std::make_shared<const std::vector<Xapian::docid>>(ids, ids + node.id_count);
                // `release` gives the source to the query, which counts its references.
                return Query((new DocumentSet(std::move(wanted), database_))->release());
            }
            case CX_QUERY_CONSTANT: return Query((new Xapian::FixedWeightPostingSource(node.factor))->release());
            case CX_QUERY_VALUE_WEIGHTS: {
                auto source = std::make_unique<Xapian::ValueMapPostingSource>(node.number);
                source->set_default_weight(node.factor);
                read_weights(run(node.bytes), *source);
                return Query(source.release()->release());
            }
            case CX_QUERY_ANY_TERM: {
                auto terms = std::make_shared<const std::vector<std::string>>(read_terms(steps_, node.bytes));
                AnyTerm::Weighting weighting;
                if (node.factor > 0) {
                    const cx_bytes numbers = run(node.more);
                    if (numbers.count != 4 * sizeof(double)) throw malformed_query();
                    weighting = {
                        node.factor, read_double(numbers.start), read_double(numbers.start + 8),
                        read_double(numbers.start + 16), read_double(numbers.start + 24)};
                }
                if (is_remote_) return any_of(*terms, weighting.weight);
                return Query((new AnyTerm(std::move(terms), weighting))->release());
            }
        }
        throw malformed_query();
    }

    /// What `AnyTerm` finds, made of terms, whose weights add up. Each has `weight` in place of the one that BM25 gives it
    /// by how many documents have it.
    Xapian::Query any_of(const std::vector<std::string> &terms, double weight) const {
        std::vector<Xapian::Query> parts;
        for (const std::string &term : terms) {
            const double documents = database_.get_doccount();
            const double frequency = database_.get_termfreq(term);
            if (frequency == 0) continue;
            const double odds = (documents - frequency + 0.5) / (frequency + 0.5);
            const double own = std::log(odds < 2 ? odds / 2 + 1 : odds);
            parts.push_back(weight > 0 ? Xapian::Query(weight / own, Xapian::Query(term)) : Xapian::Query(term));
        }
        const Xapian::Query any(Xapian::Query::OP_OR, parts.begin(), parts.end());
        return weight > 0 ? any : Xapian::Query(0.0, any);
    }


    static void read_weights(cx_bytes bytes, Xapian::ValueMapPostingSource &source) {
        for (size_t at = 0; at < bytes.count;) {
            const size_t length = bytes.start[at++];
            if (bytes.count - at < length + sizeof(double)) throw malformed_query();
            source.add_mapping(to_string({bytes.start + at, length}), read_double(bytes.start + at + length));
            at += length + sizeof(double);
        }
    }

    const cx_query &steps_;
    const Xapian::Database &database_;
    const bool is_remote_;
    std::vector<Xapian::Query> stack_;
};

}  // namespace

Xapian::Query make_query(const cx_query &steps, const Xapian::Database &database, bool is_remote) {
    return Builder(steps, database, is_remote).build();
}
