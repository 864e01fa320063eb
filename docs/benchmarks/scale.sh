#!/usr/bin/env bash
# Makes a large table of Urchin with a small heap, kills the build with SIGKILL half-way, resumes it, and looks at what came of it.
# Usage: docs/benchmarks/scale.sh EPISODES DIR   (10000 episodes, a million frames: about five minutes on two cores)
# DIR must not be there yet; memory over time is in DIR/memory.csv (seconds, phase, resident MB).
set -euo pipefail
episodes=${1:?name how many episodes}
out=${2:?name a directory that is not there yet}
[ ! -e "$out" ] || { echo "Cannot use '$out': it exists; name another directory" >&2; exit 2; }
cradle=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/bin/cradle
"$cradle" --version >/dev/null
mkdir -p "$out"
table=$out/table
export CRADLE_HEAP=${CRADLE_HEAP:-1g}
part=$(((episodes + 9) / 10))
build=("$cradle" generate --world Urchin --episodes "$episodes" --seed 1 --out "$table" --resume
  --set "rollout.commitEpisodes=$part" --set rollout.partitions=2 --set rollout.truth=[VELOCITY,CONTACTS])

commits() { find "$table/_delta_log" -name '*.json' 2>/dev/null | wc -l; }
sample() { awk -v s="$SECONDS" -v p="$1" '/VmRSS/ {printf "%d,%s,%d\n", s, p, $2 / 1024}' "/proc/$2/status" 2>/dev/null >>"$out/memory.csv" || true; }

echo "Command: ${build[*]#"$cradle"}"
echo 'seconds,phase,resident_mb' >"$out/memory.csv"
SECONDS=0
"${build[@]}" >"$out/killed.log" 2>&1 &
pid=$!
while kill -0 "$pid" 2>/dev/null && [ "$(commits)" -lt 5 ]; do sample before "$pid"; sleep 1; done
sleep 3
kill -KILL "$pid"
wait "$pid" 2>/dev/null || true
echo "Killed after $SECONDS s with $(commits) commits of $part episodes"
begun=$SECONDS
"${build[@]}" >"$out/resumed.log" 2>&1 &
pid=$!
while kill -0 "$pid" 2>/dev/null; do sample after "$pid"; sleep 1; done
wait "$pid"
took=$((SECONDS - begun))
grep -E '^(Episodes by|Clipped|Table:)' "$out/resumed.log"
made=$(sed -n 's/^Episodes by executor: .*:\([0-9]*\)}$/\1/p' "$out/resumed.log")
echo "Resumed in $took s, packing included: $made episodes, $((made * 100 / took)) frames/s"
awk -F, '$2 == "after" {m[n++] = $3} END {
  for (t = 0; t < 10; t++) {
    low = 1e9; high = 0
    for (i = int(t * n / 10); i < int((t + 1) * n / 10); i++) { if (m[i] < low) low = m[i]; if (m[i] > high) high = m[i] }
    printf "Resident memory, %2d%% to %3d%% of the time: %d to %d MB\n", 10 * t, 10 * t + 10, low, high
  }}' "$out/memory.csv"
"$cradle" describe "$table" --json 2>/dev/null |
  grep -E '"(contentHash|episodes|duplicates|steps|bytesPerStep)"' | sed 's/^ *//'
"$cradle" files "$table" 2>/dev/null | while read -r file; do du -m "$file" | awk '{print "Data file: " $1 " MB"}'; done
"$cradle" verify "$table" --episodes 100 2>/dev/null
