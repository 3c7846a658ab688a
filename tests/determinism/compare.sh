#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
#
# A run is a function of (scenario, plan, seed, version): every build must give the same history.
set -euo pipefail

usage() {
    cat <<'USAGE'
usage: tests/determinism/compare.sh CASES BINARY...

Runs every line of CASES (scenario, seed; paths from the repository root) with every BINARY and compares the
history's SHA-256. One BINARY alone is run twice, under different environments. BINARY may be a quoted command
with arguments ("qemu-aarch64 build/aarch64/blackstart"). Exits 1 at the first difference, naming the commands.
USAGE
}

# hash_of SCENARIO SEED BINARY: the history's SHA-256, or the command's words on standard error.
hash_of() {
    local report status=0
    # shellcheck disable=SC2086 # BINARY may be a command with arguments.
    report=$($3 run "$1" --seed "$2" --format json) || status=$?
    if [ "$status" -gt 2 ] || ! grep -oE '"history_sha256": *"[0-9a-f]{64}"' <<<"$report" | grep -oE '[0-9a-f]{64}'; then
        echo "compare.sh: no history_sha256, exit status $status; reproduce: $3 run $1 --seed $2 --format json" >&2
        exit 1
    fi
}

compare_case() {
    local scenario=$1 seed=$2 first=$3 binary expected actual
    shift 3
    expected=$(hash_of "$scenario" "$seed" "$first")
    for binary in "$@"; do
        actual=$(hash_of "$scenario" "$seed" "$binary")
        if [ "$actual" != "$expected" ]; then
            {
                echo "compare.sh: histories differ: $expected, $actual; reproduce:"
                echo "  $first run $scenario --seed $seed --format json"
                echo "  $binary run $scenario --seed $seed --format json"
            } >&2
            exit 1
        fi
    done
    echo "$expected $scenario $seed"
}

main() {
    local cases scenario seed binaries
    case "${1:-}" in -h | --help) usage && exit 0 ;; esac
    [ "$#" -ge 2 ] || { usage >&2 && exit 64; }
    cases=$1
    shift
    binaries=("$@")
    if [ "$#" -eq 1 ]; then
        binaries=("env TZ=UTC LC_ALL=C $1" "env TZ=Asia/Kathmandu LC_ALL=de_DE.UTF-8 MALLOC_PERTURB_=165 $1")
    fi
    while read -r scenario seed; do
        case "$scenario" in '' | \#*) continue ;; esac
        compare_case "$scenario" "$seed" "${binaries[@]}"
    done <"$cases"
}

main "$@"
