#!/usr/bin/env bash
# Plans to boxLCD's BodyGoal in the true simulator and in checkpoints, acts in the true one, and prints Markdown (needs python3).
# Usage: docs/benchmarks/planning.sh DIR [WORLD=CHECKPOINT]...   e.g. planning.sh out Urchin=models/urchin Luxo=models/luxo
# What is there already is not made again. Two cores: five minutes a world in the true simulator; SETTINGS="--set ..." changes settings.
set -euo pipefail
usage() { echo "$1: usage is docs/benchmarks/planning.sh DIR [WORLD=CHECKPOINT]..., such as planning.sh out Urchin=models/urchin" >&2; exit 2; }
[ $# -gt 0 ] || usage 'Cannot tell where results go'
directory=$1
shift
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/claim.sh"
cradle=$here/../../bin/cradle
read -ra settings <<<"${SETTINGS:-}"
seen=' '
for pair in "$@"; do
  [[ $pair =~ ^(Luxo|Urchin)=(.+)$ ]] || usage "Cannot plan in '$pair', which is no Luxo=CHECKPOINT or Urchin=CHECKPOINT"
  [ -f "${BASH_REMATCH[2]}/checkpoint.json" ] || { echo "Cannot plan in '${BASH_REMATCH[2]}': it holds no checkpoint.json" >&2; exit 2; }
  row=${BASH_REMATCH[1]}-$(basename "${BASH_REMATCH[2]}")
  [[ $seen != *" $row "* ]] || { echo "Cannot tell rows of '$pair' from those of another checkpoint of that name: rename one" >&2; exit 2; }
  seen+="$row "
done
if [ ! -e "$directory/settings" ] && compgen -G "$directory/*/planning.json" >/dev/null; then
  echo "Cannot use $directory: it doesn't say which settings and checkpoints its results are of; name another DIR" >&2
  exit 2
fi
mkdir -p "$directory"
claim "$directory/settings" "settings ${SETTINGS:-of conf/defaults.yaml}" "$directory"
# NAME WORDS...: each planner by itself, so that what was killed costs no more than one.
plan() {
  local out=$directory/$1
  [ -e "$out/planning.json" ] || "$cradle" plan --out "$out" "${@:2}" ${settings[@]+"${settings[@]}"} >&2
}
for world in Luxo Urchin; do
  for planner in RANDOM CEM MPPI; do
    plan "$world-true-$planner" --world "$world" --set "plan.planners=[$planner]"
  done
done
for pair in "$@"; do
  world=${pair%%=*}
  checkpoint=${pair#*=}
  claim "$directory/$world-$(basename "$checkpoint").of" "checkpoint $(cksum <"$checkpoint/checkpoint.json")" "$directory"
  for planner in CEM MPPI; do
    plan "$world-$(basename "$checkpoint")-$planner" "$checkpoint" --world "$world" \
      --set "plan.planners=[$planner]" --set plan.truth=false
  done
done
python3 - "$directory"/*/planning.json <<'PY'
import json, sys
print("| world | planner | plans in | success | 95 % | steps to success | distance at the end | return | promised | kept | gap | s an attempt |")
print("|---|---|---|---|---|---|---|---|---|---|---|---|")
def share(interval):
    return "[%.3f, %.3f]" % (interval["low"], interval["high"])
order = ["RANDOM", "CEM", "MPPI"]
reports = [json.load(open(path)) for path in sys.argv[1:]]
key = lambda each: (each["world"], each["results"][0]["world"] != "true simulator", order.index(each["results"][0]["planner"]))
for report in sorted(reports, key=key):
    for result in report["results"]:
        steps, attempts = result["stepsToSuccess"], result["attempts"]
        print("| %s | %s | %s | %.3f (%d of %d) | %s | %s | %.3f | %.2f | %.3f | %.3f | %.3f %s | %.2f |" % (
            report["world"], result["planner"], result["world"].rstrip("/").split("/")[-1], result["success"]["mean"],
            sum(each["reached"] for each in attempts), len(attempts), share(result["success"]),
            "–" if steps is None else "%.1f" % steps["mean"], result["end"]["mean"], result["real"]["mean"],
            result["promised"]["mean"], result["kept"]["mean"], result["gap"]["mean"], share(result["gap"]),
            sum(each["seconds"] for each in attempts) / len(attempts)))
PY
