#!/usr/bin/env bash
# Draws nine episodes of every world of conf/worlds and writes docs/gallery.md with them.
# Usage: docs/gallery.sh [WORLD...]   (all worlds: about eight minutes on two cores)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
pictures=docs/images/worlds
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$pictures"
for file in conf/worlds/*.yaml; do
  world=$(basename "$file" .yaml)
  if [[ $# -gt 0 && " $* " != *" $world "* ]]; then continue; fi
  bin/cradle generate --world "$world" --episodes 9 --seed 1 --policy smooth --out "$scratch/$world" >/dev/null
  rm -f "$pictures/$world.gif"
  bin/cradle show "$scratch/$world" --episodes 9 --columns 3 --scale 3 --out "$pictures/$world.gif" >/dev/null
  echo "$world"
done
{
  echo '# The worlds'
  echo
  echo 'Nine episodes each, with the policy `smooth` and seed 1, drawn by `cradle show` (`docs/gallery.sh` makes this page). Each world is a file'
  echo 'of `conf/worlds`; [worlds.md](worlds.md) says how to write one.'
  for file in conf/worlds/*.yaml; do
    world=$(basename "$file" .yaml)
    echo
    echo "## $(sed -n 's/^name: //p' "$file")"
    echo
    sed -n '1s/^# //p' "$file"
    echo
    echo "![Nine episodes of $world](images/worlds/$world.gif)"
  done
} >docs/gallery.md
