#include "PostingTable.hpp"

std::unique_ptr<PostingTable> PostingTable::open(const std::string &folder, const Xapian::Database &database) {
    auto table = GlassTable::open(folder, GlassTable::Kind::postings, database);
    if (table == nullptr) return nullptr;
    return std::unique_ptr<PostingTable>(new PostingTable(std::move(table)));
}

size_t PostingTable::documents(const std::string &term) {
    const std::vector<Posting> *list = kept(term);
    return list != nullptr ? list->size() : Chunks(*table_, term).documents();
}

void PostingTable::keep(const std::string &term, std::vector<Posting> &&list) {
    const size_t size = list.size() + kept_beside;
    if (kept_count_ + size > most_kept) {
        kept_.clear();
        kept_count_ = 0;
    }
    kept_count_ += size;
    kept_[term] = std::move(list);
}

PostingTable::Chunks::Chunks(GlassTable &table, const std::string &term)
    : cursor_(table), key_(GlassTable::key(term)) {
    // The table has an entry for the empty key, which is none of a term.
    if (term.empty() || !cursor_.find(key_) || cursor_.key() != key_) {
        is_empty_ = true;
        return;
    }
    entry_ = cursor_.entry();
    const auto *at = reinterpret_cast<const uint8_t *>(entry_.data());
    end_ = at + entry_.size();
    documents_ = GlassTable::number32(at, end_);
    GlassTable::number(at, end_);  // how often the term stands in all of them
    const uint64_t before = GlassTable::number(at, end_);
    if (before >= UINT32_MAX) GlassTable::damaged();
    first_ = static_cast<Xapian::docid>(before) + 1;
    read_bounds(at);
}

void PostingTable::Chunks::read_bounds(const uint8_t *at) {
    if (at == end_ || (*at != '0' && *at != '1')) GlassTable::damaged();
    is_last_ = *at++ == '1';
    const uint64_t more = GlassTable::number(at, end_);
    if (more > UINT32_MAX - first_) GlassTable::damaged();
    last_ = first_ + static_cast<Xapian::docid>(more);
    start_ = at;
}

bool PostingTable::Chunks::next() {
    if (is_empty_) return false;
    if (!is_begun_) return is_begun_ = true;
    if (is_last_) return false;
    const Xapian::docid before = last_;
    if (!cursor_.next()) GlassTable::damaged();
    const std::string_view key = cursor_.key();
    // The key of the list, what closes it, and the piece's first document.
    const bool is_of_list = key.size() > key_.size() + 1 && key.compare(0, key_.size(), key_) == 0 && key[key_.size()] == 0;
    first_ = is_of_list ? GlassTable::ordered(key, key_.size() + 1) : 0;
    if (first_ <= before) GlassTable::damaged();
    entry_ = cursor_.entry();
    const auto *at = reinterpret_cast<const uint8_t *>(entry_.data());
    end_ = at + entry_.size();
    read_bounds(at);
    return true;
}
