#!/bin/sh
# Does `mizan evaluate` give the figures of the annotation guide's score.py? Every number must be equal as printed, to the fourth decimal.
#
#     bench/agree_with_score.sh GOLD PREDICTED
#
# GOLD is in the marked or the standoff form, PREDICTED in the standoff form. The variables name other places for the program (MIZAN)
# and for the guide (GUIDE). Needs python3. Exits 1 when a number differs.
set -eu
[ $# -eq 2 ] || { sed -n '2,7p' "$0"; exit 2; }
here=$(cd "$(dirname "$0")/.." && pwd)
mizan=${MIZAN:-$here/target/release/mizan}
guide=${GUIDE:-$here/../shared/annotation}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# score.py reads the standoff form only.
if head -n 1 "$1" | python3 -c 'import json, sys; sys.exit("t" not in json.loads(sys.stdin.readline()))'; then
    python3 "$guide/check.py" --standoff "$1" >"$work/gold"
else
    cp "$1" "$work/gold"
fi
for by in lang register; do
    python3 "$guide/score.py" "$work/gold" "$2" --by $by --json >"$work/score.$by"
    "$mizan" evaluate "$1" --predicted "$2" --by $by --json >"$work/mizan.$by"
done
python3 - "$work" <<'PY'
import json, sys
load = lambda name: json.load(open(f"{sys.argv[1]}/{name}", encoding="utf-8"))
numbers = wrong = 0

def compare(path, ours, theirs):
    global numbers, wrong
    if isinstance(theirs, dict):
        for key in theirs if isinstance(ours, dict) else ():
            compare(f"{path}.{key}", ours.get(key, "missing"), theirs[key])
        # Beside score.py's own keys a group has only `bootstrap`.
        extra = set(ours) - set(theirs) - {"bootstrap"} if isinstance(ours, dict) else {"no table"}
        if extra:
            wrong += 1
            print(f"{path}: {sorted(extra)} not in score.py's output")
        return
    numbers += 1
    if ours != theirs:
        wrong += 1
        print(f"{path}: mizan {ours}, score.py {theirs}")

for by in "lang", "register":
    compare(by, load(f"mizan.{by}"), load(f"score.{by}"))
print(f"{numbers} figures compared, {wrong} differ")
sys.exit(wrong > 0)
PY
