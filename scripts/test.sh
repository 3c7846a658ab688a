#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
#
# Every build and every test, stage by stage; the first failure ends it and shows its log.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
    cat <<'USAGE'
usage: scripts/test.sh

Installs missing packages, then: release (gcc), clang, asan, tsan and fuzz, each built and tested; one history
from all builds; at last style and static analysis. Logs: build/logs.
USAGE
}

jobs=2
tests_at_once=3 # Some only wait: for time to pass, for an answer that does not come.
timings=()

# stage NAME COMMAND...: output goes to a log, which is shown if the command fails.
stage() {
    local name=$1 log="build/logs/$1.log" started=$SECONDS
    shift
    printf '== %-12s ' "$name"
    if ! "$@" >"$log" 2>&1 </dev/null; then
        echo "FAILED after $((SECONDS - started)) s"
        cat "$log"
        echo "test.sh: stage $name failed; its log is $log; reproduce: the last line above that begins with +"
        exit 1
    fi
    echo "$((SECONDS - started)) s$(grep -oE '[0-9]+ tests failed out of [0-9]+' "$log" | sed 's/^/, /')"
    timings+=("$name $((SECONDS - started)) s")
}

# said COMMAND...: writes the command above its output, so that the log says how to reproduce it.
said() {
    echo "+ $*"
    "$@"
}

# Sweeps over mpirun: not in sanitizer builds, which would judge MPI's own code.
declare -A configured=([release]="-DBS_MPI=ON" [dev]="-DBS_MPI=ON")

# What its tests run, where that is not everything.
declare -A built=([tsan]="--target blackstart" [fuzz]="--target fuzzers")

# build_preset PRESET
build_preset() {
    # shellcheck disable=SC2086 # none or several words
    said cmake --preset "$1" ${configured[$1]:-} && said cmake --build --preset "$1" -j "$jobs" ${built[$1]:-}
}

# test_preset PRESET [CTEST OPTION...]: builds, then tests.
test_preset() {
    local preset=$1
    shift
    build_preset "$preset" && said ctest --preset "$preset" -j "$tests_at_once" --no-label-summary "$@"
}

case "${1:-}" in
'') ;;
-h | --help) usage && exit 0 ;;
*) usage >&2 && exit 64 ;;
esac

mkdir -p build/logs
stage setup said scripts/setup.sh build test
stage release test_preset release --no-tests=error --label-exclude style
stage clang test_preset clang --no-tests=error --label-regex determinism
stage asan test_preset asan --no-tests=error
stage tsan test_preset tsan --label-regex threads
stage fuzz test_preset fuzz --no-tests=error --tests-regex '^fuzz_'
stage dev-build build_preset dev
stage determinism said tests/determinism/compare.sh tests/determinism/cases.txt \
    build/{release,clang,asan,dev}/blackstart

# In sight, so that ctest's own verdict closes the log. The asan build is the dev build with instruments: what else there
# is to test in this one, has been tested there.
echo "== style and static analysis"
started=$SECONDS
if ! ctest --preset dev -j "$jobs" --no-label-summary --label-regex style </dev/null; then
    echo "test.sh: stage style failed; reproduce: ctest --preset dev --label-regex style"
    exit 1
fi
timings+=("style $((SECONDS - started)) s")
printf -v summary '%s, ' "${timings[@]}"
echo "test.sh: all ${#timings[@]} stages passed in $SECONDS s: ${summary%, }"
