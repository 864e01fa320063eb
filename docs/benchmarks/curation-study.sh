#!/usr/bin/env bash
# Does curation help? From a pool in which nine episodes of ten are idle, trains the same model at equal size and compute on selections that are uniform,
# balanced by what is seen to move, and chosen by a model's surprise; measures all on TEST: as it is, balanced, and where bodies begin to touch.
# Writes DIR/study.json, DIR/study.md. Goes on where it was killed: a step whose output stands is skipped.
# Usage: docs/benchmarks/curation-study.sh DIR [SEEDS]   (4 seeds unless told: about 25 minutes on two cores)
set -euo pipefail
out=${1:?name a directory}
seeds=${2:-4}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cradle=$here/../../bin/cradle
episodes=320
training=(--set 'model.hidden=[128,128]' --set train.rounds=100 --set train.watch.rounds=20 --set train.watch.windows=1024 --set train.keepRounds=0)
mkdir -p "$out"

say() { printf '%s %s\n' "$(date +%T)" "$*" >&2; }

# the output that a step leaves when it is over, its command
step() {
  local made=$1
  shift
  if [ ! -e "$out/$made" ]; then
    say "$made"
    "$@" >>"$out/log.txt" 2>&1 || { say "failed, see $out/log.txt"; exit 1; }
  fi
}

# arm, seed, settings of what is chosen
choose() {
  local arm=$1 seed=$2
  shift 2
  step "$arm/$seed/selection/_run.yaml" "$cradle" curate "$out/pool/table" --from "$out/pool/selection" --out "$out/$arm/$seed/selection" --overwrite \
    "$@" --set balance.episodes=$episodes --set balance.seed="$seed"
}

train() {
  local arm=$1 seed=$2
  step "$arm/$seed/checkpoint" "$cradle" train "$out/pool/table" --selection "$out/$arm/$seed/selection" --out "$out/$arm/$seed/checkpoint" \
    "${training[@]}" --set train.learningRate="$rate" --set train.seed="$seed"
}

step pool/build.json "$cradle" build mostly-idle --out "$out/pool"
all=(--set 'curate.stages=[validity,duplicates]' --set 'balance.strata=[{by: world}]' --set balance.target=NATURAL)
news=(--set 'curate.stages=[validity,duplicates,surprise]' --set curate.surprise.leastRank=0.8 --set curate.surprise.mostRank=1
  --set 'balance.strata=[{by: world}]' --set balance.target=NATURAL)
choose uniform 1 "${all[@]}"
# The rate is the best on VAL of the uniform selection, and the same for all.
rates() {
  "$cradle" sweep "$out/pool/table" --selection "$out/uniform/1/selection" --out "$out/rates" \
    --grid 'train.learningRate=[0.001,0.002,0.004,0.008]' "${training[@]}" >"$out/rates.part" && mv "$out/rates.part" "$out/rates.txt"
}
step rates.txt rates
rate=$(sed -n 's/.* bits\/frame on VAL  train.learningRate=//p' "$out/rates.txt" | head -n 1)

for ((seed = 1; seed <= seeds; seed++)); do
  choose uniform "$seed" "${all[@]}"
  choose balanced "$seed" --conf balance/motion.yaml
  train uniform "$seed"
  train balanced "$seed"
  step "surprise/$seed/said/_delta_log/00000000000000000000.json" "$cradle" surprise "$out/uniform/$seed/checkpoint" --table "$out/pool/table" --out "$out/surprise/$seed/said"
  choose surprise "$seed" "${news[@]}" --set curate.surprise.table="$out/surprise/$seed/said"
  train surprise "$seed"
done
rm -f "$out/study.json"
step study.json "$here/run.sh" CurationStudy "$out" "$seeds" uniform balanced surprise
cat "$out/study.md"
