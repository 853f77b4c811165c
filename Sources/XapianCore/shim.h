// The library's move constructors are declared only when this is defined before its first inclusion.
#define XAPIAN_MOVE_SEMANTICS
#include <xapian.h>
