# To be sourced. claim FILE TEXT WHAT: the file keeps what a directory's results were made of, so that what was made of something else is not
# passed off as this.
claim() {
  [ -e "$1" ] || printf '%s\n' "$2" >"$1"
  [ "$(cat "$1")" = "$2" ] || { printf 'Cannot use %s: it holds\n%s\nand these are\n%s\nName another DIR\n' "$3" "$(cat "$1")" "$2" >&2; exit 2; }
}
