#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
#
# The released program has nothing of the mistakes that tests switch on: neither the switch nor their names.
set -euo pipefail

case "${1:-}" in
'' | -h | --help) echo "usage: tests/mutants/mutants_absent.sh PROGRAM" >&2 && exit 64 ;;
esac
if nm "$1" | grep -i mutant || strings -a "$1" | grep -E 'SKIP_FENCE|BREAKER_NEVER_OPENS|takes a fence for done'; then
    echo "$1 has something of the mutants in it"
    echo "reproduce: tests/mutants/mutants_absent.sh $1"
    exit 1
fi
