#ifndef SITREP_CREADING_HTML_H
#define SITREP_CREADING_HTML_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a node of a page is. Comments and the document type are left out.
enum {
    SR_HTML_ELEMENT = 0,
    SR_HTML_TEXT = 1,
};

/// An attribute of an element; both strings end in NUL and live as long as the document.
typedef struct sr_html_attribute {
    const char *_Nonnull name;
    const char *_Nonnull value;
} sr_html_attribute;

/// A node of a page. The pointers live as long as the document.
typedef struct sr_html_node {
    /// The place of the parent in the list; -1 for the root.
    int32_t parent;
    /// 0 for the root.
    int32_t depth;
    /// `SR_HTML_ELEMENT` or `SR_HTML_TEXT`.
    int32_t kind;
    int32_t attribute_count;
    /// The tag's name of an element (lower case, but for unknown tags as written); the text of a text node. UTF-8, not
    /// ended by NUL.
    const char *_Nonnull text;
    size_t text_length;
    const sr_html_attribute *_Nullable attributes;
} sr_html_node;

/// A parsed page.
typedef struct sr_html_document sr_html_document;

/// Parses a page of UTF-8 text with Gumbo (HTML 5 rules; any input gives a tree).
///
/// Takes time about linear in `length`: elements nested deeper than 500 and tags with more than 500 attributes are left
/// out (their text stays), since the parser is quadratic on them. Returns NULL when memory runs out or when the tree
/// needs more than `memory_limit` bytes; nothing is left behind then. Free the document with `sr_html_free`.
sr_html_document *_Nullable sr_html_parse(const char *_Nonnull text, size_t length, size_t memory_limit);

/// The nodes in document order, each before its children; the list belongs to the document.
const sr_html_node *_Nullable sr_html_nodes(const sr_html_document *_Nonnull document, size_t *_Nonnull count);

/// Frees a document and all its nodes; NULL does nothing.
void sr_html_free(sr_html_document *_Nullable document);

#ifdef __cplusplus
}
#endif

#endif
