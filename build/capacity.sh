#!/usr/bin/env bash
# The grid behind docs/capacity.md: one line of JSON a run to stdout. Some fifty minutes on a quiet machine, with both stores;
# a quarter of it fills PostgreSQL with a million posts.
#   build/capacity.sh > docs/capacity.jsonl                                       SQLite alone
#   URL=jdbc:postgresql://127.0.0.1/bench RENEW='dropdb ...; createdb ...' build/capacity.sh ...   PostgreSQL too
# RENEW is a command that empties that database; it is run before each run.
set -euo pipefail
cd "$(dirname "$0")/.."

run() {
  ./grenselos bench pipeline --store sqlite "$@" | tail -n 1
  if [[ -n "${URL:-}" ]]; then
    bash -c "$RENEW" >&2
    ./grenselos bench pipeline --store postgres --url "$URL" "$@" | tail -n 1
  fi
}

for routes in 100 1000 10000; do run --encoder off --routes "$routes" --experts 1000; done
for experts in 10 10000; do run --encoder off --routes 1000 --experts "$experts"; done
run --encoder off --routes 1000 --experts 1000 --stored 1000000
# the goals: 1,000 a second with the encoder where needed, 300 with it on every post; p99 at half of each
run --encoder needed
run --encoder needed --rate 500 --seconds 120
run --encoder on
run --encoder on --batch 8
run --encoder on --batch 8 --max-tokens 24
run --encoder on --batch 8 --max-tokens 24 --rate 150 --seconds 120
