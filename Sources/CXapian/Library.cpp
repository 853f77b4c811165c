#include "Support.hpp"

#include <unistd.h>

#include <cstring>
#include <exception>

namespace {

const char *_Nullable last_words;
int last_status;

[[noreturn]] void end_with_last_words() noexcept {
    // Nobody is left to tell when that fails.
    const ssize_t ignored = ::write(STDERR_FILENO, last_words, std::strlen(last_words));
    (void)ignored;
    ::_exit(last_status);
}

}  // namespace

void cx_set_last_words(const char *_Nonnull words, int status) noexcept {
    last_words = words;
    last_status = status;
    std::set_terminate(end_with_last_words);
}

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
