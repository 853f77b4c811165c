#include "Support.hpp"

cx_error *_Nullable cx_database_open_server(
    cx_bytes host, uint16_t port, uint32_t timeout, uint32_t connect_timeout,
    cx_database *_Nullable *_Nonnull out) noexcept {
    return guarded([&] {
        auto database = std::make_unique<cx_database>();
        database->reader = std::make_unique<Xapian::Database>(
            Xapian::Remote::open(to_path(host), port, timeout, connect_timeout));
        database->is_remote = true;
        *out = database.release();
    });
}

cx_error *_Nullable cx_database_combine(
    const cx_database *_Nonnull const *_Nonnull parts, size_t count, bool separates_groups,
    cx_database *_Nullable *_Nonnull out) noexcept {
    return guarded([&] {
        if (count == 0) throw Xapian::InvalidArgumentError("There is no database to combine");
        auto database = std::make_unique<cx_database>();
        database->reader = std::make_unique<Xapian::Database>();
        for (size_t index = 0; index < count; ++index) {
            if (!parts[index]->owners.empty()) {
                throw Xapian::InvalidArgumentError("A database whose groups are apart cannot be combined with others");
            }
            database->reader->add_database(*parts[index]->reader);
            if (parts[index]->shards.empty()) {
                database->shards.push_back(*parts[index]->reader);
            } else {
                for (const Xapian::Database &shard : parts[index]->shards) database->shards.push_back(shard);
            }
            // What is no folder is read by the library.
            const size_t singles = parts[index]->shards.empty() ? 1 : parts[index]->shards.size();
            for (size_t single = 0; single < singles; ++single) {
                const bool has_folder = single < parts[index]->folders.size();
                database->folders.push_back(has_folder ? parts[index]->folders[single] : std::string());
            }
            database->is_remote = database->is_remote || parts[index]->is_remote;
            if (separates_groups && count > 1) {
                database->owners.resize(database->shards.size(), static_cast<uint32_t>(index));
            }
        }
        if (database->reader->size() != database->shards.size()) database->folders.clear();
        // A part alone that is a single database stays one.
        if (count == 1 && parts[0]->shards.empty()) database->shards.clear();
        *out = database.release();
    });
}

size_t cx_database_shard_count(const cx_database *_Nonnull database) noexcept {
    return database->shards.empty() ? 1 : database->shards.size();
}

cx_error *_Nullable cx_database_shard_metadata(
    const cx_database *_Nonnull database, size_t shard, cx_bytes key, cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        if (shard >= cx_database_shard_count(database)) throw Xapian::InvalidArgumentError("There is no such shard");
        const Xapian::Database &part = database->shards.empty() ? *database->reader : database->shards[shard];
        list.add(part.get_metadata(to_string(key)));
    });
}

bool cx_database_separates_groups(const cx_database *_Nonnull database) noexcept { return !database->owners.empty(); }

cx_error *_Nullable cx_database_metadata_beside(
    const cx_database *_Nonnull database, uint32_t document, cx_bytes key,
    cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) { list.add(database->shard_of(document).get_metadata(to_string(key))); });
}

bool cx_database_is_remote(const cx_database *_Nonnull database) noexcept { return database->is_remote; }

cx_error *_Nullable cx_database_keep_alive(cx_database *_Nonnull database) noexcept {
    return guarded([&] { database->reader->keep_alive(); });
}
