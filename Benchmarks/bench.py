#!/usr/bin/env python3
"""Measures sitrep beside plain Xapian, SQLite FTS5 and tantivy (where its Python package is there) on made-up reports.

usage: bench.py --sitrep PROGRAM [--sizes 10000] [--alone SIZES] [--rounds 5] [--builds ROUNDS] [--files 20000]
                [--folder DIR] [--search PROGRAM]

Everything that is compared runs in turns (A B C A B C …), and the table gives the median, the least and the most, and the
ratio to plain Xapian; absolute figures are those of this machine on this day. Peak memory is RssAnon, sampled every 5 ms.
DIR (default .build/bench) gets results.md, results.json and growth.svg; the reports in it are kept for the next time.
Of the sizes that --alone names only sitrep is measured, for plain Xapian takes hours to index a million reports.
--search names the program that measures sitrep in one process (Benchmarks/Sources/search). Where hyperfine is installed it
times the searches of whole processes: a round is the median of 60 runs of each program with one query. Where perf is, the
parts of indexing are told.
"""
import argparse
import datetime
import json
import os
import platform
import resource
import shlex
import shutil
import statistics
import subprocess
import sys
import threading
import time

import costs

HERE = os.path.dirname(os.path.abspath(__file__))


class Run:
    """A process that was run to its end: seconds, CPU seconds, and the most anonymous memory it had, in MB."""

    def __init__(self, command, accepts=(0,), **options):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **options)
        self.memory = 0.0
        sampler = threading.Thread(target=self.sample, args=(process.pid,))
        sampler.start()
        self.output = process.stdout.read()
        process.wait()
        self.seconds = time.perf_counter() - start
        sampler.join()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        if process.returncode not in accepts:
            sys.exit(f"{' '.join(command)} ended with status {process.returncode}")

    def sample(self, pid):
        while True:
            try:
                with open(f"/proc/{pid}/status") as status:
                    lines = [line for line in status if line.startswith("RssAnon")]
            except OSError:
                return
            if not lines:  # it has ended and waits to be reaped
                return
            self.memory = max(self.memory, int(lines[0].split()[1]) / 1024)
            time.sleep(0.005)


def seconds_of(command):
    """The time of a short process; nothing is sampled beside it."""
    start = time.perf_counter()
    status = subprocess.run(command, stdout=subprocess.DEVNULL).returncode
    if status != 0:
        sys.exit(f"{' '.join(command)} ended with status {status}")
    return time.perf_counter() - start


def size(folder):
    """The bytes of a folder's files, in MB."""
    return sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(folder) for name in names) / 1e6


def figures(values):
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}


def in_turns(rounds, contestants):
    """Calls each contestant once a round and returns what they gave, by name."""
    results = {name: [] for name in contestants}
    for round in range(rounds):
        for name, measure in contestants.items():
            results[name].append(measure())
            print(f"\r\033[Kround {round + 1} of {rounds}: {name}", end="", file=sys.stderr, flush=True)
    print("\r\033[K", end="", file=sys.stderr)
    return results


