#include "Support.hpp"

cx_error *_Nullable cx_document_new(cx_document *_Nullable *_Nonnull out) noexcept {
    return guarded([&] { *out = new cx_document(); });
}

void cx_document_free(cx_document *_Nullable document) noexcept {
    delete document;
}

cx_error *_Nullable cx_document_add_term(
    cx_document *_Nonnull document, cx_bytes term, uint32_t frequency) noexcept {
    return guarded([&] { document->document.add_term(to_term(term), frequency); });
}

cx_error *_Nullable cx_document_add_posting(
    cx_document *_Nonnull document, cx_bytes term, uint32_t position, uint32_t frequency) noexcept {
    return guarded([&] { document->document.add_posting(to_term(term), position, frequency); });
}

cx_error *_Nullable cx_document_add_postings(
    cx_document *_Nonnull document, cx_bytes bytes, const uint32_t *_Nullable ends,
    const uint32_t *_Nullable positions, size_t count, uint32_t frequency) noexcept {
    return guarded([&] {
        // Two passes, so that a bad term leaves the document as it was.
        for (const bool adds : {false, true}) {
            uint32_t start = 0;
            for (size_t index = 0; index < count; ++index) {
                const uint32_t end = ends[index];
                if (end < start || end > bytes.count) {
                    throw Xapian::InvalidArgumentError("The ends of the terms must ascend and stay within the bytes");
                }
                const std::string term = to_term({bytes.start + start, end - start});
                if (adds) document->document.add_posting(term, positions[index], frequency);
                start = end;
            }
        }
    });
}

cx_error *_Nullable cx_document_set_value(
    cx_document *_Nonnull document, uint32_t slot, cx_bytes value) noexcept {
    return guarded([&] { document->document.add_value(slot, to_string(value)); });
}

cx_error *_Nullable cx_document_set_data(cx_document *_Nonnull document, cx_bytes data) noexcept {
    return guarded([&] { document->document.set_data(to_string(data)); });
}
