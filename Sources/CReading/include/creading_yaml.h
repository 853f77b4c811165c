// Events of a YAML file, read by libyaml. Functions begin with sr_yaml_; none of them keeps global state.
#ifndef SITREP_CREADING_YAML_H
#define SITREP_CREADING_YAML_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A parser over one file's bytes.
typedef struct sr_yaml_parser sr_yaml_parser;

/// What an event is.
typedef enum sr_yaml_kind {
    /// The end of the stream; no event follows.
    SR_YAML_END = 0,
    SR_YAML_DOCUMENT,
    SR_YAML_SCALAR,
    SR_YAML_SEQUENCE_START,
    SR_YAML_SEQUENCE_END,
    SR_YAML_MAPPING_START,
    SR_YAML_MAPPING_END,
    /// A reference to an anchor (`*name`).
    SR_YAML_REFERENCE,
    /// The bytes are no YAML, or memory ran out; `text` says what is wrong, and no event follows.
    SR_YAML_ERROR
} sr_yaml_kind;

/// One event. `text` belongs to the parser and holds until the next call on it.
typedef struct sr_yaml_event {
    sr_yaml_kind kind;
    /// The line where it begins, from 1.
    size_t line;
    /// The value of a scalar or the message of an error, UTF-8, not ended by a NUL; else NULL.
    const char *_Nullable text;
    size_t text_size;
} sr_yaml_event;

/// A parser over a copy of `bytes`. Returns NULL when memory runs out. The caller frees it with `sr_yaml_free`.
sr_yaml_parser *_Nullable sr_yaml_create(const uint8_t *_Nullable bytes, size_t size);

/// Reads the next event into `event`; after an end or an error it gives the same again.
void sr_yaml_next(sr_yaml_parser *_Nonnull parser, sr_yaml_event *_Nonnull event);

/// Frees the parser and what it gave; NULL does nothing.
void sr_yaml_free(sr_yaml_parser *_Nullable parser);

#ifdef __cplusplus
}
#endif

#endif
