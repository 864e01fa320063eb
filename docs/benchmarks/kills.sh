#!/usr/bin/env bash
# Kills builds with SIGKILL at random moments, runs each again to the end, and compares what it left with an undisturbed build.
# Usage: docs/benchmarks/kills.sh DIR [N]   (20 kills unless told: about fifteen minutes on two cores)
# DIR must not be there yet. KILLS_SEED (1 unless told) draws the moments.
set -euo pipefail
out=${1:?name a directory that is not there yet}
kills=${2:-20}
[ ! -e "$out" ] || { echo "Cannot use '$out': it exists; name another directory" >&2; exit 2; }
cradle=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/bin/cradle
"$cradle" --version >/dev/null
mkdir -p "$out"
export CRADLE_HEAP=${CRADLE_HEAP:-1g}
RANDOM=${KILLS_SEED:-1}

cat >"$out/pipeline.yaml" <<'YAML'
rollout: {partitions: 4, commitEpisodes: 100}
curate: {stages: [validity, frozen, motion, duplicates, nearDuplicates]}
balance: {strata: [{by: policy}], target: EQUAL}
pipeline:
  parts:
    - {name: uniform, world: Urchin, policy: uniform, episodes: 300, seed: 1}
    - {name: smooth, world: Urchin, policy: smooth, episodes: 200, seed: 2}
YAML

build=("$cradle" build "$out/pipeline.yaml" --out)
commits() { find "$1/_delta_log" -name '*.json' 2>/dev/null | wc -l; }
field() { sed -n "s/.*\"$2\" : \"\([0-9a-f]*\)\".*/\1/p" "$1/build.json" | head -n 1; }
hash() { "$cradle" describe "$1/table" --json 2>/dev/null | grep -E '"(contentHash|episodes|duplicates)"' | tr -d ' \n'; }
milliseconds() { echo $(($(date +%s%N) / 1000000)); }

# The last stage that the log names, and what was on disk when the process died.
phase() {
  local stage
  stage=$(grep -oE '^[0-9:]+ (Start Spark|Check|Generate [a-z]+|Curate|Sum up)$' "$2" | tail -n 1 | cut -d ' ' -f 2- || true)
  echo "${stage:-before Spark}; $(commits "$1/table") commits of the table, $(commits "$1/selection") of the selection"
}

begun=$(milliseconds)
"${build[@]}" "$out/undisturbed" >"$out/undisturbed.log" 2>&1
took=$(($(milliseconds) - begun))
whole=$(hash "$out/undisturbed")
decided=$(field "$out/undisturbed" decisions)
echo "Undisturbed: $((took / 1000)) s, $(commits "$out/undisturbed/table") commits of the table, $whole"

equal=0
late=0
for ((n = 1; n <= kills; )); do
  dir=$out/killed-$n
  rm -rf "$dir"
  moment=$(((RANDOM * 32768 + RANDOM) % took))
  "${build[@]}" "$dir" >"$out/killed-$n.log" 2>&1 &
  pid=$!
  sleep "$(printf '%d.%03d' $((moment / 1000)) $((moment % 1000)))"
  if ! kill -KILL "$pid" 2>/dev/null; then
    wait "$pid"
    late=$((late + 1))
    continue
  fi
  wait "$pid" 2>/dev/null || true
  hit=$(phase "$dir" "$out/killed-$n.log")
  "${build[@]}" "$dir" >"$out/resumed-$n.log" 2>&1
  if [ "$(hash "$dir")" = "$whole" ] && [ "$(field "$dir" decisions)" = "$decided" ]; then
    verdict=equal
    equal=$((equal + 1))
  else
    verdict=DIFFERENT
  fi
  printf 'Kill %2d after %5.1f s: %s; rerun: %s\n' "$n" "$(printf '%d.%03d' $((moment / 1000)) $((moment % 1000)))" "$hit" "$verdict"
  n=$((n + 1))
done
echo "$equal of $kills reruns left the content hash and the decisions of the undisturbed build ($late kills came too late and were drawn again)"
[ "$equal" = "$kills" ]
