#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
#
# Which lines and branches the tests execute.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

case "${1:-}" in
'') ;;
-h | --help)
    echo "usage: scripts/coverage.sh"
    echo "Builds the coverage preset, runs its tests, prints a summary; details in build/coverage/coverage.html."
    exit 0
    ;;
*) echo "usage: scripts/coverage.sh" >&2 && exit 64 ;;
esac

scripts/setup.sh build test coverage
cmake --preset coverage >&2
cmake --build --preset coverage >&2
# Counts of earlier runs would be added to.
find build/coverage -name '*.gcda' -delete
ctest --preset coverage -j 2 >&2
gcovr --root . --object-directory build/coverage --exclude 'tests/' --exclude 'bench/' --exclude 'tools/' \
    --exclude 'build/' --html-details build/coverage/coverage.html --print-summary
