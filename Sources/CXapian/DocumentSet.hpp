#ifndef SITREP_CXAPIAN_DOCUMENT_SET_HPP
#define SITREP_CXAPIAN_DOCUMENT_SET_HPP

#include "Support.hpp"

/// A posting source of given documents, as far as they exist, without weight.
class DocumentSet final : public Xapian::PostingSource {
  public:
    /// Ids of `database`, ascending.
    using Wanted = std::shared_ptr<const std::vector<Xapian::docid>>;

    DocumentSet(Wanted wanted, const Xapian::Database &database);

    Xapian::doccount get_termfreq_min() const override;
    Xapian::doccount get_termfreq_est() const override;
    Xapian::doccount get_termfreq_max() const override;
    Xapian::docid get_docid() const override;
    void next(double minimum_weight) override;
    void skip_to(Xapian::docid id, double minimum_weight) override;
    bool at_end() const override;
    PostingSource *_Nullable clone() const override;
    void init(const Xapian::Database &shard) override;
    std::string get_description() const override;

  private:
    Wanted wanted_;
    /// Holds on to the shards, whose place in it gives their ids within the whole.
    Xapian::Database database_;
    /// The ids within the shard that is searched, of documents that exist.
    std::vector<Xapian::docid> ids_;
    size_t position_ = 0;
    bool started_ = false;
};

#endif
