#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
#
# The same history on another processor: builds for 64-bit ARM, runs by qemu, compares with the native release.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
    cat <<'USAGE'
usage: scripts/cross.sh [CASES]

Builds blackstart for aarch64 (build/aarch64) with Debian's cross compiler, runs every line of CASES (default
tests/determinism/cases.txt) by qemu-aarch64 and compares the history's SHA-256 with build/release's.

The arm64 libraries are downloaded with a package index of their own and unpacked to build/arm64-root: the
system learns no second architecture, and no installed package changes.
USAGE
}

root=$PWD/build/arm64-root
libraries=(libyaml-dev libcjson-dev libssl-dev libsqlite3-dev libxml2-dev libicu-dev liblzma-dev zlib1g-dev
    libcurl4-openssl-dev libldns-dev libmicrohttpd-dev)

# Unpacks the development packages once; a file marks that all of them are there.
unpack_libraries() {
    local state=$root/apt options package
    [ ! -e "$root/complete" ] || return 0
    rm -rf "$root"
    mkdir -p "$state/lists/partial" "$state/cache/archives/partial" "$root/packages"
    : >"$state/status"
    options=(-q -o "APT::Architecture=arm64" -o "APT::Architectures=arm64" -o "APT::Sandbox::User="
        -o "Dir::State=$state" -o "Dir::State::status=$state/status" -o "Dir::Cache=$state/cache")
    apt-get "${options[@]}" update
    (cd "$root/packages" && apt-get "${options[@]}" download "${libraries[@]/%/:arm64}")
    for package in "$root"/packages/*.deb; do
        dpkg-deb -x "$package" "$root"
    done
    touch "$root/complete"
}

case "${1:-}" in
-h | --help) usage && exit 0 ;;
-*) usage >&2 && exit 64 ;;
esac
cases=${1:-tests/determinism/cases.txt}

scripts/setup.sh build cross
unpack_libraries >&2
cmake --preset release >&2
cmake --build --preset release --target blackstart >&2
cmake -G Ninja -S . -B build/aarch64 --toolchain cmake/aarch64-linux-gnu.cmake -D "BS_ARM64_ROOT=$root" \
    -D CMAKE_BUILD_TYPE=Release -D BS_BUILD_TESTS=OFF -D BS_BUILD_BENCH=OFF >&2
cmake --build build/aarch64 >&2
tests/determinism/compare.sh "$cases" build/release/blackstart "qemu-aarch64 build/aarch64/blackstart"
