#ifndef CGLASS_TABLES_HPP
#define CGLASS_TABLES_HPP

#include <string>

#include "RunMerge.hpp"
#include "Table.hpp"
#include "Totals.hpp"

namespace glass {

// Each writes one table of a database from all of its runs.

/// Metadata, figures over values, values, lengths and postings.
Root write_posting_table(const Runs &runs, const Totals &totals, const std::string &path);

/// Positions by term and document.
Root write_position_table(const Runs &runs, const std::string &path);

/// What is ready by document: the lists of terms, or the data.
Root write_document_table(const Runs &runs, Section section, const std::string &path);

}  // namespace glass

#endif