class Bench:
    def __init__(self, options):
        self.options = options
        self.folder = os.path.abspath(options.folder)
        self.programs = os.path.join(self.folder, "programs")
        os.makedirs(self.programs, exist_ok=True)
        for name in ("plain_index", "plain_search"):
            source, program = f"{HERE}/{name}.cc", f"{self.programs}/{name}"
            subprocess.run(["c++", "-O2", "-std=c++17", source, "-o", program, "-lxapian"], check=True)
        self.peers = [name for name in ("fts5", "tantivy1", "tantivy2") if self.has(name)]

    @staticmethod
    def has(peer):
        command = [sys.executable, HERE + "/peers.py", "has", peer]
        return subprocess.run(command, stderr=subprocess.DEVNULL).returncode == 0

    def place(self, count, name):
        return f"{self.folder}/{count}/{name}"

    def reports(self, count):
        folder = f"{self.folder}/{count}"
        if not os.path.exists(folder + "/queries.tsv"):
            print(f"writing {count} reports", file=sys.stderr)
            subprocess.run([sys.executable, HERE + "/generate.py", str(count), folder], check=True)

    # MARK: what is measured

    def index(self, count):
        reports = self.place(count, "reports.jsonl")
        commands = {
            "plain Xapian": [f"{self.programs}/plain_index", self.place(count, "reports.tsv")],
            "sitrep": [self.options.sitrep, "index", reports, "--quiet", "--index"],
        }
        for name in self.peers:
            commands[name] = [sys.executable, HERE + "/peers.py", "index", name, reports]
        if count in self.options.alone:
            commands = {"sitrep": commands["sitrep"]}

        def measure(name):
            folder = self.place(count, name.replace(" ", "-"))
            shutil.rmtree(folder, ignore_errors=True)
            run = Run(commands[name] + [folder])
            return {"rate": count / run.seconds, "cpu": run.cpu, "memory": run.memory, "size": size(folder)}

        builds = self.options.builds or self.options.rounds
        runs = in_turns(builds, {name: lambda name=name: measure(name) for name in commands})
        keys = ("rate", "cpu", "memory", "size")
        return {name: {key: figures([run[key] for run in list]) for key in keys} for name, list in runs.items()}

    def sizes(self, count):
        """What plain Xapian takes once compacted, and sitrep without the texts and the vocabulary, which only it keeps."""
        index = self.place(count, "sitrep")
        generation = self.generation(index)
        texts = int(Run([f"{self.programs}/plain_search", "--texts", f"{generation}/database"]).output) / 1e6
        images = [name for name in os.listdir(generation) if name.endswith(".image")]
        apart = texts + sum(os.path.getsize(f"{generation}/{name}") for name in images) / 1e6
        own = {"sitrep": figures([size(index) - apart])}
        if count in self.options.alone:
            return own
        compacted = self.place(count, "compacted")
        shutil.rmtree(compacted, ignore_errors=True)
        command = ["xapian-compact", self.place(count, "plain-Xapian"), compacted]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        found = {"plain Xapian": figures([size(compacted)]), **own}
        shutil.rmtree(compacted)
        return found

    @staticmethod
    def generation(index):
        """The folder of an index that holds its database."""
        return next(f"{index}/{name}" for name in os.listdir(index) if name.startswith("generation-"))

    def in_process(self, count):
        """p50 and p99 of each class in one process, and of counting; each program measures itself, in turns."""
        queries = self.place(count, "queries.tsv")
        with open(self.place(count, "words.txt")) as file:
            broad = file.read().split()
        plain, database = f"{self.programs}/plain_search", self.place(count, "plain-Xapian")
        commands = {"plain Xapian": [[plain, "--times", database, queries]]}
        commands["plain Xapian"] += [[plain, "--facets", database, word] for word in broad]
        if self.options.search:
            search = [self.options.search, self.place(count, "sitrep")]
            commands["sitrep"] = [search + [queries], search + broad]
            commands["sitrep, as the command does"] = [search + [queries, "--whole"]]
        if count in self.options.alone:
            del commands["plain Xapian"]
        for name in self.peers:
            if count not in self.options.alone and os.path.isdir(self.place(count, name)):
                program = [sys.executable, HERE + "/peers.py", "times", name, self.place(count, name), queries]
                commands[name] = [program + broad]

        def measure(name):
            result = {}
            for command in commands[name]:
                for line in Run(command).output.splitlines():
                    # "or2 p50 61 p99 80", "facets drone matching 816 p50 820 p99 904"
                    words = line.split()
                    row = " ".join(words[: 2 if words[0] == "facets" else 1])
                    for name in ("p50", "p99"):
                        result[f"{row} {name}"] = float(words[words.index(name) + 1])
            return result

        runs = in_turns(self.options.rounds, {name: lambda name=name: measure(name) for name in commands})
        return {
            name: {row: figures([run[row] for run in list if row in run]) for row in list[0]} for name, list in runs.items()
        }

    def cold(self, count):
        """A whole process for one search of two words, its files in the page cache."""
        index = self.place(count, "sitrep")
        with open(self.place(count, "queries.tsv")) as lines:
            rows = [line.split("\t")[1].split() for line in lines if line.startswith("or2\t")][:20]
        plain = [f"{self.programs}/plain_search", f"{self.generation(index)}/database"]
        commands = {
            "plain Xapian": lambda words: plain + " OR ".join(words).split(),
            "sitrep": lambda words: [
                self.options.sitrep, "search", " OR ".join(words), "--facets", "10", "--index", index,
            ],
        }

        if shutil.which("hyperfine"):
            # A round has a query of its own, with which both are run.
            queries = rows[: self.options.rounds]
            rounds = [self.hyperfine({name: command(words) for name, command in commands.items()}) for words in queries]
            return {name: figures([round[name] for round in rounds]) for name in commands}

        def measure(name):
            times = []
            for words in rows:
                command = commands[name](words)
                start = time.perf_counter()
                subprocess.run(command, stdout=subprocess.DEVNULL)
                times.append((time.perf_counter() - start) * 1e3)
            return statistics.median(times)

        runs = in_turns(self.options.rounds, {name: lambda name=name: measure(name) for name in commands})
        return {name: figures(list) for name, list in runs.items()}

    def hyperfine(self, commands):
        """The median time of each command in one run of hyperfine, in milliseconds."""
        result = os.path.join(self.folder, "hyperfine.json")
        options = ["-N", "--warmup", "20", "--runs", "60", "--export-json", result]
        command = ["hyperfine", *options, *[shlex.join(command) for command in commands.values()]]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(result) as file:
            runs = json.load(file)["results"]
        return {name: run["median"] * 1e3 for name, run in zip(commands, runs)}

    def costs(self, count):
        """The share of each part of indexing in its processor time."""
        return costs.shares(self.options.sitrep, self.place(count, "reports.jsonl"), self.folder)

    def reindex(self):
        """A folder tree with nothing new, beside `find`; and with ten new files."""
        tree, index = f"{self.folder}/tree-{self.options.files}", f"{self.folder}/tree-index"
        made = not os.path.exists(tree)
        for number in range(self.options.files if made else 0):
            folder = f"{tree}/{number // 5000}/{number // 100 % 50}"
            if number % 100 == 0:
                os.makedirs(folder)
            with open(f"{folder}/{number}.txt", "w") as file:
                file.write(f"Note {number}\n\nConvoy {number} reached the village by night, its crew said.\n")
        if made:
            time.sleep(3)  # what is as young as the clock's tick would be read again
        shutil.rmtree(index, ignore_errors=True)
        subprocess.run([self.options.sitrep, "index", tree, "--index", index, "--quiet"], check=True)
        again = [self.options.sitrep, "reindex", "--index", index, "--quiet"]
        find = ["find", tree, "-type", "f", "-printf", "%s %T@ %p\\n"]
        added = []

        def with_new():
            for _ in range(10):
                path = f"{tree}/0/new-{len(added)}.txt"
                added.append(path)
                with open(path, "w") as file:
                    file.write(f"Notice {len(added)}\n\nA bridge near the depot was repaired.\n")
            return seconds_of(again) * 1e3

        try:
            runs = in_turns(
                self.options.rounds,
                {
                    "find": lambda: seconds_of(find) * 1e3,
                    "reindex, nothing new": lambda: seconds_of(again) * 1e3,
                    "reindex, 10 new": with_new,
                },
            )
        finally:
            for path in added:
                os.remove(path)
        return {name: figures(list) for name, list in runs.items()}


