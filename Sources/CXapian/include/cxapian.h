#ifndef SITREP_CXAPIAN_H
#define SITREP_CXAPIAN_H
#endif
