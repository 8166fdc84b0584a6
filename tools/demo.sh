#!/bin/sh
# `make demo`: one made-up night, from files to a ledger. First argument: the folder of the command `purport`.
set -eu
purport=$1/purport
ledger=demo-out/night.db
[ -t 1 ] || export COLUMNS=120 # into a pipe or a file: wide enough to read

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
[ -t 1 ] && [ -z "${NO_COLOR:-}" ] || say() { printf '\n%s\n' "$*"; }

rm -rf demo-out
mkdir demo-out

say "1. Reading the examples: a news page, an air force bulletin, a ministry, a governor and a town council"
"$purport" read examples/one-night --ledger "$ledger"
say "2. What they claim"
"$purport" claims --ledger "$ledger"
say "3. What the claims add up to: wholes with their parts, and the night by side and region"
"$purport" incidents --ledger "$ledger"
"$purport" night 2025-02-26 --ledger "$ledger"
say "4. What is in the ledger now: documents, and who speaks in them"
"$purport" documents --ledger "$ledger"
"$purport" sources --ledger "$ledger"
say "What to try next"
cat <<NEXT
  one place            $purport claims --ledger $ledger --place Okhtyrka
  the big figures      $purport claims --ledger $ledger --min-count 50
  words, and why       $purport show --ledger $ledger --why ID     (an ID from a table, or a KEY)
  the night in order   $purport episode --ledger $ledger ID     (an incident's ID)
  a map                $purport export geojson -o night.geojson --ledger $ledger
  your own files       $purport read FOLDER     (pages, posts, feeds, exports: docs/formats.md)

The night is made up: places exist, events do not. See examples/README.md.
NEXT
say "The desk: a map, a timeline and the words behind every number, in a browser of this machine"
printf '  %s serve --ledger %s\n' "$purport" "$ledger"
