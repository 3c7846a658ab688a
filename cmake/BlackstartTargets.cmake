# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
#
# How every target of the project is made: one function for libraries, one for tests, one interface target
# that carries the flags.

option(BS_WARNINGS_AS_ERRORS "Treat compiler warnings as errors" OFF)
option(BS_COVERAGE "Instrument for gcov" OFF)
option(BS_FUZZ "Build the libFuzzer targets (clang only)" OFF)
option(BS_MPI "Sweeps over the processes of mpirun (OpenMPI)" OFF)
set(BS_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize=: address,undefined or thread")

include(CheckCCompilerFlag)
find_package(PkgConfig REQUIRED)
pkg_check_modules(CJSON REQUIRED IMPORTED_TARGET libcjson)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(CRYPTO REQUIRED IMPORTED_TARGET libcrypto)
pkg_check_modules(SSL REQUIRED IMPORTED_TARGET libssl)
pkg_check_modules(XML REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl)
pkg_check_modules(LDNS REQUIRED IMPORTED_TARGET ldns)
pkg_check_modules(MICROHTTPD REQUIRED IMPORTED_TARGET libmicrohttpd)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
find_package(Threads REQUIRED)
if(BS_MPI)
    pkg_check_modules(MPI REQUIRED IMPORTED_TARGET ompi-c)
endif()

set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_C_FLAGS_RELEASE "-O3 -DNDEBUG")
# For x86, gcc clears and copies a few hundred bytes by a string instruction, which takes longer to begin
# than plain stores take for all of them: 2 to 5 % of a trial.
set(bs_by_stores "unrolled_loop:256:noalign,libcall:-1:noalign")
check_c_compiler_flag("-mmemset-strategy=${bs_by_stores}" BS_HAS_MEMSET_STRATEGY)
if(BS_HAS_MEMSET_STRATEGY)
    string(APPEND CMAKE_C_FLAGS_RELEASE
           " -mmemset-strategy=${bs_by_stores} -mmemcpy-strategy=${bs_by_stores}")
endif()

add_library(bs_flags INTERFACE)
target_compile_definitions(bs_flags INTERFACE _XOPEN_SOURCE=700)
# Floating point must give the same bits everywhere: no contraction into fused multiply-add.
target_compile_options(bs_flags INTERFACE
    -ffp-contract=off -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes
    -Wmissing-prototypes -Wvla -Wundef -Wwrite-strings -Wcast-align -Wformat=2)
if(BS_WARNINGS_AS_ERRORS)
    target_compile_options(bs_flags INTERFACE -Werror)
endif()
if(BS_SANITIZE)
    target_compile_options(bs_flags INTERFACE -fsanitize=${BS_SANITIZE} -fno-omit-frame-pointer
                           -fno-sanitize-recover=all)
    target_link_options(bs_flags INTERFACE -fsanitize=${BS_SANITIZE})
endif()
if(BS_COVERAGE)
    target_compile_options(bs_flags INTERFACE --coverage)
    target_link_options(bs_flags INTERFACE --coverage)
endif()

# bs_add_library(NAME SOURCES file.c .. [HEADERS file.h ..] [LINK target ..] [LINK_PRIVATE target ..])
# One per folder. LINK names the folders it may include: docs/ARCHITECTURE.md has the table, and
# tests/style checks it.
function(bs_add_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS;LINK;LINK_PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_include_directories(${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
                               $<INSTALL_INTERFACE:include/blackstart>)
    target_link_libraries(${name} PUBLIC ${ARG_LINK} PRIVATE $<BUILD_INTERFACE:bs_flags> ${ARG_LINK_PRIVATE})
    set_property(GLOBAL APPEND PROPERTY BS_LIBRARIES ${name})
    foreach(header ${ARG_HEADERS})
        set_property(GLOBAL APPEND PROPERTY BS_HEADERS ${CMAKE_CURRENT_SOURCE_DIR}/${header})
    endforeach()
endfunction()

# bs_add_test(NAME SOURCES file.c .. LINK target ..): one cmocka program, one ctest test of the same name.
function(bs_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINK" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    add_executable(test_${name} ${ARG_SOURCES})
    target_link_libraries(test_${name} PRIVATE ${ARG_LINK} bs_flags PkgConfig::CMOCKA m)
    target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_compile_definitions(test_${name} PRIVATE BS_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND test_${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT})
endfunction()
