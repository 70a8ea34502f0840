#!/usr/bin/env bash
# How long the pages of `mizan serve` take at the server, the first time and the median of three times after that, in milliseconds.
#
#   bench/pages.sh STORE      # e.g. one made by `target/release/examples/multiplied SMALL STORE 520`
set -euo pipefail
store=$1
cd "$(dirname "$0")/.."
cargo build --release -q --bin mizan
told=$(mktemp)
target/release/mizan serve --store "$store" --port 0 >"$told" &
server=$!
trap 'kill $server; rm -f "$told"' EXIT
until base=$(grep -o 'http://[^ ]*' "$told"); do sleep 0.1; done
base=${base%/}
first() { curl -s "$base/api/v1/$1" | python3 -c 'import json, sys; print(json.load(sys.stdin)["rows"][0][sys.argv[1]])' "$2"; }
took() { curl -s -o /dev/null -w '%{time_total}' "$base$1" | awk '{printf "%.0f\n", 1000 * $1}'; }
pages=(/ "/relation?a=KAZ&b=RUS" "/balance?a=KAZ&poles=RUS,WST" "/coverage?a=KAZ" "/actor?key=KAZ" /forecasts /claims "/claims?speaker=RUS" "/claims?q=war"
  /network "/network?level=actor" "/map?a=RUS" /sources "/search?q=Ukraine" "/search?q=word123" /reports "/reports?q=Astana" /events
  "/events?source=RUS&target=KAZ" "/events?q=sanctions" "/report?id=$(first reports document)" "/record?id=$(first events event)")
printf '%-32s %6s %6s\n' page first later
for page in "${pages[@]}"; do
  once=$(took "$page")
  printf '%-32s %6s %6s\n' "$page" "$once" "$(for _ in 1 2 3; do took "$page"; done | sort -n | sed -n 2p)"
done
