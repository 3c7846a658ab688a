#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
set -euo pipefail

usage() {
    cat <<'USAGE'
usage: scripts/bench.sh [--quick] [--json] [PART...]

Installs the simulators that the benchmarks compare with, builds the release preset's bench and runs it; the words
are its own (bench --help). Figures mean something on a machine that has nothing else to do.
USAGE
}

case "${1:-}" in -h | --help) usage && exit 0 ;; esac
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scripts/setup.sh build bench
cmake --preset release >&2
cmake --build build/release --target bench >&2
exec build/release/bench/bench "$@"