def row(*cells):
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def spread(figure):
    return f"{number(figure['median'])} ({number(figure['min'])}–{number(figure['max'])})"


def table(title, unit, results, base, better):
    """A line a contestant: the figures, and how many times better or longer than the base."""
    lines = ["", f"### {title}", "", row("", unit, f"to {base}"), row("---", "---:", "---:")]
    for name, figure in results.items():
        beside = results.get(base, {}).get("median")
        lines.append(row(name, spread(figure), f"{figure['median'] / beside:.2f}" if beside else ""))
    return lines + ["", better]


def report(results, options):
    with open("/proc/cpuinfo") as cpus:
        models = [line.split(":")[1].strip() for line in cpus if line.startswith("model name")]
    date = datetime.date.today().isoformat()
    lines = [f"Measured on {date}, {len(models)} × {models[0] if models else platform.machine()}, {platform.system()} "
             f"{platform.release()}; medians of {options.rounds} rounds in turns, the least and the most behind them."]
    for count, result in sorted(results["sizes"].items(), key=lambda item: int(item[0])):
        lines += ["", f"## {int(count):,} reports"]
        for key, title, unit, better in (
            ("rate", "Indexing", "reports a second", "More is better."),
            ("cpu", "Indexing: processor time", "seconds", "Less is better."),
            ("memory", "Indexing: peak anonymous memory", "MB", "Less is better."),
            ("size", "Size on disk", "MB", "Less is better; sitrep and the peers keep the text, plain Xapian does not."),
        ):
            lines += table(title, unit, {name: run[key] for name, run in result["index"].items()}, "plain Xapian", better)
        if "bare" in result:
            note = "Plain Xapian compacted; sitrep without the texts and the vocabulary. Less is better."
            lines += table("Size without texts", "MB", result["bare"], "plain Xapian", note)
        lines += ["", "### Top 10, and counts of three facets and months (facets …), in one process", ""]
        names = list(result["search"])
        lines += [row("µs", *names), row("---", *["---:"] * len(names))]
        for name in result["search"][names[0]]:
            cells = [spread(result["search"][who][name]) if name in result["search"][who] else "" for who in names]
            lines.append(row(name, *cells))
        lines += table("A search as a whole process", "ms", result["cold"], "plain Xapian", "Less is better.")
    if "costs" in results:
        lines += ["", "## What indexing costs", "", row("part", "of the processor time"), row("---", "---:")]
        lines += [row(name, f"{share:.1%}") for name, share in results["costs"].items()]
    if "reindex" in results:
        lines += ["", f"## {options.files:,} unchanged files"]
        lines += table("reindex", "ms", results["reindex"], "find", "Less is better.")
    return "\n".join(lines) + "\n"


