#include "cvocabulary.h"
