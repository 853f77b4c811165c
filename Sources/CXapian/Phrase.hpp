#ifndef SITREP_CXAPIAN_PHRASE_HPP
#define SITREP_CXAPIAN_PHRASE_HPP

#include "PositionTable.hpp"
#include "Support.hpp"

#include <optional>

/// Tells in which documents words stand one right behind the other, by the tables of positions.
class Phrase {
  public:
    /// For each place the terms of which any may stand there.
    using Places = std::vector<std::vector<std::string>>;

    /// - Returns: nothing where only the library can read the positions of some part of the database.
    static std::optional<Phrase> open(const cx_database &source, const Places &places);

    /// Whether a document has the words so. Documents must be asked for in their order, each once.
    ///
    /// Linear in how often the terms stand there.
    bool is_in(Xapian::docid document);

  private:
    using Positions = std::vector<Xapian::termpos>;

    Phrase() = default;

    /// Reads the positions of a place.
    static void read(std::vector<PositionTable::Reader> &terms, Xapian::docid document, Positions &positions);

    /// For each part of the database, for each place, those of its terms.
    std::vector<std::vector<std::vector<PositionTable::Reader>>> parts_;
    /// Where the phrase may begin, and where the words of the next place stand; kept for their memory.
    Positions starts_, next_;
};

#endif
