#!/usr/bin/env bash
# One world's leaderboard: models trained on the same kind of episodes, and measured on TEST beside baselines, the true simulator, and other
# kinds of episodes. Prints Markdown. What is there already is not made again, and a training that was killed goes on.
# Usage: [SHARE=0.1] docs/benchmarks/leaderboard.sh WORLD DIR [ROW...]
#   ROW: 'NAME = FAMILY ROUNDS EPISODES [KEY=VALUE...]', those of the world's table in leaderboard.md unless told: what it is called (no '/'),
#   a file of conf/models, how long it trains, how many episodes there are to learn from, and settings besides.
#   SHARE of the rounds, 1 unless told: 0.05 shows in minutes that all of it works.
set -euo pipefail
world=${1:?name a world: Dropbox, Bounce, Bounce2, Object2, Urchin or Luxo}
out=${2:?name a directory for the table, checkpoints and report}
share=${SHARE:-1}
[[ $share =~ ^[0-9]*\.?[0-9]+$ ]] && awk -v s="$share" 'BEGIN {exit s + 0 > 0 ? 0 : 1}' || { echo "Cannot train '$share' of the rounds: let SHARE be above 0" >&2; exit 2; }
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/claim.sh"
cradle=$here/../../bin/cradle
episodes=10000 prompt=3 horizon=47 frames=24 oracle=0
others=() # other kinds of episodes: worlds of the same frames, or policies of the same world
case $world in
  Dropbox)
    prompt=1 horizon=24 frames=16 oracle=6 others=(Bounce)
    rows=(
      'transformer-groups = transformer-groups 150 10000'
      'transformer-groups, 40,000 whole episodes = transformer-groups 100 40000 train.learningRate=0.008 model.frames=24'
      'transformer-groups, 200 rounds of whole episodes = transformer-groups 200 40000 train.learningRate=0.008 model.frames=24'
      'single-step = single-step 600 10000'
    )
    ;;
  Bounce)
    oracle=6 others=(BounceFast BounceSizes)
    rows=(
      'transformer-groups = transformer-groups 100 10000'
      'transformer-groups, 40,000 episodes = transformer-groups 200 40000 train.learningRate=0.008'
      'transformer-groups, 40,000 whole episodes = transformer-groups 100 40000 train.learningRate=0.008 model.frames=49'
      'transformer = transformer 40 10000'
      'single-step = single-step 400 10000'
      'single-step-xor = single-step-xor 400 10000'
      'single-step-xor, 0.008 = single-step-xor 400 10000 train.learningRate=0.008'
      'rssm = rssm 40 10000 train.learningRate=0.006'
      'rssm, 0.016 = rssm 40 10000 train.learningRate=0.016'
      'rssm, nothing free = rssm 40 10000 train.learningRate=0.004 model.rssm.free=0 model.rssm.balance=0'
      'rssm-gaussian, 0.032 = rssm-gaussian 40 10000 train.learningRate=0.032 model.rssm.free=2 model.rssm.balance=0.5'
      'fbt = fbt 40 10000'
      'fbt, 0.016 = fbt 40 10000 train.learningRate=0.016'
    )
    ;;
  Bounce2)
    others=(Bounce Object2)
    rows=(
      'transformer-groups = transformer-groups 100 10000'
      'transformer-groups, 200 rounds at 0.008, 40,000 episodes = transformer-groups 200 40000 train.learningRate=0.008'
      'transformer-groups, 40,000 whole episodes = transformer-groups 60 40000 train.learningRate=0.008 model.frames=49'
      'transformer-groups, 200 rounds of whole episodes = transformer-groups 200 40000 train.learningRate=0.008 model.frames=49'
      'transformer-groups, 300 rounds at 0.008 = transformer-groups 300 10000 train.learningRate=0.008'
      'single-step = single-step 400 10000'
    )
    ;;
  Object2)
    others=(Bounce2 Object3)
    rows=(
      'transformer-groups = transformer-groups 100 10000'
      'transformer-groups, 200 rounds at 0.008, 40,000 episodes = transformer-groups 200 40000 train.learningRate=0.008'
      'transformer-groups, 40,000 whole episodes = transformer-groups 120 40000 train.learningRate=0.008 model.frames=49'
      'single-step, 240 rounds = single-step 240 10000'
    )
    ;;
  Urchin)
    episodes=3000 others=(smooth:time=1,spread=0.8 zero)
    rows=(
      'transformer-groups = transformer-groups 60 3000'
      'transformer-groups, 100 rounds at 0.008, 12,000 episodes = transformer-groups 100 12000 train.learningRate=0.008'
      'transformer-groups, told of motion, 12,000 episodes = transformer-groups 150 12000 train.learningRate=0.008 model.motion=true'
      'transformer-groups, 300 rounds told of motion = transformer-groups 300 12000 train.learningRate=0.008 model.motion=true'
      'transformer = transformer 24 3000'
      'single-step = single-step 240 3000'
      'single-step-xor = single-step-xor 240 3000'
      'rssm = rssm 24 3000 train.learningRate=0.006'
      'rssm, 12,000 episodes = rssm 60 12000 train.learningRate=0.016'
      'rssm, nothing free = rssm 24 3000 train.learningRate=0.004 model.rssm.free=0 model.rssm.balance=0'
      'rssm-gaussian, 12,000 episodes = rssm-gaussian 60 12000 train.learningRate=0.032 model.rssm.free=2 model.rssm.balance=0.5'
      'fbt = fbt 24 3000'
      'fbt, 60 rounds = fbt 60 3000'
      'fbt, 12,000 episodes = fbt 100 12000 train.learningRate=0.016'
    )
    ;;
  Luxo)
    episodes=3000 others=(smooth:time=1,spread=0.8 zero)
    rows=(
      'transformer-groups = transformer-groups 100 3000'
      'transformer-groups, 200 rounds at 0.008, 12,000 episodes = transformer-groups 200 12000 train.learningRate=0.008'
      'transformer-groups, 50 steps, 12,000 episodes = transformer-groups 80 12000 train.learningRate=0.008 model.frames=49'
      'transformer-groups, told of motion, 12,000 episodes = transformer-groups 80 12000 train.learningRate=0.008 model.motion=true'
      'transformer-groups, 300 rounds told of motion = transformer-groups 300 12000 train.learningRate=0.008 model.motion=true'
      'single-step = single-step 400 3000'
    )
    ;;
  *) echo "Cannot rank models of world '$world': name Dropbox, Bounce, Bounce2, Object2, Urchin or Luxo" >&2; exit 2 ;;
