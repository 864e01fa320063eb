#!/usr/bin/env bash
# One world's leaderboard: every family trained on the same table, and measured on TEST beside baselines, the true simulator, and other kinds
# of episodes. Prints Markdown. What is there already is not made again, and a training that was killed goes on.
# Usage: docs/benchmarks/leaderboard.sh WORLD DIR [SHARE [FAMILY...]]
#   SHARE of the trainings' rounds, 1 unless told; FAMILY: files of conf/models, all six unless told, each with its own learning rate or with
#   another, as transformer-groups:0.008, and other settings besides, as rssm:0.004:model.rssm.free=0,model.rssm.balance=0. Each choice of
#   them wants a DIR of its own.
# LEARNT, if set, is how many episodes there are to learn from, in a table of their own, the first of which are those of DIR/table.
set -euo pipefail
world=${1:?name a world: Dropbox, Bounce, Bounce2, Object2, Urchin or Luxo}
out=${2:?name a directory for the table, checkpoints and report}
share=${3:-1}
awk -v s="$share" 'BEGIN {exit s + 0 > 0 ? 0 : 1}' ||
  { echo "Cannot train '$share' of the rounds: give a number above 0, and families after it" >&2; exit 2; }
families=("${@:4}")
[ "${#families[@]}" -gt 0 ] || families=(transformer-groups transformer single-step single-step-xor rssm fbt)
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cradle=$here/../../bin/cradle
others=() # other kinds of episodes: worlds of the same frames, or policies of the same world
for family in "${families[@]}"; do
  case ${family%%:*} in
    transformer-groups | transformer | single-step | single-step-xor | rssm | rssm-gaussian | fbt) ;;
    *) echo "Cannot train '$family': name transformer-groups, transformer, single-step, single-step-xor, rssm, rssm-gaussian or fbt" >&2; exit 2 ;;
  esac
done
case $world in
  Dropbox) episodes=10000 prompt=1 horizon=24 frames=16 oracle=6 others=(Bounce) ;;
  Bounce) episodes=10000 prompt=3 horizon=47 frames=24 oracle=6 others=(BounceFast BounceSizes) ;;
  Bounce2) episodes=10000 prompt=3 horizon=47 frames=24 oracle=0 others=(Bounce Object2) ;;
  Object2) episodes=10000 prompt=3 horizon=47 frames=24 oracle=0 others=(Bounce2 Object3) ;;
  Urchin | Luxo) episodes=3000 prompt=3 horizon=47 frames=24 oracle=0 others=(smooth:time=1,spread=0.8 zero) ;;
  *) echo "Cannot rank models of world '$world': name Dropbox, Bounce, Bounce2, Object2, Urchin or Luxo" >&2; exit 2 ;;
esac

# DIR EPISODES WORLD POLICY: what is cut off is gone on with
table() {
  [ -e "$1/made" ] && return
  "$cradle" generate --world "$3" --policy "$4" --set rollout.episodes="$2" --set rollout.partitions=8 --out "$1/table" \
    $([ -d "$1/table" ] && echo --resume) >&2
  touch "$1/made"
}
mkdir -p "$out"
out=$(cd "$out" && pwd) # run.sh works elsewhere
table "$out" "$episodes" "$world" uniform
lessons=$out
if [ -n "${LEARNT:-}" ]; then
  lessons=$out/learnt
  mkdir -p "$lessons"
  table "$lessons" "$LEARNT" "$world" uniform
fi
also=()
for other in ${others[@]+"${others[@]}"}; do
  there=$out/${other%%:*}
  mkdir -p "$there"
  case $other in
    smooth:* | zero) table "$there" 500 "$world" "$other" ;;
    *) table "$there" 500 "$other" uniform ;;
  esac
  also+=(--also "$there/table")
done

# FAMILY[:RATE] ROUNDS FRAMES: a file of conf/models and how long it trains; docs/benchmarks/leaderboard.md says how that was chosen
train() {
  local rounds step others setting family=${1%%:*} rate=()
  if [ "$family" != "$1" ]; then
    IFS=: read -r _ step others <<<"$1"
    rate=(--set "train.learningRate=$step")
    IFS=, read -ra others <<<"${others:-}"
    for setting in ${others[@]+"${others[@]}"}; do rate+=(--set "$setting"); done
  fi
  rounds=$(awk -v r="$2" -v s="$share" 'BEGIN {n = int(r * s); print n < 2 ? 2 : n}')
  checkpoints+=("$out/$family")
  [ -e "$out/$family/checkpoint.json" ] && return
  "$cradle" train "$lessons/table" --conf "models/$family.yaml" --set model.frames="$3" --set train.rounds="$rounds" ${rate[@]+"${rate[@]}"} \
    --out "$out/$family" $(compgen -G "$out/$family.unfinished/round-*" >/dev/null && echo --resume) >&2
}
checkpoints=()
for family in "${families[@]}"; do
  case ${family%%:*} in
    transformer-groups) train "$family" 100 "$frames" ;;
    single-step | single-step-xor) train "$family" 400 3 ;;
    *) train "$family" 40 "$frames" ;;
  esac
done
[ -e "$out/report/report.html" ] || CRADLE_HEAP=${CRADLE_HEAP:-8g} "$cradle" evaluate "${checkpoints[@]}" --table "$out/table" --out "$out/report" \
  ${also[@]+"${also[@]}"} --set evaluate.prompt=$prompt --set evaluate.horizon=$horizon --set evaluate.samples=2 --set evaluate.episodes=240 \
  --set evaluate.oracle.episodes=$oracle >&2
exec "$here/run.sh" LeaderboardPage "$world" "$out/report/evaluation.json"
