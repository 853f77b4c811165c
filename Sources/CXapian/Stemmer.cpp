#include "Support.hpp"

#include <algorithm>
#include <cstring>

struct cx_stemmer {
    Xapian::Stem stem;
};

cx_error *_Nullable cx_stemmer_new(cx_bytes language, cx_stemmer *_Nullable *_Nonnull out) noexcept {
    return guarded([&] { *out = new cx_stemmer{Xapian::Stem(to_string(language))}; });
}

void cx_stemmer_free(cx_stemmer *_Nullable stemmer) noexcept {
    delete stemmer;
}

cx_error *_Nullable cx_stemmer_stem(
    const cx_stemmer *_Nonnull stemmer, cx_bytes word, uint8_t *_Nullable buffer, size_t capacity,
    size_t *_Nonnull out) noexcept {
    return guarded([&] {
        const std::string stem = stemmer->stem(to_string(word));
        const size_t count = std::min(stem.size(), capacity);
        if (count > 0) std::memcpy(buffer, stem.data(), count);
        *out = stem.size();
    });
}

cx_error *_Nullable cx_stemmer_languages(cx_list *_Nullable *_Nonnull out) noexcept {
    return listing(out, [&](cx_list &list) { list.add(Xapian::Stem::get_available_languages()); });
}
