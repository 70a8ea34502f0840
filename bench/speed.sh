#!/usr/bin/env bash
# Speed of the whole path against the encoder alone, and the seed read cold.
#
#   bench/speed.sh [SENTENCES.jsonl]     # JSON lines with `id` and `text`; by default the development set under ../shared
#
# Prints medians over five runs: sentences a second of `mizan read --format standoff` (encoder, lexicon, dates, coding, output),
# of the encoder alone (`encoder_speed`), and their ratio; then wall time and peak memory of reading one report from a cold start.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release -q --bin mizan --example encoder_speed
lines=${1:-}
if [ -z "$lines" ]; then
  lines=$(mktemp)
  trap 'rm -f "$lines"' EXIT
  python3 ../shared/annotation/check.py --standoff ../shared/annotation/gold-dev.jsonl 2>/dev/null >"$lines"
fi
count=$(grep -c . "$lines")
median() { sort -n | sed -n 3p; }
whole() { for _ in 1 2 3 4 5; do s=$(date +%s.%N); target/release/mizan read "$lines" --format standoff >/dev/null; e=$(date +%s.%N); echo "$s $e" | awk -v n="$count" '{printf "%.1f\n", n/($2-$1)}'; done; }
alone() { for _ in 1 2 3 4 5; do target/release/examples/encoder_speed "$lines"; done; }
w=$(whole | median); a=$(alone | median)
echo "whole path      $w sentences/s"
echo "encoder alone   $a sentences/s"
echo "ratio           $(echo "$w $a" | awk '{printf "%.2f", $1/$2}')"
report=${REPORT:-samples/en-1-st-petersburg.txt}
/usr/bin/env python3 - "$report" <<'PY'
import resource, subprocess, sys, time
times = []
for _ in range(5):
    t = time.time(); subprocess.run(["target/release/mizan", "read", sys.argv[1]], stdout=subprocess.DEVNULL, check=True); times.append(time.time() - t)
print(f"one report cold {sorted(times)[2]:.2f} s, peak memory {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")
PY
