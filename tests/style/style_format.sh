#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
#
# Every *.c and *.h as .clang-format wants it.
set -euo pipefail

case "${1:-}" in
'' | --fix) ;;
-h | --help) echo "usage: tests/style/style_format.sh [--fix]" && exit 0 ;;
*) echo "usage: tests/style/style_format.sh [--fix]" >&2 && exit 64 ;;
esac
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mode=(--dry-run -Werror)
[ "${1:-}" != --fix ] || mode=(-i)

if ! find base orchestrator sim mocks reports cli tests bench tools \( -name '*.c' -o -name '*.h' \) -print0 |
    xargs -0 -r clang-format-14 "${mode[@]}"; then
    echo "reproduce: tests/style/style_format.sh; mend: tests/style/style_format.sh --fix"
    exit 1
fi