esac
[ $# -le 2 ] || rows=("${@:3}")
for row in "${rows[@]}"; do
  [[ $row =~ ^([^/=]*[^/=\ ])\ =\ ([a-z-]+)\ ([1-9][0-9]*)\ ([1-9][0-9]*)(\ [A-Za-z.]+=[^ ]+)*$ ]] ||
    { echo "Cannot train '$row': say 'NAME = FAMILY ROUNDS EPISODES [KEY=VALUE...]', such as 'rssm, quickly = rssm 20 10000 train.learningRate=0.008'" >&2; exit 2; }
  grep -qs '^  kind:' "$here/../../conf/models/${BASH_REMATCH[2]}.yaml" ||
    { echo "Cannot train '${BASH_REMATCH[2]}' of '$row': families of conf/models are $(grep -l '^  kind:' "$here"/../../conf/models/*.yaml | xargs -n 1 basename -s .yaml | tr '\n' ' ')" >&2; exit 2; }
done

# DIR EPISODES WORLD POLICY: what is cut off is gone on with
table() {
  [ -e "$1/made" ] && return
  mkdir -p "$1"
  "$cradle" generate --world "$3" --policy "$4" --set rollout.episodes="$2" --set rollout.partitions=8 --out "$1/table" \
    $([ -d "$1/table" ] && echo --resume) >&2
  touch "$1/made"
}
mkdir -p "$out"
out=$(cd "$out" && pwd) # run.sh works elsewhere
claim "$out/rows" "$(printf '%s\n' "world $world, share $share" "${rows[@]}")" "$out"
table "$out" "$episodes" "$world" uniform
also=()
for other in ${others[@]+"${others[@]}"}; do
  there=$out/${other%%:*}
  case $other in
    smooth:* | zero) table "$there" 500 "$world" "$other" ;;
    *) table "$there" 500 "$other" uniform ;;
  esac
  also+=(--also "$there/table")
done

# NAME FAMILY ROUNDS EPISODES [KEY=VALUE...]: more episodes lie in a table of their own, the first of which are those of DIR/table
train() {
  local name=$1 family=$2 rounds lessons=$out setting settings=()
  rounds=$(awk -v r="$3" -v s="$share" 'BEGIN {n = int(r * s); print n < 2 ? 2 : n}')
  if [ "$4" != "$episodes" ]; then
    lessons=$out/of-$4
    table "$lessons" "$4" "$world" uniform
  fi
  case "$family ${*:5}" in
    *model.frames=*) ;;
    single-step*) settings+=(--set model.frames=3) ;;
    *) settings+=(--set model.frames="$frames") ;;
  esac
  for setting in "${@:5}"; do settings+=(--set "$setting"); done
  checkpoints+=("$out/$name")
  [ -e "$out/$name/checkpoint.json" ] && return
  "$cradle" train "$lessons/table" --conf "models/$family.yaml" --set train.rounds="$rounds" "${settings[@]}" \
    --out "$out/$name" $(compgen -G "$out/$name.unfinished/round-*" >/dev/null && echo --resume) >&2
}
checkpoints=()
for row in "${rows[@]}"; do
  read -ra said <<<"${row#* = }"
  train "${row%% = *}" "${said[@]}"
done
[ -e "$out/report/report.html" ] || CRADLE_HEAP=${CRADLE_HEAP:-8g} "$cradle" evaluate "${checkpoints[@]}" --table "$out/table" --out "$out/report" \
  ${also[@]+"${also[@]}"} --set evaluate.prompt=$prompt --set evaluate.horizon=$horizon --set evaluate.samples=2 --set evaluate.episodes=240 \
  --set evaluate.oracle.episodes=$oracle >&2
alone=() # a checkpoint alone is called by its family
[ "${#rows[@]}" -gt 1 ] || alone=("${rows[0]%% = *}")
exec "$here/run.sh" LeaderboardPage "$world" "$out/report/evaluation.json" ${alone[@]+"${alone[@]}"}
