/* cmocka with what it needs in front of it. */
#ifndef ROHNAMO_TESTS_TESTING_H
#define ROHNAMO_TESTS_TESTING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
