#ifndef SITREP_CREADING_HTML_GUARD_H
#define SITREP_CREADING_HTML_GUARD_H

#include <stddef.h>

/// Overwrites with blanks the tags that would nest deeper than 500 and those with more than 500 attributes.
///
/// The parser walks its stack of open elements for most tags, and all earlier attributes for each attribute of a tag:
/// both would take quadratic time. All tags `html` and `body` of a page count together, as their attributes become those
/// of one element. Elements that end by themselves (p, li, td …) are not counted.
void sr_html_guard(char *text, size_t length);

#endif
