#ifndef CGLASS_INVERTER_HPP
#define CGLASS_INVERTER_HPP

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "Batch.hpp"
#include "Deflater.hpp"
#include "RunFile.hpp"
#include "TermIndex.hpp"
#include "Totals.hpp"

namespace glass {

/// Turns the documents of a run round, from terms by document to documents by term, and writes the run's file.
///
/// One pass over the documents writes their lists of terms and notes a posting for each; the terms are sorted once, and
/// the postings brought into their order by counting, which keeps those of a term in the order of documents.
class Inverter {
public:
    /// - Parameter first_document: the number of the batch's first one; the others follow.
    Inverter(const Batch &batch, uint32_t first_document) : batch(batch), first_document(first_document) {}

    /// To be called once.
    Totals write(const std::string &path);

private:
    /// A term of the document at hand: an entry of one of its lists.
    struct Term {
        std::string_view bytes;
        uint64_t prefix;
        uint32_t frequency;
        uint32_t position_count;
        const uint32_t *positions;
    };

    struct Posting {
        uint32_t term;
        uint32_t document;
        uint32_t frequency;
        /// Where its packed positions begin, or `no_positions`.
        uint32_t positions;
    };

    /// The values of one slot.
    struct ValueList {
        uint32_t count = 0;
        uint32_t first = 0;
        uint32_t last = 0;
        std::string items;
    };

    static constexpr uint32_t no_positions = UINT32_MAX;

    void write_term_lists(OutputFile &out);
    void write_data(OutputFile &out);
    void write_lengths(OutputFile &out);
    void write_values(OutputFile &out);
    void write_metadata(OutputFile &out);
    void sort_postings();
    void write_postings(OutputFile &out);
    void write_positions(OutputFile &out);

    void collect_terms(const Batch::Document &document);
    void read_terms(const Batch::List &list);
    void join_equal_terms();
    uint64_t put_term_list(uint32_t document);
    uint32_t pack_positions(const Term &term);
    void put_slots(OutputFile &out, std::string &key, const std::vector<Batch::Value> &values);

    const Batch &batch;
    const uint32_t first_document;
    Totals totals;
    Deflater deflater;
    TermIndex index;

    // Of the document at hand.
    std::vector<Term> terms;
    std::vector<Term> before;
    std::vector<Term> of_list;
    std::vector<std::vector<uint32_t>> joined;
    std::string list;

    std::vector<uint32_t> lengths;
    std::vector<Posting> postings;
    /// Lists of positions, each with its size before it.
    std::string positions;
    std::map<uint32_t, ValueList> value_lists;
    /// The terms by their bytes, and where the postings of each begin.
    std::vector<uint32_t> order;
    std::vector<size_t> starts;
};

}  // namespace glass

#endif
