#include "Support.hpp"

cx_error *_Nullable cx_database_add_spelling(
    cx_database *_Nonnull database, cx_bytes word, uint32_t frequency) noexcept {
    return guarded([&] { database->writable().add_spelling(to_string(word), frequency); });
}

cx_error *_Nullable cx_database_remove_spelling(
    cx_database *_Nonnull database, cx_bytes word, uint32_t frequency) noexcept {
    return guarded([&] { database->writable().remove_spelling(to_string(word), frequency); });
}

cx_error *_Nullable cx_database_spelling_suggestion(
    const cx_database *_Nonnull database, cx_bytes word, uint32_t maximum_edits,
    cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) {
        list.add(database->reader->get_spelling_suggestion(to_string(word), maximum_edits));
    });
}
