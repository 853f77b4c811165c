#include "creading_language.h"

#if __has_include(<cld2/public/compact_lang_det.h>)
// The header uses FILE without including it.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>

#include <climits>

const char *sr_language_detect(const char *text, size_t length) {
    if (length == 0 || length > INT_MAX) return nullptr;
    CLD2::Language languages[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
    int percents[3] = {0, 0, 0};
    int text_bytes = 0;
    bool is_reliable = false;
    CLD2::ExtDetectLanguageSummary(
        text, static_cast<int>(length), true, languages, percents, &text_bytes, &is_reliable);
    if (!is_reliable || languages[0] == CLD2::UNKNOWN_LANGUAGE || percents[0] < 60) return nullptr;
    return CLD2::LanguageCode(languages[0]);
}
#else
const char *sr_language_detect(const char *, size_t) { return nullptr; }
#endif
