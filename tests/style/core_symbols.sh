#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
#
# The orchestrator's core is sans-IO: linked with what it uses of calls and base, it may still want only memory
# and string primitives, the assertion's failure and the compiler's own helpers.
set -euo pipefail

usage() {
    cat <<'USAGE'
usage: tests/style/core_symbols.sh LIBBS_CORE.A [LIBRARY.A...]

Links all of the first library with what it needs of the others and fails if an undefined symbol remains that
is not on the list. bs_assert_fail stays undefined: its object is not linked in, as it prints and aborts.
USAGE
}

ALLOWED='memcpy|memmove|memset|memcmp|strlen|strcmp|strncmp|strchr|bs_assert_fail|__stack_chk_fail'
# libgcc: arithmetic on 128-bit integers.
ALLOWED+='|__(u?div|u?mod|u?divmod|mul)ti[34]'

case "${1:-}" in
-h | --help) usage && exit 0 ;;
'') usage >&2 && exit 64 ;;
esac

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
command="$0 $*"
core=$1
shift
others=()
for library in "$@"; do
    copy="$scratch/${#others[@]}.a"
    cp "$library" "$copy"
    if ar t "$copy" | grep -qx 'assert\.c\.o'; then
        ar d "$copy" assert.c.o
    fi
    others+=("$copy")
done

ld -r -o "$scratch/core.o" --whole-archive "$core" --no-whole-archive \
    --start-group "${others[@]}" --end-group
symbols=$(nm --undefined-only --format=posix "$scratch/core.o" | awk '{print $1}')
unexpected=$(grep -vxE "$ALLOWED" <<<"$symbols" | grep -v '^$' || true)
if [ -n "$unexpected" ]; then
    echo "the core wants more than it may:"
    while read -r symbol; do
        echo "  $symbol, wanted by:$(nm -A --undefined-only "$core" "$@" 2>/dev/null |
            awk -v s="$symbol" '$NF == s {print " " $1}' | sort -u | xargs -r -n1 basename | sed 's/^/ /' | tr -d '\n')"
    done <<<"$unexpected"
    echo "reproduce: $command"
    exit 1
fi
echo "undefined symbols of the core: $(xargs <<<"$symbols")"
