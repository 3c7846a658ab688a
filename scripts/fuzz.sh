#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
#
# Every fuzzer for as long as one likes: what ctest does in ten seconds each.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
    cat <<'USAGE'
usage: scripts/fuzz.sh [SECONDS [NAME...]]

Builds the fuzz preset and runs each fuzzer (or those named: "wire", "dns") for SECONDS (600), two at a time, at a
low priority. Prints how many inputs each has tried and how it ended; status 1 if one has found something. Logs, corpora
and what was found are in build/fuzz/tests/fuzz: a crash file is given to its fuzzer as argument to see it again.
USAGE
}

case "${1:-}" in
-h | --help) usage && exit 0 ;;
-*) usage >&2 && exit 64 ;;
esac
seconds=${1:-600}
case "$seconds" in
*[!0-9]*) usage >&2 && exit 64 ;;
esac
shift $(($# > 0 ? 1 : 0))

folder=build/fuzz/tests/fuzz
cmake --preset fuzz >&2
nice cmake --build build/fuzz --target fuzzers -j 2 >&2
if [ $# -eq 0 ]; then
    for file in "$folder"/*.arguments; do
        set -- "$@" "$(basename "$file" .arguments)"
    done
fi

# run NAME: one fuzzer, and the line about it.
run() {
    local name=$1 arguments status=0 executed
    mapfile -t arguments <"$folder/$name.arguments"
    mkdir -p "$folder/found"
    nice -n 15 "$folder/fuzz_$name" "-max_total_time=$seconds" -timeout=60 -print_final_stats=1 \
        "-artifact_prefix=$folder/found/$name-" "${arguments[@]}" >"$folder/$name.log" 2>&1 || status=$?
    executed=$(sed -n 's/^stat::number_of_executed_units: //p' "$folder/$name.log")
    echo "$name: ${executed:-?} inputs in $seconds s: $([ "$status" -eq 0 ] && echo clean || echo "FOUND, see $folder/$name.log")"
    return "$status"
}
export -f run
export seconds folder
printf '%s\n' "$@" | xargs -P 2 -I NAME bash -c 'run NAME' || {
    echo "fuzz.sh: not all are clean; reproduce: build/fuzz/tests/fuzz/fuzz_NAME build/fuzz/tests/fuzz/found/NAME-..." >&2
    exit 1
}
