#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
#
# Builds blackstart and drills the loss of a Region. Exits 0 once the report card is printed, whatever it says.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
    cat <<'USAGE'
usage: scripts/demo.sh

Installs missing build packages, builds the release preset and runs scenarios/platform/region-loss.yaml with
seed 1. The report card goes to standard output, all files to out/demo. NO_COLOR=1 switches colours off.
USAGE
}

# quietly WHAT COMMAND...: the command's output is shown only if it fails.
quietly() {
    local what=$1 log=build/demo.log
    shift
    echo "demo.sh: $what" >&2
    if ! "$@" >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        echo "demo.sh: failed: $*" >&2
        exit 70
    fi
}

case "${1:-}" in
'') ;;
-h | --help) usage && exit 0 ;;
*) usage >&2 && exit 64 ;;
esac

scripts/setup.sh build
mkdir -p build
rm -rf out/demo
quietly "configuring build/release" cmake --preset release
quietly "building build/release" cmake --build --preset release --target blackstart

status=0
build/release/blackstart run scenarios/platform/region-loss.yaml --seed 1 --out out/demo || status=$?
# 0, 1 and 2 are verdicts: objectives met, missed, not judged. Anything else means that no card was printed.
if [ "$status" -gt 2 ]; then
    echo "demo.sh: blackstart run failed with exit status $status" >&2
    exit "$status"
fi
echo
echo "Files written:"
find out/demo -type f | LC_ALL=C sort | sed 's/^/  /'
