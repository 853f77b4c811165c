#include "creading_html.h"

#include <gumbo.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "html_guard.h"

struct sr_html_document {
    sr_arena *arena;
    // The parser keeps pointers into the text.
    char *text;
    sr_html_node *nodes;
    size_t count;
    size_t capacity;
    jmp_buf out_of_memory;
};

/// The parser does not look for NULL, and all that it holds is the arena's: leaving by a jump loses nothing.
static void *allocate(void *userdata, size_t size) {
    sr_html_document *document = userdata;
    void *block = sr_arena_allocate(document->arena, size);
    if (block == NULL) longjmp(document->out_of_memory, 1);
    return block;
}

static void release(void *userdata, void *block) { sr_arena_release(((sr_html_document *)userdata)->arena, block); }

static sr_html_node *next_node(sr_html_document *document) {
    if (document->count == document->capacity) {
        size_t capacity = document->capacity == 0 ? 1024 : document->capacity * 2;
        if (capacity > INT32_MAX) longjmp(document->out_of_memory, 1);
        sr_html_node *larger = realloc(document->nodes, capacity * sizeof *larger);
        if (larger == NULL) longjmp(document->out_of_memory, 1);
        document->nodes = larger;
        document->capacity = capacity;
    }
    return &document->nodes[document->count++];
}

static void name_element(const GumboElement *element, sr_html_node *node) {
    if (element->tag != GUMBO_TAG_UNKNOWN) {
        node->text = gumbo_normalized_tagname(element->tag);
        node->text_length = strlen(node->text);
        return;
    }
    GumboStringPiece piece = element->original_tag;
    gumbo_tag_from_original_text(&piece);
    node->text = piece.data == NULL ? "" : piece.data;
    node->text_length = piece.data == NULL ? 0 : piece.length;
}

static bool append(sr_html_document *document, const GumboNode *source, int32_t parent, int32_t depth) {
    switch (source->type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE: {
        const GumboVector *attributes = &source->v.element.attributes;
        sr_html_attribute *list = NULL;
        if (attributes->length > 0) {
            list = allocate(document, attributes->length * sizeof *list);
            for (unsigned int i = 0; i < attributes->length; i++) {
                const GumboAttribute *attribute = attributes->data[i];
                list[i].name = attribute->name;
                list[i].value = attribute->value;
            }
        }
        sr_html_node *node = next_node(document);
        node->parent = parent;
        node->depth = depth;
        node->kind = SR_HTML_ELEMENT;
        node->attribute_count = (int32_t)attributes->length;
        node->attributes = list;
        name_element(&source->v.element, node);
        return true;
    }
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE: {
        sr_html_node *node = next_node(document);
        node->parent = parent;
        node->depth = depth;
        node->kind = SR_HTML_TEXT;
        node->attribute_count = 0;
        node->attributes = NULL;
        node->text = source->v.text.text;
        node->text_length = strlen(node->text);
        return true;
    }
    default:
        return false;
    }
}

/// Lists the tree in document order without recursion: pages nest as deep as they like.
static void flatten(sr_html_document *document, const GumboNode *root) {
    typedef struct frame {
        const GumboNode *node;
        unsigned int next_child;
        int32_t index;
    } frame;
    size_t capacity = 1024;
    size_t depth = 1;
    frame *stack = allocate(document, capacity * sizeof *stack);
    append(document, root, -1, 0);
    stack[0] = (frame){root, 0, 0};
    while (depth > 0) {
        frame *top = &stack[depth - 1];
        const GumboVector *children = &top->node->v.element.children;
        if (top->next_child == children->length) {
            depth--;
            continue;
        }
        const GumboNode *child = children->data[top->next_child++];
        int32_t index = (int32_t)document->count;
        if (!append(document, child, top->index, (int32_t)depth)) continue;
        if (child->type != GUMBO_NODE_ELEMENT && child->type != GUMBO_NODE_TEMPLATE) continue;
        if (depth == capacity) {
            frame *larger = allocate(document, 2 * capacity * sizeof *larger);
            memcpy(larger, stack, capacity * sizeof *stack);
            release(document, stack);
            stack = larger;
            capacity *= 2;
        }
        stack[depth++] = (frame){child, 0, index};
    }
}

sr_html_document *sr_html_parse(const char *text, size_t length, size_t memory_limit) {
    sr_html_document *document = calloc(1, sizeof *document);
    if (document == NULL) return NULL;
    document->arena = sr_arena_create(memory_limit);
    document->text = malloc(length + 1);
    if (document->arena == NULL || document->text == NULL || setjmp(document->out_of_memory) != 0) {
        sr_html_free(document);
        return NULL;
    }
    memcpy(document->text, text, length);
    document->text[length] = 0;
    sr_html_guard(document->text, length);

    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = document;
    options.max_errors = 0;
    const GumboOutput *output = gumbo_parse_with_options(&options, document->text, length);
    // The output is never destroyed by the parser's own function, which recurses: it goes with the arena.
    flatten(document, output->root);
    return document;
}

const sr_html_node *sr_html_nodes(const sr_html_document *document, size_t *count) {
    *count = document->count;
    return document->nodes;
}

void sr_html_free(sr_html_document *document) {
    if (document == NULL) return;
    sr_arena_free(document->arena);
    free(document->text);
    free(document->nodes);
    free(document);
}
