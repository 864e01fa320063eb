#!/usr/bin/env bash
# What could be known at best: asks the true simulator about episodes of worlds, beside baselines and a small network.
# Usage: docs/benchmarks/oracle.sh DIR EPISODES PARTICLES WORLD...
# Prints Markdown (needs python3). What is there already is not made again. Two cores: a minute or four an episode of 50 frames at 16,384 particles.
set -euo pipefail
directory=${1:?name a directory for the tables and reports}
episodes=${2:?how many episodes}
particles=${3:?how many particles; a quarter of them is tried too}
shift 3
cradle=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/bin/cradle
export CRADLE_HEAP=${CRADLE_HEAP:-8g}
echo "| world | particles | episodes | bits/frame | change from a quarter | least effective sample | oracle | chaos horizon | FEB, best baseline | FEB, dense | filter, s an episode |"
echo "|---|---|---|---|---|---|---|---|---|---|---|"
for world in "$@"; do
  at=$directory/$world
  mkdir -p "$at"
  [ -e "$at/table/_delta_log" ] || "$cradle" generate --profile quickstart --set rollout.world="$world" --out "$at/table" >&2
  [ -e "$at/checkpoint/checkpoint.json" ] || "$cradle" train --profile quickstart "$at/table" --out "$at/checkpoint" >&2
  report=$at/report-$episodes-$particles
  [ -e "$report/report.html" ] || "$cradle" evaluate "$at/checkpoint" --table "$at/table" --out "$report" \
    --set evaluate.oracle="{episodes: $episodes, particles: $particles}" >&2
  python3 - "$world" "$report/evaluation.json" <<'PY'
import json, sys
report = json.load(open(sys.argv[2]))
oracle = report["oracle"]
verdict, chaos = oracle["verdict"], oracle["chaos"]
def cell(name):
    fraction = oracle["explained"].get(name)
    return "–" if fraction is None else "%.2f [%.2f, %.2f]" % (fraction["mean"], fraction["low"], fraction["high"])
baselines = [name for name in oracle["explained"] if name != report["model"]]
best = max(baselines, key=lambda name: oracle["explained"][name]["mean"], default=None)
print("| %s | %s | %d | %.3f | %.2f %% | %.0f | %s | %s (%d of %d lost) | %s | %s | %.0f |" % (
    sys.argv[1], format(oracle["particles"], ","), verdict["episodes"], verdict["bits"], 100 * verdict["change"],
    verdict["effective"], "yes" if oracle["oracle"] else "no",
    chaos["median"] or "beyond", chaos["lost"], chaos["predictions"],
    "–" if best is None else best + " " + cell(best), cell(report["model"]), oracle["seconds"] / verdict["episodes"]))
PY
done
