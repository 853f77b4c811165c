#ifndef SITREP_CREADING_ARENA_H
#define SITREP_CREADING_ARENA_H

#include <stddef.h>

/// Memory that is freed as a whole; single blocks given back are used again.
typedef struct sr_arena sr_arena;

/// NULL when memory runs out. `limit` is the most bytes that the arena takes from the system.
sr_arena *sr_arena_create(size_t limit);

/// A block aligned for any type; NULL when the limit is reached or memory runs out.
void *sr_arena_allocate(sr_arena *arena, size_t size);

/// Gives a block back to the arena; NULL does nothing.
void sr_arena_release(sr_arena *arena, void *block);

void sr_arena_free(sr_arena *arena);

#endif
