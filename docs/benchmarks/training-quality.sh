#!/usr/bin/env bash
# Ways to average at equal data and equal compute: for each a grid of learning rates on one seed, the best on VAL, then three seeds at that.
# Prints a table and draws DIR/quality.png. Goes on where it was killed, given the same arguments.
# Usage: docs/benchmarks/training-quality.sh DIR [STEPS]   (1600 minibatches a worker unless told: about forty minutes on two cores)
set -euo pipefail
out=${1:?name a directory}
steps=${2:-1600}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cradle=$here/../../bin/cradle
grid='[0.0005,0.001,0.002,0.004,0.008,0.016,0.032,0.064]'
h=20
mkdir -p "$out"
[ -d "$out/table/_delta_log" ] || "$cradle" generate --world Bounce --episodes 1000 --seed 1 --out "$out/table" >"$out/generate.log" 2>&1

# name, minibatches between two averages, workers, settings: all see as many examples
method() {
  local name=$1 local_steps=$2 workers=$3
  shift 3
  local rounds=$((steps * 2 / workers / local_steps))
  local common=(--set 'model.hidden=[64,64]' --set train.workers="$workers" --set train.localSteps="$local_steps" --set train.rounds="$rounds"
    --set train.watch.windows=2048 --set train.watch.rounds=$((rounds / 20)) --set train.keepRounds=0 --set train.watch.divergence=1000 "$@")
  local log=$out/$name.log
  "$cradle" sweep "$out/table" --out "$out/$name/rates" --grid "train.learningRate=$grid" "${common[@]}" >"$log" 2>&1
  local rate
  rate=$(sed -n 's/.* bits\/frame on VAL  train.learningRate=//p' "$log" | head -n 1)
  "$cradle" sweep "$out/table" --out "$out/$name/seeds" --grid 'train.seed=[1,2,3]' --set train.learningRate="$rate" "${common[@]}" >>"$log" 2>&1
  echo "$name: best learning rate $rate" >&2
}

method average "$h" 2
method diloco "$h" 2 --set train.outer.method=DILOCO --set train.outer.rate=0.7 --set train.outer.momentum=0.9
method slowmo "$h" 2 --set train.outer.method=SLOWMO --set train.outer.rate=1 --set train.outer.momentum=0.5
method stock "$h" 2 --set train.engine=DL4J
method stock-moments "$h" 2 --set train.engine=DL4J_MOMENTS
method one-worker "$h" 1
method one-worker-diloco "$h" 1 --set train.outer.method=DILOCO --set train.outer.rate=0.7 --set train.outer.momentum=0.9
method synchronous 1 2
exec "$here/run.sh" QualityFigure "$out" average diloco slowmo stock stock-moments one-worker one-worker-diloco synchronous
