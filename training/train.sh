#!/usr/bin/env bash
# The whole way from the data folders to ../models, as the shipped model was made.
set -euo pipefail
cd "$(dirname "$0")"
python() { .venv/bin/python "$@"; }
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-2}
[ -f work/base.pt ] || python base.py
[ -f work/data.pkl ] || python data.py
python train.py --out work/a --steps 1400 --final 0.3 --threads "$OMP_NUM_THREADS"
python train.py --out work/b --from work/a --plan events --steps 2200 --rate 2.2e-4 --save 100 --threads "$OMP_NUM_THREADS"
python train.py --out work/c --from work/b --plan events --steps 1400 --rate 1.6e-4 --seed 7 --save 100 --threads "$OMP_NUM_THREADS"
python train.py --out work/e --from work/c --plan events --steps 550 --rate 1e-4 --final 1.0 --save 50 --threads "$OMP_NUM_THREADS"
python train.py --out work/f --from work/e --plan events --steps 1800 --rate 1.5e-4 --save 50 --threads "$OMP_NUM_THREADS"
python train.py --out work/g --from work/f --plan events --steps 3060 --rate 2e-4 --tokens 1300 --seed 11 --save 25 --threads 1
python train.py --out work/h --from work/g --plan tone --steps 4250 --rate 1.6e-4 --tokens 1300 --seed 23 --save 25 --threads "$OMP_NUM_THREADS" \
  --twice "real-*-[4-9],own-*-press,own-*-home,own-*-long,own-*-report"
python train.py --out work/i --from work/h --plan events --steps 3500 --rate 1.6e-4 --tokens 1300 --seed 31 --save 25 --threads "$OMP_NUM_THREADS" \
  --twice "ntrex-1[12],real-*-[89],real-en-10,real-kk-6,own-*-world,own-*-desk,own-*-press,own-ar-clash,own-*-rare,own-ar-essay,own-kk-street"
python average.py work/h work/i --out work/j
python train.py --out work/k --from work/j --plan events --steps 3050 --rate 1.6e-4 --final 0.05 --tokens 1300 --seed 41 --save 25 --threads "$OMP_NUM_THREADS" \
  --twice "ntrex-*,real-*,*.train,own-*-rare,own-*-yield,own-*-siege,own-*-ledger,own-*-tribune,own-ar-bulletin,own-kk-chronicle"
python average.py work/j work/k --share 0.25 --out work/l
python export.py work/l ../models
python reference.py ../models ../crates/mizan/tests/fixtures/encoder.json
