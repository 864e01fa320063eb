#!/usr/bin/env bash
# Plans to boxLCD's BodyGoal in the true simulator and in checkpoints, acts in the true one, and prints Markdown (needs python3).
# Usage: docs/benchmarks/planning.sh DIR [WORLD=CHECKPOINT]...   e.g. planning.sh out Urchin=models/urchin Luxo=models/luxo
# What is there already is not made again. Two cores: five minutes a world in the true simulator; SETTINGS="--set ..." changes settings.
set -euo pipefail
directory=${1:?name a directory for the results}
shift
cradle=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/bin/cradle
read -ra settings <<<"${SETTINGS:-}"
for world in Luxo Urchin; do
  [ -e "$directory/$world-true/planning.json" ] ||
    "$cradle" plan --world "$world" --out "$directory/$world-true" "${settings[@]}" >&2
done
for pair in "$@"; do
  world=${pair%%=*}
  checkpoint=${pair#*=}
  out=$directory/$world-$(basename "$checkpoint")
  [ -e "$out/planning.json" ] ||
    "$cradle" plan "$checkpoint" --world "$world" --out "$out" \
      --set plan.truth=false --set 'plan.planners=[CEM, MPPI]' "${settings[@]}" >&2
done
python3 - "$directory"/*/planning.json <<'PY'
import json, sys
print("| world | planner | plans in | success | 95 % | steps to success | distance at the end | return | promised | kept | gap | s an attempt |")
print("|---|---|---|---|---|---|---|---|---|---|---|---|")
def share(interval):
    return "[%.3f, %.3f]" % (interval["low"], interval["high"])
reports = [json.load(open(path)) for path in sys.argv[1:]]
for report in sorted(reports, key=lambda each: each["world"]):
    for result in report["results"]:
        steps, attempts = result["stepsToSuccess"], result["attempts"]
        print("| %s | %s | %s | %.3f (%d of %d) | %s | %s | %.3f | %.2f | %.3f | %.3f | %.3f %s | %.2f |" % (
            report["world"], result["planner"], result["world"].rstrip("/").split("/")[-1], result["success"]["mean"],
            sum(each["reached"] for each in attempts), len(attempts), share(result["success"]),
            "–" if steps is None else "%.1f" % steps["mean"], result["end"]["mean"], result["real"]["mean"],
            result["promised"]["mean"], result["kept"]["mean"], result["gap"]["mean"], share(result["gap"]),
            sum(each["seconds"] for each in attempts) / len(attempts)))
PY
