#!/usr/bin/env bash
# Is every pass linear? Counts instructions (not time, so load does not matter) at n and 4n bytes of
# each hostile pattern and compares what the text itself cost.
#
#   tests/linearity.sh [ENTRY ...]        default: analyze
#   N=8192 LIMIT=5 PATTERNS='months|digits' tests/linearity.sh
#
# Needs valgrind; without it this says so and does nothing. It is no part of `cargo test`: a counting
# allocator or a clock would have to be trusted there, and the one needs unsafe code and the other
# depends on the load of the machine. tests/hostile.rs bounds the number of results instead.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v valgrind >/dev/null; then
  echo "linearity: SKIPPED, there is no valgrind"
  exit 0
fi

n="${N:-8192}"
limit="${LIMIT:-5}"
patterns="${PATTERNS:-.}"
cargo build --quiet --release --package wirecopy-tests --bin hostile-cost
program="${CARGO_TARGET_DIR:-target}/release/hostile-cost"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

# Instructions of one run.
count() {
  valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file="$scratch/out" \
    "$program" "$1" "$2" "$3" >"$scratch/said" 2>"$scratch/log" || { cat "$scratch/log" >&2; exit 1; }
  sed -n 's/^summary: *\([0-9]*\).*/\1/p' "$scratch/out"
}

entries=("$@")
[ ${#entries[@]} -gt 0 ] || entries=("analyze")
bad=0
for entry in "${entries[@]}"; do
  while IFS= read -r pattern; do
    # What any text costs once: opening the embedded lists.
    base="$(count "$entry" "$pattern" 256)"
    one=$(($(count "$entry" "$pattern" "$n") - base))
    four=$(($(count "$entry" "$pattern" $((4 * n))) - base))
    # A pass that does next to nothing has no ratio worth naming.
    awk -v one="$one" -v four="$four" -v n="$n" -v limit="$limit" -v name="$entry over $pattern" '
      BEGIN {
        ratio = one > 0 ? four / one : 1
        wrong = ratio > limit && four > 40 * n
        printf "%s  %5.2f  %8.1f per byte  %s\n", wrong ? "BAD" : "ok ", ratio, four / (4 * n), name
        exit wrong
      }' || bad=1
  done < <("$program" | sed -n 's/^pattern\t//p' | grep -E "$patterns")
done
exit "$bad"
