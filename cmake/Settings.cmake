# Two interface targets that every target links privately: how to compile, and what to warn about.
option(ROHNAMO_WERROR "Warnings are errors (development)" ON)
set(ROHNAMO_SANITIZE "" CACHE STRING "Sanitizers, for example address,undefined")
option(ROHNAMO_COVERAGE "Measure coverage with gcov" OFF)

set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)

add_library(rohnamo_settings INTERFACE)
target_include_directories(rohnamo_settings INTERFACE "${PROJECT_SOURCE_DIR}/app")
target_compile_definitions(rohnamo_settings INTERFACE _POSIX_C_SOURCE=200809L
  ROHNAMO_VERSION="${PROJECT_VERSION}")
if(ROHNAMO_SANITIZE)
  target_compile_options(rohnamo_settings INTERFACE "-fsanitize=${ROHNAMO_SANITIZE}" -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(rohnamo_settings INTERFACE "-fsanitize=${ROHNAMO_SANITIZE}")
  if(CMAKE_C_COMPILER_ID MATCHES "Clang" AND ROHNAMO_SANITIZE MATCHES "address")
    target_compile_definitions(rohnamo_settings INTERFACE __SANITIZE_ADDRESS__) # as gcc says by itself
  endif()
endif()
if(ROHNAMO_COVERAGE)
  target_compile_options(rohnamo_settings INTERFACE --coverage -O0)
  target_link_options(rohnamo_settings INTERFACE --coverage)
endif()

add_library(rohnamo_warnings INTERFACE)
target_compile_options(rohnamo_warnings INTERFACE -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes
  -Wconversion -Wno-sign-conversion -Wformat=2 -Wundef -Wvla -Wwrite-strings -Wpointer-arith -Wold-style-definition)
if(ROHNAMO_WERROR)
  target_compile_options(rohnamo_warnings INTERFACE -Werror)
endif()

# One static library a layer: rohnamo_layer(view SOURCES a.c b.c LINK base)
function(rohnamo_layer name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE rohnamo_settings rohnamo_warnings PUBLIC ${ARG_LINK})
endfunction()

# One test program: rohnamo_test(base/arena SOURCES test_arena.c LINK base). Runs under ctest with the source folder as
# ROHNAMO_SOURCE and the data folder of the build as ROHNAMO_DATA.
function(rohnamo_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  string(REPLACE "/" "_" target "test_${name}")
  add_executable(${target} ${ARG_SOURCES})
  target_link_libraries(${target} PRIVATE rohnamo_settings rohnamo_warnings ${ARG_LINK} cmocka::cmocka)
  add_test(NAME ${name} COMMAND ${target} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${name} PROPERTIES
    ENVIRONMENT "ROHNAMO_SOURCE=${PROJECT_SOURCE_DIR};ROHNAMO_DATA=${PROJECT_BINARY_DIR}/share/rohnamo")
endfunction()
