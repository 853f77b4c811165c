#!/usr/bin/env bash
# A search of the sample corpus as a whole cold process, beside a C++ program that only opens, searches and prints.
# Needs hyperfine and a C++ compiler. SITREP names the program to measure.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
c++ -O2 -std=c++17 Benchmarks/plain_search.cc -o "$folder/plain_search" -lxapian
"$SITREP" index Corpus --index "$folder/index" --quiet
database=$(echo "$folder"/index/generation-*/database)
hyperfine -N --warmup 20 --runs 300 \
    --command-name 'plain C++' "$folder/plain_search $database drone kyiv" \
    --command-name 'sitrep search' "$SITREP search drones kyiv --index $folder/index"
