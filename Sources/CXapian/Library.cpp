#include "Support.hpp"

const char *_Nonnull cx_version() noexcept {
    return Xapian::version_string();
}

size_t cx_sortable_encode(double number, uint8_t *_Nonnull buffer) noexcept {
    return Xapian::sortable_serialise_(number, reinterpret_cast<char *>(buffer));
}

double cx_sortable_decode(cx_bytes bytes) noexcept {
    double number = 0;
    // Only the copy of the bytes can fail, for want of memory: a handful never do.
    cx_error_free(guarded([&] { number = Xapian::sortable_unserialise(to_string(bytes)); }));
    return number;
}
