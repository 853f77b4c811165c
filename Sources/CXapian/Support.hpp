#ifndef SITREP_CXAPIAN_SUPPORT_HPP
#define SITREP_CXAPIAN_SUPPORT_HPP

#include "cxapian_search.h"
#include "cxapian_write.h"

// Xapian declares its move constructors only when this is defined.
#ifndef XAPIAN_MOVE_SEMANTICS
#define XAPIAN_MOVE_SEMANTICS
#endif
#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

/// Translates the exception that is being handled. Never fails: without memory for an error it gives a static one.
cx_error *_Nonnull translate_current_exception() noexcept;

/// Runs `body`, which may throw what it likes, and returns the error that came of it or NULL.
template <typename Body>
cx_error *_Nullable guarded(Body &&body) noexcept {
    try {
        body();
        return nullptr;
    } catch (...) {
        return translate_current_exception();
    }
}

inline std::string to_string(cx_bytes bytes) {
    return bytes.count == 0 ? std::string() : std::string(reinterpret_cast<const char *>(bytes.start), bytes.count);
}

inline cx_bytes to_bytes(const std::string &text) noexcept {
    return {reinterpret_cast<const uint8_t *>(text.data()), text.size()};
}

/// A path for the system, which would end it at a NUL byte and open another file.
std::string to_path(cx_bytes bytes);

/// A term that every backend can store; throws `InvalidArgumentError` for others.
std::string to_term(cx_bytes bytes);

struct cx_list {
    std::string bytes;
    std::vector<uint64_t> ends;
    std::vector<uint64_t> numbers;

    void add(const std::string &string) { add(string.data(), string.size()); }

    void add(const char *_Nullable start, size_t count) {
        bytes.append(start, count);
        ends.push_back(bytes.size());
    }
};

/// Runs `body` with a new list and hands that out when nothing was thrown.
template <typename Body>
cx_error *_Nullable listing(cx_list *_Nullable *_Nonnull out, Body &&body) noexcept {
    return guarded([&] {
        auto list = std::make_unique<cx_list>();
        body(*list);
        *out = list.release();
    });
}

/// How Xapian deals out the ids of several databases that are read as one: in turns.
struct DealtIDs {
    size_t parts;

    /// The part that a document is in.
    size_t part(Xapian::docid document) const { return (document - 1) % parts; }
    /// The id of a document in its part.
    Xapian::docid own(Xapian::docid document) const {
        return static_cast<Xapian::docid>((document - 1) / parts + 1);
    }
    /// The id among all of a document of a part; throws where no table is right that has it.
    Xapian::docid joined(Xapian::docid own, size_t part) const {
        const uint64_t document = (static_cast<uint64_t>(own) - 1) * parts + part + 1;
        if (document > UINT32_MAX) throw Xapian::DatabaseCorruptError("A posting lies beyond the last document");
        return static_cast<Xapian::docid>(document);
    }
};

class PositionTable;
class PostingTable;

struct cx_database {
    cx_database();
    ~cx_database();

    std::unique_ptr<Xapian::Database> reader;
    /// The same object as `reader` when it was opened for writing.
    Xapian::WritableDatabase *_Nullable writer = nullptr;
    /// Whether any part of it is behind a server, which knows no spies and no posting sources of ours.
    bool is_remote = false;
    /// The single databases that it combines, in their order; none where it is one itself. Xapian reads the metadata of
    /// the first alone.
    std::vector<Xapian::Database> shards;
    /// For each of `shards` the number of the part that it came with, where the groups of different parts are apart; none
    /// where a group may reach over all.
    std::vector<uint32_t> owners;
    /// The folder of each of the single databases, of which there is one at least; an empty one for what is none, such as a
    /// server. None at all where it was opened for writing, and holds what no file does.
    std::vector<std::string> folders;
    /// The single databases for writing, where `reader` was opened for that: one at least.
    std::vector<Xapian::WritableDatabase> writers;

    /// The postings of one of the single databases, in the state in which it is open; null where only the library can read
    /// them.
    PostingTable *_Nullable postings(size_t part) const;
    /// The positions of one of the single databases, as `postings`.
    PositionTable *_Nullable positions(size_t part) const;
    /// To be called when another state was opened.
    void forget_tables();

    /// The metadata at a key of the first shard that has any.
    std::string metadata(const std::string &key) const {
        if (shards.empty()) return reader->get_metadata(key);
        for (const Xapian::Database &shard : shards) {
            const std::string value = shard.get_metadata(key);
            if (!value.empty()) return value;
        }
        return std::string();
    }

    /// The single database that a document belongs to.
    const Xapian::Database &shard_of(Xapian::docid document) const {
        if (document == 0) throw Xapian::InvalidArgumentError("There is no document with the id 0");
        return shards.empty() ? *reader : shards[DealtIDs{shards.size()}.part(document)];
    }

    /// What stands for a document's group: its value, and where groups are apart, where the document comes from.
    std::string group(Xapian::docid document, const std::string &value) const {
        if (owners.empty() || value.empty()) return value;
        const uint32_t owner = owners[DealtIDs{owners.size()}.part(document)];
        return std::string(reinterpret_cast<const char *>(&owner), sizeof owner) + value;
    }

    Xapian::WritableDatabase &writable() const {
        if (writer == nullptr) throw Xapian::InvalidOperationError("The database was opened for reading only");
        return *writer;
    }

    /// Calls `body` with each of the single databases for writing: the first comes last, so that what it says of a commit
    /// is not true before the others are.
    template <typename Body>
    void for_each_writer(Body &&body) {
        writable();
        for (size_t index = writers.size(); index-- > 0;) body(writers[index]);
    }

  private:
    template <typename Table>
    Table *_Nullable table(std::vector<std::unique_ptr<Table>> &tables, size_t part) const;

    /// Those of each part; opened when they are first asked for.
    mutable std::vector<std::unique_ptr<PostingTable>> posting_tables_;
    mutable std::vector<std::unique_ptr<PositionTable>> position_tables_;
};

struct cx_document {
    Xapian::Document document;
};

struct cx_result {
    uint32_t estimated = 0;
    uint32_t lower_bound = 0;
    uint32_t upper_bound = 0;
    std::vector<cx_match> matches;
    cx_list strings;
    std::vector<cx_list> counts;
    /// For each counted slot, how many matches have a value there.
    std::vector<uint64_t> counted_documents;
};

#endif
