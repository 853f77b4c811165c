#!/usr/bin/env python3
"""Tells what each part of indexing costs: its share of the processor time, sampled by Linux's perf.

usage: costs.py SITREP REPORTS.jsonl [FOLDER]

A sample counts for the innermost function of its stack that the table below knows. SITREP is a release program with its
symbols, as `make build` leaves it.
"""
import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile

# In this order: what belongs to stories is that also where it is done while postings are written.
PARTS = [
    ("stories", r"Story|MinHash|SortedRuns|BandFile|BandOutput|UnionFind"),
    ("positions, for phrases", r"[Pp]osition"),
    ("facets, event dates, figures", r"ArticleFindings|FacetExtractor|Vocabulary|MentionResolver|Claim|EventDate|"
                                     r"ConceptDirectory|ReportWriter\.place|CandidateName"),
    ("stored text and records", r"StoredText|StoredRecord|[Dd]eflat|libz\.so"),
    ("stems", r"StemCounts|Stemming|Xapian::Stem"),
    ("exact words", r"PreparedWords|WordPlaces"),
    ("postings and tables", r"glass::|cg_writer|BulkDatabase|FlatDocument|ReportDocument|libxapian"),
    ("columns for counting", r"ColumnFile|ColumnBuilder|ColumnOutput"),
    ("language", r"libcld2|CLD2|Language"),
    ("digests", r"libnettle|SHA256"),
    ("tokens", r"Tokenizer"),
    ("reading and cleaning", r"ReportReader|ArticleDraft|JSON|TextLines|EdgeCleaning|Markdown|ReportPreparation|"
                             r"HeaderBlock|FileReading|ReportWriter"),
]


def stacks(text):
    """The stacks of `perf script`, innermost function first, each with the file that it is in."""
    for block in text.split("\n\n"):
        frames = [line.strip().split(" ", 1)[-1] for line in block.splitlines() if line.startswith("\t")]
        if frames:
            yield frames


def part(frames):
    for frame in frames:
        for name, pattern in PATTERNS:
            if pattern.search(frame):
                return name
    return "memory, runtime, system"


PATTERNS = [(name, re.compile(pattern)) for name, pattern in PARTS]


def shares(sitrep, reports, folder):
    """The share of each part, by name."""
    index, data = os.path.join(folder, "index"), os.path.join(folder, "perf.data")
    record = ["perf", "record", "--freq", "499", "--call-graph", "fp", "--output", data]
    command = [sitrep, "index", reports, "--quiet", "--index", index]
    shutil.rmtree(index, ignore_errors=True)
    subprocess.run(record + command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    script = ["perf", "script", "--input", data, "--fields", "ip,sym,dso"]
    found = subprocess.run(script, check=True, capture_output=True, text=True, errors="replace").stdout
    if shutil.which("swift"):
        demangle = ["swift", "demangle", "--simplified"]
        found = subprocess.run(demangle, check=True, input=found, capture_output=True, text=True).stdout
    counts = collections.Counter(part(frames) for frames in stacks(found))
    shutil.rmtree(index)
    os.remove(data)
    total = sum(counts.values())
    return {name: count / total for name, count in counts.most_common()}


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit("usage: costs.py SITREP REPORTS.jsonl [FOLDER]")
    if shutil.which("perf") is None:
        sys.exit("perf is needed: it is in Debian's package linux-perf")
    with tempfile.TemporaryDirectory(dir=sys.argv[3] if len(sys.argv) == 4 else None) as folder:
        for name, share in shares(sys.argv[1], sys.argv[2], folder).items():
            print(f"{share:6.1%}  {name}")


if __name__ == "__main__":
    main()
