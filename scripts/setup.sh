#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
#
# Installs what is missing of the Debian packages that the named groups of scripts/packages.txt list.
set -euo pipefail

usage() {
    cat <<'USAGE'
usage: scripts/setup.sh [GROUP...]

Installs the Debian packages of the groups that are missing, and touches neither the network nor the system
when none is. Groups: build (the default), test, coverage, cross, bench; see scripts/packages.txt.
USAGE
}

listed() {
    local groups=" $* " package group _
    while read -r package group _; do
        case "$package" in '' | \#*) continue ;; esac
        case "$groups" in *" $group "*) echo "$package" ;; esac
    done <"$(dirname "${BASH_SOURCE[0]}")/packages.txt"
}

# Itself, or by another package that provides it: npm comes with some packages of nodejs.
is_installed() {
    dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides},\n' |
        grep -E "^installed (.*, )?$1( \([^)]*\))?," >/dev/null
}

# Some packages bring a service of which only a program is wanted: while this file is there, none is started.
forbid_services() {
    local policy=/usr/sbin/policy-rc.d
    [ ! -e "$policy" ] || return 0
    # shellcheck disable=SC2064 # What is known here is not known at the end.
    trap "$* rm -f $policy" EXIT
    printf '#!/bin/sh\nexit 101\n' | "$@" install -m 755 /dev/stdin "$policy"
}

install_packages() {
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "setup.sh: these packages are missing, and there is neither root nor sudo: $*" >&2
            exit 69
        fi
        as_root=(sudo)
    fi
    echo "setup.sh: installing $*" >&2
    forbid_services "${as_root[@]}" env
    {
        "${as_root[@]}" apt-get update -q
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -q --no-install-recommends "$@"
    } >&2 </dev/null
}

main() {
    local package missing=() groups=("$@")
    case "${1:-}" in -h | --help) usage && exit 0 ;; esac
    [ "$#" -gt 0 ] || groups=(build)
    for package in "${groups[@]}"; do
        case "$package" in
        build | test | coverage | cross | bench) ;;
        *) usage >&2 && exit 64 ;;
        esac
    done
    if ! command -v dpkg-query >/dev/null; then
        echo "setup.sh: no dpkg here, nothing checked; needed: $(listed "${groups[@]}" | xargs)" >&2
        return 0
    fi
    while read -r package; do
        is_installed "$package" || missing+=("$package")
    done < <(listed "${groups[@]}")
    [ "${#missing[@]}" -eq 0 ] || install_packages "${missing[@]}"
}

main "$@"