def keep(results, path):
    with open(path, "w") as file:
        json.dump(results, file, indent=1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sitrep", required=True)
    parser.add_argument("--sizes", default="10000")
    parser.add_argument("--alone", default="")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--builds", type=int, help="how often each index is built; 0 takes those of the time before")
    parser.add_argument("--files", type=int, default=20_000, help="0 leaves reindex out")
    parser.add_argument("--folder", default=".build/bench")
    parser.add_argument("--search")
    options = parser.parse_args()
    options.alone = [int(size) for size in options.alone.split(",") if size]
    sizes = sorted({int(size) for size in options.sizes.split(",") if size} | set(options.alone))
    bench = Bench(options)
    kept = os.path.join(bench.folder, "results.json")
    results = {"sizes": {}}
    if os.path.exists(kept):
        with open(kept) as file:
            # Sizes that were measured before stay, for the picture of growth.
            results["sizes"] = json.load(file)["sizes"]
    for count in sizes:
        bench.reports(count)
        result = results["sizes"].setdefault(str(count), {})
        if options.builds != 0 or "index" not in result:
            result["index"] = bench.index(count)
        result.update(bare=bench.sizes(count), search=bench.in_process(count), cold=bench.cold(count))
        keep(results, kept)
    if options.files:
        results["reindex"] = bench.reindex()
    if shutil.which("perf"):
        try:
            results["costs"] = bench.costs(sizes[0])
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"perf tells no costs here: {error}", file=sys.stderr)
    keep(results, kept)
    text = report(results, options)
    with open(os.path.join(bench.folder, "results.md"), "w") as file:
        file.write(text)
    subprocess.run([sys.executable, HERE + "/growth.py", kept, bench.folder + "/growth.svg"], check=True)
    print(text)


if __name__ == "__main__":
    main()
