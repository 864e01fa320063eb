#!/usr/bin/env bash
# At which temperature a checkpoint's dreams are most like the truth: SSIM and PSNR (boxLCD's) on VAL at each, and on TEST at the best of VAL.
# Prints Markdown; what was measured already is not measured again.
# Usage: [PROMPT=3] [HORIZON=47] [EPISODES=120] docs/benchmarks/leaderboard-temperatures.sh CHECKPOINT TABLE DIR [TEMPERATURE...]
#   CHECKPOINT, TABLE: such as docs/benchmarks/leaderboard.sh makes (Dropbox: PROMPT=1 HORIZON=24)
#   TEMPERATURE: 1 0.6 0.3 0.1 unless told; EPISODES of VAL, and twice as many of TEST
set -euo pipefail
shopt -s inherit_errexit # what fails in $(…) ends this too
checkpoint=${1:?name a checkpoint}
table=${2:?name the table that it learnt from}
out=${3:?name a directory for the reports}
temperatures=("${@:4}")
[ "${#temperatures[@]}" -gt 0 ] || temperatures=(1 0.6 0.3 0.1)
episodes=${EPISODES:-120}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/claim.sh"
[[ $episodes =~ ^[1-9][0-9]*$ ]] || { echo "Cannot measure '$episodes' episodes: let EPISODES be a number from 1" >&2; exit 2; }
mkdir -p "$out"
out=$(cd "$out" && pwd) # run.sh works elsewhere
claim "$out/of" "checkpoint $checkpoint, table $table, episodes $episodes, prompt ${PROMPT:-3}, horizon ${HORIZON:-47}" "$out"

# SPLIT TEMPERATURE EPISODES: "SSIM | PSNR", each with its interval
measured() {
  local report=$out/$1-$2
  [ -e "$report/report.html" ] || CRADLE_HEAP=${CRADLE_HEAP:-8g} "$here/../../bin/cradle" evaluate "$checkpoint" --table "$table" --out "$report" \
    --set evaluate.split="$1" --set evaluate.temperature="$2" --set evaluate.episodes="$3" --set evaluate.prompt="${PROMPT:-3}" \
    --set evaluate.horizon="${HORIZON:-47}" --set evaluate.samples=2 >&2
  "$here/run.sh" LeaderboardPage "$1" "$report/evaluation.json" "at $2" | awk -F ' [|] ' -v row="| at $2" '$1 == row {print $8 " | " $9; exit}'
}

best=${temperatures[0]} most=
echo "| temperature | split | SSIM (boxLCD's) | PSNR, dB (boxLCD's) |"
echo "|---|---|---|---|"
for temperature in "${temperatures[@]}"; do
  said=$(measured VAL "$temperature" "$episodes")
  echo "| $temperature | VAL | $said |"
  if [ -z "$most" ] || awk -v new="${said%% *}" -v old="$most" 'BEGIN {exit new > old ? 0 : 1}'; then
    best=$temperature most=${said%% *}
  fi
done
said=$(measured TEST "$best" $((2 * episodes)))
echo "| $best | TEST | $said |"
