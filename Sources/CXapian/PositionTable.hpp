#ifndef SITREP_CXAPIAN_POSITION_TABLE_HPP
#define SITREP_CXAPIAN_POSITION_TABLE_HPP

#include "GlassTable.hpp"

/// Reads where terms stand in documents from the table of positions of a database in the format glass.
///
/// A database in another format or state has no table here, and is read by the library.
class PositionTable {
  public:
    /// The table of a database in a folder; null as `GlassTable::open`.
    static std::unique_ptr<PositionTable> open(const std::string &folder, const Xapian::Database &database);

    /// The revision that is read.
    Xapian::rev revision() const { return table_->revision(); }

    /// The positions of a term, document by document.
    class Reader {
      public:
        Reader(PositionTable &table, const std::string &term);

        /// Appends the positions in a document, ascending; none where the term has none there. Documents must be asked for in
        /// their order. Throws as `PostingTable::for_each`.
        void add(Xapian::docid document, std::vector<Xapian::termpos> &positions);

      private:
        GlassTable::Cursor cursor_;
        /// What the keys begin with.
        std::string start_;
        /// No document before this one is left that the term has positions in.
        Xapian::docid next_ = 0;
    };

  private:
    explicit PositionTable(std::unique_ptr<GlassTable> table) : table_(std::move(table)) {}

    std::unique_ptr<GlassTable> table_;
};

#endif
