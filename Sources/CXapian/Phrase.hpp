#ifndef SITREP_CXAPIAN_PHRASE_HPP
#define SITREP_CXAPIAN_PHRASE_HPP

#include "PositionTable.hpp"
#include "Support.hpp"

#include <optional>

/// Tells in which documents words stand one right behind the other, by the tables of positions.
class Phrase {
  public:
    /// A place of the phrase, by how many stand before it, and the terms of which any may stand there.
    struct Place {
        size_t offset;
        std::vector<std::string> terms;
    };
    /// All places, in the order in which they are to be looked at.
    using Places = std::vector<Place>;

    /// - Returns: nothing where only the library can read the positions of some part of the database.
    static std::optional<Phrase> open(const cx_database &source, const Places &places);

    /// Whether a document has the words so. Documents must be asked for in their order, each once.
    ///
    /// Linear in how often the terms stand there, and in how many terms may stand at a place.
    bool is_in(Xapian::docid document);

  private:
    using Positions = std::vector<Xapian::termpos>;

    /// A place in a part of the database, whose terms are read there.
    struct Readers {
        size_t offset;
        std::vector<PositionTable::Reader> terms;

        /// Reads the positions, ascending.
        void read(Xapian::docid document, Positions &positions);
    };

    Phrase() = default;

    /// The places for each part of the database.
    std::vector<std::vector<Readers>> parts_;
    /// Where the phrase may begin, and where the words of the next place stand; kept for their memory.
    Positions starts_, next_;
};

#endif
