#include "PositionTable.hpp"
#include "Postings.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace {

/// Throws where a table of a database that was just opened is there and cannot be opened: the library takes these tables for
/// empty then, whatever the reason, so that phrases would find nothing, and reports be without words.
///
/// To be called when the library has its files open: where there was no room for those, there is none for one more.
void check_tables(const std::string &folder) {
    for (const char *name : {"position", "docdata", "termlist"}) {
        const std::string path = folder + "/" + name + ".glass";
        const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        if (file >= 0) {
            close(file);
        } else if (errno != ENOENT && errno != ENOTDIR) {
            throw Xapian::DatabaseOpeningError("Couldn't open " + path + " to read", std::string(), errno);
        }
    }
}

}  // namespace

cx_database::cx_database() = default;
cx_database::~cx_database() = default;

template <typename Table>
Table *_Nullable cx_database::table(std::vector<std::unique_ptr<Table>> &tables, size_t part) const {
    const auto single = [this](size_t index) -> const Xapian::Database & {
        return shards.empty() ? *reader : shards[index];
    };
    if (tables.empty()) {
        tables.resize(folders.size());
        for (size_t index = 0; index < folders.size(); ++index) {
            if (!folders[index].empty()) tables[index] = Table::open(folders[index], single(index));
        }
    }
    // The library's part may have been opened anew by way of another object that shares it.
    if (tables[part] != nullptr && tables[part]->revision() != single(part).get_revision()) tables[part] = nullptr;
    return tables[part].get();
}

PostingTable *_Nullable cx_database::postings(size_t part) const { return table(posting_tables_, part); }

PositionTable *_Nullable cx_database::positions(size_t part) const { return table(position_tables_, part); }

void cx_database::forget_tables() {
    posting_tables_.clear();
    position_tables_.clear();
}

cx_error *_Nullable cx_database_open(
    const cx_bytes *_Nonnull paths, size_t count, bool of_any_kind, cx_database *_Nullable *_Nonnull out) noexcept {
    return guarded([&] {
        // Without the format named, Xapian takes a file, and a folder with a file XAPIANDB in it, for a stub.
        const int flags = of_any_kind ? 0 : Xapian::DB_BACKEND_GLASS;
        // Xapian knows a database of none, but refuses to search it.
        if (count == 0) throw Xapian::InvalidArgumentError("There is no path to open a database at");
        auto database = std::make_unique<cx_database>();
        for (size_t index = 0; index < count; ++index) database->folders.push_back(to_path(paths[index]));
        if (count == 1) {
            database->reader = std::make_unique<Xapian::Database>(to_path(paths[0]), flags);
        } else {
            database->reader = std::make_unique<Xapian::Database>();
            for (size_t index = 0; index < count; ++index) {
                database->shards.emplace_back(to_path(paths[index]), flags);
                database->reader->add_database(database->shards.back());
            }
        }
        // A stub file may name several, whose ids are dealt out among all.
        if (database->reader->size() != count) database->folders.clear();
        for (const std::string &folder : database->folders) check_tables(folder);
        *out = database.release();
    });
}

cx_error *_Nullable cx_database_reads_tables(
    const cx_database *_Nonnull database, bool *_Nonnull out) noexcept {
    return guarded([&] {
        bool reads_all = !database->folders.empty();
        for (size_t part = 0; part < database->folders.size(); ++part) {
            reads_all = reads_all && database->postings(part) != nullptr && database->positions(part) != nullptr;
        }
        *out = reads_all;
    });
}

void cx_database_free(cx_database *_Nullable database) noexcept {
    delete database;
}

cx_error *_Nullable cx_database_close(cx_database *_Nonnull database) noexcept {
    cx_error *error = guarded([&] { database->reader->close(); });
    delete database;
    return error;
}

cx_error *_Nullable cx_database_reopen(cx_database *_Nonnull database, bool *_Nonnull out) noexcept {
    return guarded([&] {
        database->forget_tables();
        *out = database->reader->reopen();
        if (!*out) return;
        for (const std::string &folder : database->folders) check_tables(folder);
    });
}

cx_error *_Nullable cx_database_statistics_read(
    const cx_database *_Nonnull database, cx_database_statistics *_Nonnull out) noexcept {
    return guarded([&] {
        const Xapian::Database &reader = *database->reader;
        *out = {reader.get_doccount(), reader.get_lastdocid(), reader.get_average_length(),
                reader.has_positions()};
    });
}

cx_error *_Nullable cx_database_revision(const cx_database *_Nonnull database, uint64_t *_Nonnull out) noexcept {
    return guarded([&] { *out = database->reader->get_revision(); });
}

cx_error *_Nullable cx_database_uuid(
    const cx_database *_Nonnull database, cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) { list.add(database->reader->get_uuid()); });
}

cx_error *_Nullable cx_database_term_frequency(
    const cx_database *_Nonnull database, cx_bytes term, uint32_t *_Nonnull out) noexcept {
    return guarded([&] { *out = document_frequency(*database, to_string(term)); });
}

cx_error *_Nullable cx_database_collection_frequency(
    const cx_database *_Nonnull database, cx_bytes term, uint64_t *_Nonnull out) noexcept {
    return guarded([&] { *out = database->reader->get_collection_freq(to_string(term)); });
}

cx_error *_Nullable cx_database_document_length(
    const cx_database *_Nonnull database, uint32_t document, uint64_t *_Nonnull out) noexcept {
    return guarded([&] { *out = database->reader->get_doclength(document); });
}

cx_error *_Nullable cx_database_metadata(
    const cx_database *_Nonnull database, cx_bytes key, cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) { list.add(database->metadata(to_string(key))); });
}

cx_error *_Nullable cx_database_value_bounds(
    const cx_database *_Nonnull database, uint32_t slot, cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        list.add(database->reader->get_value_lower_bound(slot));
        list.add(database->reader->get_value_upper_bound(slot));
        list.numbers.push_back(database->reader->get_value_freq(slot));
    });
}

namespace {

/// Opens a document. The library looks up its length first where it may not be there.
Xapian::Document open_document(const cx_database &database, uint32_t document, bool is_there) {
    return database.reader->get_document(document, is_there ? Xapian::DOC_ASSUME_VALID : 0);
}

}  // namespace

cx_error *_Nullable cx_database_document_data(
    const cx_database *_Nonnull database, uint32_t document, bool is_there,
    cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) { list.add(open_document(*database, document, is_there).get_data()); });
}

cx_error *_Nullable cx_database_document_value(
    const cx_database *_Nonnull database, uint32_t document, uint32_t slot, bool is_there,
    cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(
        out, [&](cx_list &list) { list.add(open_document(*database, document, is_there).get_value(slot)); });
}
