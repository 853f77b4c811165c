#include "html_guard.h"

#include <stdbool.h>
#include <string.h>

enum { MAXIMUM_DEPTH = 500, MAXIMUM_ATTRIBUTES = 500, NAME_LENGTH = 16 };

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

static bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

static bool is_one_of(const char *name, const char *const *names) {
    for (; *names != NULL; names++) {
        if (strcmp(name, *names) == 0) return true;
    }
    return false;
}

static const char *const uncounted[] = {
    "area", "base", "br", "col", "embed", "hr", "img", "image", "input", "link", "meta", "param", "source", "track",
    "wbr", "p", "li", "td", "th", "tr", "dt", "dd", "option", "optgroup", "tbody", "thead", "tfoot", "colgroup",
    "html", "head", "body", "rp", "rt", NULL};

static const char *const raw[] = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", NULL};

/// Where the end tag `</name` of a raw text element begins; `length` when there is none.
static size_t raw_end(const char *text, size_t at, size_t length, const char *name) {
    size_t name_length = strlen(name);
    while (at + 2 + name_length <= length) {
        const char *found = memchr(text + at, '<', length - at);
        if (found == NULL) return length;
        at = (size_t)(found - text);
        if (at + 2 + name_length > length) return length;
        if (text[at + 1] == '/') {
            size_t i = 0;
            while (i < name_length && lower(text[at + 2 + i]) == name[i]) i++;
            if (i == name_length) return at;
        }
        at++;
    }
    return length;
}

/// The place after the tag that begins at `at`; counts its attributes, roughly.
static size_t tag_end(const char *text, size_t at, size_t length, size_t *attributes) {
    char quote = 0;
    *attributes = 0;
    bool after_equals = false;
    for (; at < length; at++) {
        char c = text[at];
        if (quote != 0) {
            if (c == quote) {
                quote = 0;
                *attributes += 1;
            }
        } else if ((c == '"' || c == '\'') && after_equals) {
            quote = c;
            after_equals = false;
        } else if (c == '>') {
            return at + 1;
        } else if (is_blank(c) || c == '/') {
            if (at > 0 && !is_blank(text[at - 1])) *attributes += 1;
        } else {
            after_equals = c == '=';
        }
    }
    return length;
}

static bool begins_comment(const char *text, size_t at, size_t length) {
    return at + 4 <= length && memcmp(text + at, "<!--", 4) == 0;
}

static size_t comment_end(const char *text, size_t at, size_t length) {
    for (at += 4; at + 3 <= length; at++) {
        const char *found = memchr(text + at, '-', length - at);
        if (found == NULL) return length;
        at = (size_t)(found - text);
        if (at + 3 <= length && memcmp(text + at, "-->", 3) == 0) return at + 3;
    }
    return length;
}

void sr_html_guard(char *text, size_t length) {
    size_t depth = 0;
    size_t dropped = 0;
    // All tags of these two are one element.
    size_t of_root = 0;
    size_t at = 0;
    while (at < length) {
        const char *found = memchr(text + at, '<', length - at);
        if (found == NULL) return;
        at = (size_t)(found - text);
        if (begins_comment(text, at, length)) {
            at = comment_end(text, at, length);
            continue;
        }
        bool is_end = at + 1 < length && text[at + 1] == '/';
        size_t name_at = at + (is_end ? 2 : 1);
        if (name_at >= length || !is_letter(text[name_at])) {
            at++;
            continue;
        }
        char name[NAME_LENGTH];
        size_t i = 0;
        for (; i < NAME_LENGTH - 1 && name_at + i < length; i++) {
            char c = text[name_at + i];
            if (is_blank(c) || c == '>' || c == '/') break;
            name[i] = lower(c);
        }
        name[i] = 0;
        size_t attributes = 0;
        size_t end = tag_end(text, name_at + i, length, &attributes);
        bool blank = attributes > MAXIMUM_ATTRIBUTES;
        if (!is_end && (strcmp(name, "html") == 0 || strcmp(name, "body") == 0)) {
            of_root += attributes;
            blank = of_root > MAXIMUM_ATTRIBUTES;
        }
        if (!is_one_of(name, uncounted) && !is_one_of(name, raw)) {
            if (is_end) {
                if (dropped > 0) {
                    dropped--;
                    blank = true;
                } else if (depth > 0) {
                    depth--;
                }
            } else if (depth >= MAXIMUM_DEPTH) {
                dropped++;
                blank = true;
            } else {
                depth++;
            }
        }
        if (blank) memset(text + at, ' ', end - at);
        at = end;
        if (!is_end && !blank && is_one_of(name, raw)) at = raw_end(text, at, length, name);
    }
}
