#!/usr/bin/env bash
# Which learning rate each family of the leaderboard learns best at, by bits/frame on VAL after a short training (a bound of FBT).
# Goes on where it was killed. Usage: [RATES=0.004,0.008] docs/benchmarks/leaderboard-rates.sh TABLE DIR [FAMILY...]
#   RATES: learning rates with commas between them; each choice of them wants a DIR of its own
set -euo pipefail
table=${1:?name a table, such as that of docs/benchmarks/leaderboard.sh}
out=${2:?name a directory for the sweeps}
families=("${@:3}")
[ "${#families[@]}" -gt 0 ] || families=(fbt rssm rssm-gaussian transformer transformer-groups single-step single-step-xor)
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mkdir -p "$out"
for family in "${families[@]}"; do
  frames=(--set model.frames=24)
  rounds=8
  case $family in single-step*) frames=() rounds=80 ;; esac
  echo "$family, $rounds rounds:"
  "$here/../../bin/cradle" sweep "$table" --conf "models/$family.yaml" ${frames[@]+"${frames[@]}"} --set train.rounds=$rounds \
    --grid "train.learningRate=[${RATES:-0.001,0.002,0.004,0.008,0.016}]" --out "$out/$family" | grep '^[0-9.]* bits.*on VAL\|^failed'
done
