#include "creading.h"
