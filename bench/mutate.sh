#!/usr/bin/env bash
# Damaged files for every parser: reports, containers, public files, dates and names, the store's own files.
#
#   bench/mutate.sh [SECONDS] [SEED]     # seconds for each parser, 60 by default; another seed gives other damage
#
# The tests give each parser two seconds. A failure prints where its input was kept; it becomes a test beside the parser before it is mended.
# `fuzz/` has the same parsers as targets of cargo-fuzz, which sees what each input reaches; see docs/fuzzing.md.
set -euo pipefail
cd "$(dirname "$0")/.."
MIZAN_MUTATE_SECONDS=${1:-60} MIZAN_MUTATE_SEED=${2:-1} cargo test --release --test mutated -- --nocapture --test-threads=1
