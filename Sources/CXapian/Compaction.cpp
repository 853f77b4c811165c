#include "Support.hpp"

#include <sstream>

cx_error *_Nullable cx_database_compact(
    cx_database *_Nonnull database, cx_bytes path, uint32_t flags, uint32_t block_size) noexcept {
    return guarded([&] {
        unsigned options = 0;
        if (flags & CX_COMPACT_KEEP_IDS) options |= Xapian::DBCOMPACT_NO_RENUMBER;
        if (flags & CX_COMPACT_MULTIPASS) options |= Xapian::DBCOMPACT_MULTIPASS;
        if (flags & CX_COMPACT_SINGLE_FILE) options |= Xapian::DBCOMPACT_SINGLE_FILE;
        if (flags & CX_COMPACT_FULL) options |= Xapian::Compactor::FULL;
        database->reader->compact(to_path(path), options, static_cast<int>(block_size));
    });
}

cx_error *_Nullable cx_database_check(cx_bytes path, cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        std::ostringstream report;
        list.numbers.push_back(Xapian::Database::check(to_path(path), 0, &report));
        list.add(report.str());
    });
}
