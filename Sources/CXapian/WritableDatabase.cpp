#include "Support.hpp"

#include <limits>

namespace {

int to_xapian(cx_open_mode mode, uint32_t flags) {
    // Without the format named, Xapian follows stub files.
    int result = Xapian::DB_BACKEND_GLASS;
    switch (mode) {
        case CX_OPEN_CREATE: result |= Xapian::DB_CREATE; break;
        case CX_OPEN_CREATE_OR_OPEN: result |= Xapian::DB_CREATE_OR_OPEN; break;
        case CX_OPEN_CREATE_OR_OVERWRITE: result |= Xapian::DB_CREATE_OR_OVERWRITE; break;
        case CX_OPEN_EXISTING: result |= Xapian::DB_OPEN; break;
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
    const cx_bytes *_Nonnull paths, size_t count, cx_open_mode mode, uint32_t flags, uint32_t block_size,
    cx_database *_Nullable *_Nonnull out) noexcept {
    return guarded([&] {
        if (count == 0) throw Xapian::InvalidArgumentError("There is no path to open a database at");
        auto database = std::make_unique<cx_database>();
        for (size_t index = 0; index < count; ++index) {
            database->writers.emplace_back(
                to_path(paths[index]), to_xapian(mode, flags), static_cast<int>(block_size));
        }
        auto writer = std::make_unique<Xapian::WritableDatabase>();
        for (const Xapian::WritableDatabase &part : database->writers) {
            writer->add_database(part);
            if (count > 1) database->shards.push_back(part);
        }
        database->writer = writer.get();
        database->reader = std::move(writer);
        *out = database.release();
    });
}

cx_error *_Nullable cx_database_add(
    cx_database *_Nonnull database, const cx_document *_Nonnull document, uint32_t *_Nonnull out) noexcept {
    return guarded([&] { *out = database->writable().add_document(document->document); });
}

cx_error *_Nullable cx_database_add_to_shard(
    cx_database *_Nonnull database, size_t shard, const cx_document *_Nonnull document,
    uint32_t *_Nonnull out) noexcept {
    return guarded([&] {
        database->writable();
        const size_t count = database->writers.size();
        if (shard >= count) throw Xapian::InvalidArgumentError("There is no such shard");
        const uint64_t local = database->writers[shard].add_document(document->document);
        const uint64_t id = (local - 1) * count + shard + 1;
        if (id > std::numeric_limits<uint32_t>::max()) throw Xapian::DatabaseError("The document ids are used up");
        *out = static_cast<uint32_t>(id);
    });
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
    return guarded([&] {
        database->for_each_writer([&](Xapian::WritableDatabase &part) {
            part.set_metadata(to_string(key), to_string(value));
        });
    });
}

cx_error *_Nullable cx_database_set_metadata_beside(
    cx_database *_Nonnull database, uint32_t document, cx_bytes key, cx_bytes value) noexcept {
    return guarded([&] {
        database->writable();
        if (document == 0) throw Xapian::InvalidArgumentError("There is no document with the id 0");
        Xapian::WritableDatabase &part = database->writers[(document - 1) % database->writers.size()];
        part.set_metadata(to_string(key), to_string(value));
    });
}

cx_error *_Nullable cx_database_begin_transaction(cx_database *_Nonnull database, bool flushed) noexcept {
    return guarded([&] { database->writable().begin_transaction(flushed); });
}

cx_error *_Nullable cx_database_commit_transaction(cx_database *_Nonnull database) noexcept {
    return guarded([&] {
        database->for_each_writer([](Xapian::WritableDatabase &part) { part.commit_transaction(); });
    });
}

cx_error *_Nullable cx_database_cancel_transaction(cx_database *_Nonnull database) noexcept {
    return guarded([&] { database->writable().cancel_transaction(); });
}

void cx_database_abandon(cx_database *_Nonnull database) noexcept {
    for (Xapian::WritableDatabase &part : database->writers) {
        try {
            // Within a transaction closing writes nothing. One that is not flushed begins without a commit.
            part.begin_transaction(false);
        } catch (...) {
            // There is one.
        }
        try {
            part.close();
        } catch (...) {
            // Nothing was written.
        }
    }
}

cx_error *_Nullable cx_database_commit(cx_database *_Nonnull database) noexcept {
    return guarded([&] { database->for_each_writer([](Xapian::WritableDatabase &part) { part.commit(); }); });
}
