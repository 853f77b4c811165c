#define XAPIAN_MOVE_SEMANTICS
#include <xapian.h>
