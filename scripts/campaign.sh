#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright the blackstart authors
#
# The long proofs that are no part of the tests: the orchestrator killed at every point of every scenario of the
# platform, with and without another one started in its place; a thousand seeds of what must hold whatever is drawn;
# ten thousand random fault schedules. With --every N, only each N-th point is tried, and an N-th of the schedules.
set -euo pipefail

usage="usage: scripts/campaign.sh [--every N]"
every=1
case "${1:-}" in
'') ;;
--every) every=${2:?$usage} ;;
-h | --help) echo "$usage" && exit 0 ;;
*) echo "$usage" >&2 && exit 64 ;;
esac
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cmake --preset release >/dev/null
cmake --build build/release >/dev/null
program=build/release/blackstart
failed=0

printf '%-26s %-7s %9s %9s %9s %9s %9s %9s\n' scenario second points tried runs resumed stopped violated
for scenario in scenarios/platform/*.yaml; do
    for second in '' --second-orchestrator; do
        result=$("$program" torture "$scenario" --every "$every" --format json $second) || failed=1
        printf '%-26s %-7s %9s %9s %9s %9s %9s %9s\n' "$(basename "$scenario" .yaml)" "${second:+yes}" \
            $(printf '%s' "$result" | /usr/bin/python3 -c '
import json, sys
found = json.load(sys.stdin)
print(found["points"], found["tried"], found["runs"], found["resumed"], found["safe_stop"], found["violated"])')
    done
done
BS_SEEDS=$((1000 / (every < 1000 ? every : 1000))) build/release/tests/trial/test_seeds || failed=1
"$program" hunt scenarios/platform/region-loss.yaml --seeds $((10000 / every + 1)) || failed=1
exit $failed
