#!/usr/bin/env bash
# Real robots the whole way: recordings become a table, which is described, curated and drawn, and a model of it is trained and
# evaluated on held-out episodes beside the baselines. What is there already is not made again.
# Usage: docs/benchmarks/robots.sh ROBOT SOURCE DIR [ROUNDS]
#   ROBOT: g1 or so101 (datasets of LeRobot), or pendulum (a directory of CSV logs)
set -euo pipefail
robot=${1:?name a robot: g1, so101 or pendulum}
source=${2:?name a dataset or a directory of logs}
out=${3:?name a directory for the table, checkpoints and report}
rounds=${4:-6}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cradle=$here/../../bin/cradle
case $robot in
  g1) models=(transformer-groups single-step) ;;
  so101 | pendulum) models=(transformer single-step) ;;
  *) echo "Cannot train on robot '$robot': name g1, so101 or pendulum" >&2; exit 2 ;;
esac
mkdir -p "$out"
case $robot in
  pendulum) more=(--set ingest.csv.episodeSteps=250 --set ingest.csv.resample.rate=100
    --set 'ingest.splits={val: [direct_collocation.csv], test: [ilqr.csv]}') ;; # two controllers are held out
  *) more=() ;;
esac
[ -e "$out/table/_run.yaml" ] || "$cradle" ingest "$source" --conf "ingest/$robot.yaml" ${more[@]+"${more[@]}"} --out "$out/table" $([ -d "$out/table" ] && echo --resume)
[ -e "$out/table.txt" ] || "$cradle" describe "$out/table" >"$out/table.txt"
[ -e "$out/selection" ] || "$cradle" curate "$out/table" --out "$out/selection" --report "$out/curation.html"
[ -e "$out/episodes.html" ] || "$cradle" show "$out/table" --out "$out/episodes.html"
[ -e "$out/card" ] || "$cradle" card "$out/table" --out "$out/card"
[ -e "$out/information.html" ] || "$cradle" information "$out/table" --out "$out/information.html"
checkpoints=()
train() { # DIR MODEL [MORE...]
  checkpoints+=("$out/$1")
  [ -e "$out/$1/checkpoint.json" ] || "$cradle" train "$out/table" --conf "models/$2.yaml" --conf models/tiny.yaml \
    --set train.rounds="$rounds" --set train.learningRate=0.001 --set train.watch.rounds=1 "${@:3}" --out "$out/$1"
}
for model in "${models[@]}"; do
  train "$model" "$model"
  train "$model-motion" "$model" --set model.motion=true
done
[ -e "$out/report/report.html" ] || "$cradle" evaluate "${checkpoints[@]}" --table "$out/table" --out "$out/report"
if [ "$robot" = g1 ] && [ ! -e "$out/explained.html" ]; then # what its video costs, and what of it a model explains
  "$cradle" information "$out/table" --model "$out/${models[0]}" --out "$out/explained.html" | tee "$out/explained.txt"
fi
echo "Report: $out/report/report.html"
