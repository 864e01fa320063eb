#!/usr/bin/env bash
# Trains on one table with several settings and measures each on VAL: how conf/profiles/quickstart.yaml was chosen.
# Usage: docs/benchmarks/quickstart-sweep.sh DIR   (takes about eight minutes on two cores)
set -euo pipefail
out=${1:?name a directory that is not there yet}
cradle=$(dirname "${BASH_SOURCE[0]}")/../../bin/cradle
"$cradle" generate --world Bounce --episodes 2000 --seed 1 --out "$out/table"
for rounds in 60 150; do
  for rate in 0.002 0.004 0.008; do
    "$cradle" run --table "$out/table" --out "$out/$rounds-$rate" \
      --set train.rounds="$rounds" --set train.learningRate="$rate" --set evaluate.split=VAL |
      grep -E 'Bits|IoU' | sed "s/^/rounds $rounds, learning rate $rate: /"
  done
done
