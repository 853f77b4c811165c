#include "arena.h"

#include <stdint.h>
#include <stdlib.h>

enum { CLASS_COUNT = 48, CHUNK = 1 << 18 };

// Every block begins with its size class, padded so that what follows is aligned.
typedef union header {
    size_t size_class;
    union header *next;
    max_align_t alignment;
} header;

typedef struct chunk {
    struct chunk *next;
    max_align_t alignment;
} chunk;

struct sr_arena {
    chunk *chunks;
    char *free_from;
    size_t free_bytes;
    size_t taken;
    size_t limit;
    header *released[CLASS_COUNT];
};

sr_arena *sr_arena_create(size_t limit) {
    sr_arena *arena = calloc(1, sizeof *arena);
    if (arena != NULL) arena->limit = limit;
    return arena;
}

void *sr_arena_allocate(sr_arena *arena, size_t size) {
    size_t size_class = 5;
    while (size_class < CLASS_COUNT && ((size_t)1 << size_class) < size) size_class++;
    if (size_class == CLASS_COUNT) return NULL;
    header *block = arena->released[size_class];
    if (block != NULL) {
        // The class was overwritten by the link: it stands in the list's own place.
        arena->released[size_class] = block->next;
        block->size_class = size_class;
        return block + 1;
    }
    size_t wanted = sizeof(header) + ((size_t)1 << size_class);
    if (wanted > arena->free_bytes) {
        size_t bytes = sizeof(chunk) + (wanted > CHUNK ? wanted : CHUNK);
        if (bytes > arena->limit - arena->taken) return NULL;
        chunk *fresh = malloc(bytes);
        if (fresh == NULL) return NULL;
        fresh->next = arena->chunks;
        arena->chunks = fresh;
        arena->taken += bytes;
        arena->free_from = (char *)(fresh + 1);
        arena->free_bytes = bytes - sizeof(chunk);
    }
    block = (header *)arena->free_from;
    arena->free_from += wanted;
    arena->free_bytes -= wanted;
    block->size_class = size_class;
    return block + 1;
}

void sr_arena_release(sr_arena *arena, void *pointer) {
    if (pointer == NULL) return;
    header *block = (header *)pointer - 1;
    size_t size_class = block->size_class;
    block->next = arena->released[size_class];
    arena->released[size_class] = block;
}

void sr_arena_free(sr_arena *arena) {
    if (arena == NULL) return;
    chunk *each = arena->chunks;
    while (each != NULL) {
        chunk *next = each->next;
        free(each);
        each = next;
    }
    free(arena);
}
