#include "creading_yaml.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct sr_yaml_parser {
    yaml_parser_t parser;
    yaml_event_t event;
    bool holds_event;
    bool ended;
    sr_yaml_event last;
    char message[256];
    uint8_t bytes[];
};

sr_yaml_parser *sr_yaml_create(const uint8_t *bytes, size_t size) {
    sr_yaml_parser *self = calloc(1, sizeof *self + size);
    if (!self) return NULL;
    if (!yaml_parser_initialize(&self->parser)) {
        free(self);
        return NULL;
    }
    if (size > 0) memcpy(self->bytes, bytes, size);
    yaml_parser_set_input_string(&self->parser, self->bytes, size);
    yaml_parser_set_encoding(&self->parser, YAML_UTF8_ENCODING);
    return self;
}

static void take_error(sr_yaml_parser *self) {
    const yaml_parser_t *parser = &self->parser;
    const char *problem = parser->problem ? parser->problem : "out of memory";
    const char *context = parser->context;
    snprintf(self->message, sizeof self->message, "%s%s%s", problem, context ? " " : "", context ? context : "");
    self->last.kind = SR_YAML_ERROR;
    // Errors of the byte reader carry an offset instead of a line; the reader's own mark is nearest then.
    self->last.line = (parser->error == YAML_READER_ERROR ? parser->mark.line : parser->problem_mark.line) + 1;
    self->last.text = self->message;
    self->last.text_size = strlen(self->message);
    self->ended = true;
}

void sr_yaml_next(sr_yaml_parser *self, sr_yaml_event *event) {
    while (!self->ended) {
        if (self->holds_event) {
            yaml_event_delete(&self->event);
            self->holds_event = false;
        }
        if (!yaml_parser_parse(&self->parser, &self->event)) {
            take_error(self);
            break;
        }
        self->holds_event = true;
        self->last = (sr_yaml_event){.line = self->event.start_mark.line + 1};
        switch (self->event.type) {
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_END_EVENT:
            continue;
        case YAML_NO_EVENT:
        case YAML_STREAM_END_EVENT:
            self->last.kind = SR_YAML_END;
            self->ended = true;
            break;
        case YAML_DOCUMENT_START_EVENT:
            self->last.kind = SR_YAML_DOCUMENT;
            break;
        case YAML_ALIAS_EVENT:
            self->last.kind = SR_YAML_REFERENCE;
            break;
        case YAML_SCALAR_EVENT:
            self->last.kind = SR_YAML_SCALAR;
            self->last.text = (const char *)self->event.data.scalar.value;
            self->last.text_size = self->event.data.scalar.length;
            break;
        case YAML_SEQUENCE_START_EVENT:
            self->last.kind = SR_YAML_SEQUENCE_START;
            break;
        case YAML_SEQUENCE_END_EVENT:
            self->last.kind = SR_YAML_SEQUENCE_END;
            break;
        case YAML_MAPPING_START_EVENT:
            self->last.kind = SR_YAML_MAPPING_START;
            break;
        case YAML_MAPPING_END_EVENT:
            self->last.kind = SR_YAML_MAPPING_END;
            break;
        }
        break;
    }
    *event = self->last;
}

void sr_yaml_free(sr_yaml_parser *self) {
    if (!self) return;
    if (self->holds_event) yaml_event_delete(&self->event);
    yaml_parser_delete(&self->parser);
    free(self);
}
