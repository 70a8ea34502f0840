#!/usr/bin/env bash
# Quality must not fall: Mizan's figures on the development set of real news, each against the least that is accepted.
# The set lies beside the repository (../shared); where it is missing, that is said and nothing is checked.
set -euo pipefail
cd "$(dirname "$0")/.."
gold=../shared/annotation/gold-dev.jsonl
if [ ! -f "$gold" ]; then echo "quality gate: $gold is not here; skipped"; exit 0; fi
cargo run --release -q -- evaluate "$gold" --by lang --draws 0 --json | python3 bench/quality_gate.py
# The metrics themselves must be score.py's.
predicted=$(mktemp); trap 'rm -f "$predicted" "$predicted.gold"' EXIT
python3 ../shared/annotation/check.py --standoff "$gold" 2>/dev/null >"$predicted.gold"
cargo run --release -q -- read "$predicted.gold" --format standoff >"$predicted"
MIZAN=target/release/mizan bench/agree_with_score.sh "$gold" "$predicted"
