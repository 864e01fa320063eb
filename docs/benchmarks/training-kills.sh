#!/usr/bin/env bash
# Kills trainings with SIGKILL at random moments, goes on with each until it is over or killed again, and compares the checkpoint with that
# of an undisturbed training, bit for bit.
# Usage: docs/benchmarks/training-kills.sh DIR [N]   (20 kills unless told: about fifteen minutes on two cores)
# DIR must not be there yet. KILLS_SEED (1 unless told) draws the moments.
set -euo pipefail
out=${1:?name a directory that is not there yet}
kills=${2:-20}
[ ! -e "$out" ] || { echo "Cannot use '$out': it exists; name another directory" >&2; exit 2; }
cradle=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/bin/cradle
"$cradle" --version >/dev/null
mkdir -p "$out"
export CRADLE_HEAP=${CRADLE_HEAP:-2g}
RANDOM=${KILLS_SEED:-1}
"$cradle" generate --world Bounce --episodes 200 --out "$out/table" >"$out/generate.log" 2>&1

train=("$cradle" train "$out/table" --set train.rounds=300 --set train.localSteps=10 --set train.keepRounds=5 --set train.outer.method=DILOCO
  --set 'model.hidden=[512,512]' --out)
digest() { sed -n 's/^Checkpoint: .*digest //p' "$1"; }
milliseconds() { echo $(($(date +%s%N) / 1000000)); }

begun=$(milliseconds)
"${train[@]}" "$out/undisturbed" >"$out/undisturbed.log" 2>&1
took=$(($(milliseconds) - begun))
whole=$(digest "$out/undisturbed.log")
echo "Undisturbed: $((took / 1000)) s, digest $whole"

equal=0
trainings=0
for ((n = 1; n <= kills; )); do
  trainings=$((trainings + 1))
  model=$out/killed-$trainings
  log=$model.log
  : >"$log"
  while [ ! -d "$model" ]; do
    resume=()
    [ -n "$(ls "$model.unfinished" 2>/dev/null)" ] && resume=(--resume)
    "${train[@]}" "$model" "${resume[@]}" >>"$log" 2>&1 &
    pid=$!
    if [ "$n" -le "$kills" ]; then
      moment=$(((RANDOM * 32768 + RANDOM) % took))
      sleep "$(printf '%d.%03d' $((moment / 1000)) $((moment % 1000)))"
      if kill -KILL "$pid" 2>/dev/null; then
        wait "$pid" 2>/dev/null || true
        printf 'Kill %2d after %5.1f s: %d rounds were told, last state %s\n' "$n" "$(printf '%d.%03d' $((moment / 1000)) $((moment % 1000)))" \
          "$(wc -l <"$model.rounds.jsonl" 2>/dev/null || echo 0)" "$(ls "$model.unfinished" 2>/dev/null | tail -n 1)"
        n=$((n + 1))
        continue
      fi
    fi
    wait "$pid"
  done
  if [ "$(digest "$log")" = "$whole" ]; then
    equal=$((equal + 1))
    echo "Training $trainings: the same digest"
  else
    echo "Training $trainings: ANOTHER digest $(digest "$log")"
  fi
done
echo "$equal of $trainings trainings that were killed $kills times in all ended in the undisturbed digest"
[ "$equal" = "$trainings" ]
