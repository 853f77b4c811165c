#include <memory>

#include "Failure.hpp"
#include "VersionFile.hpp"
#include "Writer.hpp"
#include "cglass.h"

using glass::guarded;

struct cg_writer {
    glass::Writer writer;
};

cg_code cg_writer_open(
    cg_bytes folder, cg_options options, cg_writer *_Nullable *_Nonnull out, cg_failure *_Nonnull failure) noexcept {
    return guarded(*failure, [&] {
        const std::string path(glass::view(folder));
        if (path.empty() || path.find('\0') != std::string::npos) {
            throw glass::Failure(CG_INVALID_ARGUMENT, "The path is empty or has a NUL byte");
        }
        *out = new cg_writer{{path, options}};
    });
}

cg_code cg_writer_add(
    cg_writer *_Nonnull writer, const cg_document *_Nonnull document, uint32_t *_Nonnull id,
    cg_failure *_Nonnull failure) noexcept {
    return guarded(*failure, [&] { *id = writer->writer.add(*document); });
}

cg_code cg_writer_set_metadata(
    cg_writer *_Nonnull writer, cg_bytes key, cg_bytes value, cg_failure *_Nonnull failure) noexcept {
    return guarded(*failure, [&] { writer->writer.set_metadata(glass::view(key), glass::view(value)); });
}

cg_code cg_writer_finish(cg_writer *_Nonnull writer, cg_failure *_Nonnull failure) noexcept {
    return guarded(*failure, [&] { writer->writer.finish(); });
}

void cg_writer_free(cg_writer *_Nullable writer) noexcept { delete writer; }

bool cg_is_known_format(cg_bytes folder) noexcept {
    try {
        return glass::VersionFile::is_of_empty_database(std::string(glass::view(folder)));
    } catch (...) {
        // Without memory nothing is known.
        return false;
    }
}
