#include "Support.hpp"

namespace {

int to_xapian(cx_open_mode mode, uint32_t flags) {
    int result = 0;
    switch (mode) {
        case CX_OPEN_CREATE: result = Xapian::DB_CREATE; break;
        case CX_OPEN_CREATE_OR_OPEN: result = Xapian::DB_CREATE_OR_OPEN; break;
        case CX_OPEN_CREATE_OR_OVERWRITE: result = Xapian::DB_CREATE_OR_OVERWRITE; break;
        case CX_OPEN_EXISTING: result = Xapian::DB_OPEN; break;
    }
    if (flags & CX_NO_SYNC) result |= Xapian::DB_NO_SYNC;
    if (flags & CX_FULL_SYNC) result |= Xapian::DB_FULL_SYNC;
    if (flags & CX_DANGEROUS) result |= Xapian::DB_DANGEROUS;
    if (flags & CX_NO_TERM_LIST) result |= Xapian::DB_NO_TERMLIST;
    if (flags & CX_RETRY_LOCK) result |= Xapian::DB_RETRY_LOCK;
    return result;
}

}  // namespace

cx_error *_Nullable cx_database_open_writable(
    cx_bytes path, cx_open_mode mode, uint32_t flags, uint32_t block_size,
    cx_database *_Nullable *_Nonnull out) noexcept {
    return guarded([&] {
        auto database = std::make_unique<cx_database>();
        auto writer = std::make_unique<Xapian::WritableDatabase>(
            to_path(path), to_xapian(mode, flags), static_cast<int>(block_size));
        database->writer = writer.get();
        database->reader = std::move(writer);
        *out = database.release();
    });
}

cx_error *_Nullable cx_database_add(
    cx_database *_Nonnull database, const cx_document *_Nonnull document, uint32_t *_Nonnull out) noexcept {
    return guarded([&] { *out = database->writable().add_document(document->document); });
}

cx_error *_Nullable cx_database_replace_by_term(
    cx_database *_Nonnull database, cx_bytes term, const cx_document *_Nonnull document,
    uint32_t *_Nonnull out) noexcept {
    return guarded([&] { *out = database->writable().replace_document(to_term(term), document->document); });
}

cx_error *_Nullable cx_database_replace(
    cx_database *_Nonnull database, uint32_t id, const cx_document *_Nonnull document) noexcept {
    return guarded([&] { database->writable().replace_document(id, document->document); });
}

cx_error *_Nullable cx_database_set_value(
    cx_database *_Nonnull database, uint32_t id, uint32_t slot, cx_bytes value) noexcept {
    return guarded([&] {
        Xapian::Document document = database->writable().get_document(id);
        document.add_value(slot, to_string(value));
        database->writable().replace_document(id, document);
    });
}

cx_error *_Nullable cx_database_delete(cx_database *_Nonnull database, uint32_t id) noexcept {
    return guarded([&] { database->writable().delete_document(id); });
}

cx_error *_Nullable cx_database_delete_by_term(cx_database *_Nonnull database, cx_bytes term) noexcept {
    return guarded([&] { database->writable().delete_document(to_term(term)); });
}

cx_error *_Nullable cx_database_set_metadata(
    cx_database *_Nonnull database, cx_bytes key, cx_bytes value) noexcept {
    return guarded([&] { database->writable().set_metadata(to_string(key), to_string(value)); });
}

cx_error *_Nullable cx_database_begin_transaction(cx_database *_Nonnull database, bool flushed) noexcept {
    return guarded([&] { database->writable().begin_transaction(flushed); });
}

cx_error *_Nullable cx_database_commit_transaction(cx_database *_Nonnull database) noexcept {
    return guarded([&] { database->writable().commit_transaction(); });
}

cx_error *_Nullable cx_database_cancel_transaction(cx_database *_Nonnull database) noexcept {
    return guarded([&] { database->writable().cancel_transaction(); });
}

cx_error *_Nullable cx_database_commit(cx_database *_Nonnull database) noexcept {
    return guarded([&] { database->writable().commit(); });
}
