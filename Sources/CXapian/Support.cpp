#include "Support.hpp"

#include <algorithm>

std::string to_path(cx_bytes bytes) {
    std::string path = to_string(bytes);
    if (path.find('\0') != std::string::npos) throw Xapian::InvalidArgumentError("A path cannot hold a NUL byte");
    return path;
}

std::string to_term(cx_bytes bytes) {
    std::string term = to_string(bytes);
    if (term.empty()) throw Xapian::InvalidArgumentError("A term must not be empty");
    // The tables write a NUL as two bytes.
    size_t length = term.size() + static_cast<size_t>(std::count(term.begin(), term.end(), '\0'));
    if (length > CX_MAXIMUM_TERM_LENGTH) {
        throw Xapian::InvalidArgumentError(
            "A term of " + std::to_string(length) + " bytes is too long, at most "
            + std::to_string(CX_MAXIMUM_TERM_LENGTH) + " are possible (a NUL byte counts twice)");
    }
    return term;
}
