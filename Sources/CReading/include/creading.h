#ifndef SITREP_CREADING_H
#define SITREP_CREADING_H

/// The libraries that reading leans on, each behind the few functions that are used.

#include "creading_charset.h"
#include "creading_digest.h"
#include "creading_html.h"
#include "creading_inflate.h"
#include "creading_language.h"

#include "creading_yaml.h"
#endif
