#!/usr/bin/env python3
"""Other engines over the reports that generate.py writes: SQLite FTS5 and, where its Python package is there, tantivy.

usage: peers.py has ENGINE                        exit status 0 where it can be run
       peers.py index ENGINE REPORTS.jsonl FOLDER
       peers.py times ENGINE FOLDER QUERIES.tsv WORD…
            p50 and p99 of each class, in microseconds; then, for each word, counts of three facets and the months over all
            matches; * stands for all reports
ENGINE is fts5, tantivy1 or tantivy2 (by threads). Reports are read line by line; what reading JSON takes counts, as it
does for sitrep.
"""
import json
import os
import sqlite3
import sys
import time

FACETS = ("region", "actor", "weapon")


def reports(path):
    with open(path) as lines:
        for line in lines:
            yield json.loads(line)


def spread(times):
    times.sort()
    return f"p50 {times[len(times) // 2] * 1e6:.0f} p99 {times[len(times) * 99 // 100] * 1e6:.0f}"


def queries(path):
    classes = {}
    for line in open(path):
        name, words, region, first, last = line.rstrip("\n").split("\t")
        classes.setdefault(name, []).append((words.split(), region, first, last))
    return classes


def measure(classes, search):
    for name, rows in classes.items():
        times = []
        for round in range(4):
            for row in rows:
                start = time.perf_counter()
                search(name, *row)
                if round > 0:  # the first one only warms up
                    times.append(time.perf_counter() - start)
        print(name, spread(times), flush=True)


def measure_facets(words, count):
    for word in words:
        times = []
        for round in range(6):
            start = time.perf_counter()
            matching = count(word)
            if round > 0:
                times.append(time.perf_counter() - start)
        print("facets", word, "matching", matching, spread(times), flush=True)


class FTS5:
    def __init__(self, folder):
        os.makedirs(folder, exist_ok=True)
        self.database = sqlite3.connect(folder + "/reports.db")

    def index(self, path):
        run = self.database
        run.executescript(
            """pragma journal_mode = off; pragma synchronous = off;
            create virtual table texts using fts5(title, body, tokenize = 'porter unicode61');
            create table dates(id integer primary key, day integer, month text);
            create table facets(field integer, value text, report integer);"""
        )
        for number, report in enumerate(reports(path), 1):
            date = report["date"]
            run.execute("insert into texts(rowid, title, body) values(?, ?, ?)", (number, report["title"], report["text"]))
            run.execute("insert into dates values(?, ?, ?)", (number, int(date.replace("-", "")), date[:7]))
            values = [(field, value, number) for field, name in enumerate(FACETS) for value in report[name]]
            run.executemany("insert into facets values(?, ?, ?)", values)
        run.execute("create index by_report on facets(report, field, value)")
        run.commit()

    def times(self, classes, broad):
        def search(name, words, region, first, last):
            quoted = [f'"{word}"' for word in words]
            if name == "phrase2":
                text = f'"{" ".join(words)}"'
            else:
                text = (" AND " if name.startswith("and") else " OR ").join(quoted)
            more, values = "", [text]
            if region:
                more = " and exists(select 1 from facets where report = texts.rowid and field = 0 and value glob ?)"
                values.append(region + "/*")
            elif first:
                more = " and (select day from dates where id = texts.rowid) between ? and ?"
                values += [int(first), int(last)]
            select = f"select rowid from texts where texts match ?{more} order by rank limit 10"
            self.database.execute(select, values).fetchall()

        measure(classes, search)

        def count(word):
            matches = "select rowid from texts" + (" where texts match ?" if word != "*" else "")
            values = [f'"{word}"'] if word != "*" else []
            for field in range(len(FACETS)):
                select = f"select value, count(*) from facets where field = {field} and report in ({matches}) group by 1"
                self.database.execute(select, values).fetchall()
            months = f"select month, count(*) from dates where id in ({matches}) group by 1"
            return sum(row[1] for row in self.database.execute(months, values))

        measure_facets(broad, count)


class Tantivy:
    def __init__(self, folder, threads):
        import tantivy

        self.tantivy, self.folder, self.threads = tantivy, folder, threads

    def index(self, path):
        builder = self.tantivy.SchemaBuilder()
        for name in ("title", "body"):
            builder.add_text_field(name, stored=True, tokenizer_name="en_stem", index_option="position")
        for name in (*FACETS, "month"):
            builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic", fast=True)
        builder.add_unsigned_field("day", stored=True, indexed=True, fast=True)
        os.makedirs(self.folder)
        index = self.tantivy.Index(builder.build(), path=self.folder)
        writer = index.writer(heap_size=150_000_000, num_threads=self.threads)
        for report in reports(path):
            fields = {name: report[name] for name in FACETS}
            document = self.tantivy.Document(
                title=report["title"], body=report["text"], month=report["date"][:7], **fields
            )
            document.add_unsigned("day", int(report["date"].replace("-", "")))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def times(self, classes, broad):
        index = self.tantivy.Index.open(self.folder)
        searcher = index.searcher()

        def search(name, words, region, first, last):
            if name == "phrase2":
                text = f'"{" ".join(words)}"'
            else:
                text = (" AND " if name.startswith("and") else " OR ").join(words)
            if region:
                # It has no values by level: the nearest is one term of a field.
                text = f'({text}) AND region:"{region}"'
            elif first:
                text = f"({text}) AND day:[{first} TO {last}]"
            searcher.search(index.parse_query(text, ["title", "body"]), limit=10, count=False)

        measure(classes, search)
        wanted = {name: {"terms": {"field": name, "size": 1000}} for name in (*FACETS, "month")}

        def count(word):
            every = self.tantivy.Query.all_query
            query = every() if word == "*" else index.parse_query(word, ["title", "body"])
            searcher.aggregate(query, wanted)
            return searcher.search(query, limit=10, count=True).count

        measure_facets(broad, count)


def engine(name, folder):
    return FTS5(folder) if name == "fts5" else Tantivy(folder, int(name.removeprefix("tantivy")))


def main():
    match sys.argv[1:]:
        case ["has", "fts5"]:
            sqlite3.connect(":memory:").execute("create virtual table t using fts5(x)")
        case ["has", _]:
            import tantivy  # noqa: F401
        case ["index", name, path, folder]:
            engine(name, folder).index(path)
        case ["times", name, folder, path, *words]:
            engine(name, folder).times(queries(path), words)
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
