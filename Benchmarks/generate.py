#!/usr/bin/env python3
"""Writes made-up reports to measure with, always the same ones: the first of a long file are those of a short one.

usage: generate.py COUNT FOLDER

FOLDER gets reports.jsonl (a report a line, as sitrep reads it), reports.tsv (the same for programs without a reader of
JSON: id, date, regions, actors, weapons, title, text; several values parted by |), queries.tsv (class, words, region,
first day, last day) and words.txt (words in about 1, 10 and 50 % of the reports, and * for all). A report has about 3 KB of text: words by Zipf's law, every second one common English, names that
the vocabulary knows now and then, three facets with several values each, a date. One in twenty is a copy of an earlier
one with a sentence more.
"""
import datetime
import itertools
import json
import os
import random
import sys

COMMON = """the of and to in a is that for it was on as with be by at from his they he had not are but have an which you
were her all their there been one so we said who when more no if out up what about into them can only other time new some
could these two may then do first any my now such like over our even most after also did many before must through years
where much your way down should because long each just those people how too little state good very make world still see
own work men day get here between both life being under never same another know while last might great old year off come
since against go came right used take three""".split()
SUBJECT = """convoy depot bridge crew radar brigade village road river rail fuel convoys soldiers officials governor
residents shelling drone drones missile missiles artillery reported claimed denied damaged destroyed intercepted launched
overnight morning border district hospital power station warehouse airfield frontline position ministry statement""".split()
NAMES = """Kyiv Kharkiv Odesa Kherson Zaporizhzhia Dnipro Sumy Chernihiv Pokrovsk Bakhmut Avdiivka Mariupol Sevastopol
Belgorod Kursk Bryansk Moscow Rostov Donetsk Luhansk Gaza Rafah Beirut Aleppo Khartoum Sanaa Hodeidah Ukraine Russia Israel
Syria Sudan Yemen ATACMS HIMARS Patriot Shahed Iskander Kalibr Leopard Bradley Bayraktar Lancet Javelin Kinzhal""".split()
SYLLABLES = "ba cor del fen gar hol jin kal lum mer nor pel quin ras sol tam ul ver wen yor zan dri sta gro cle fra bli tro".split()
WORDS = 60_000
FIRST_DAY = datetime.date(2022, 2, 24)
DAYS = 1_400


def vocabulary():
    """The words by rank: common ones first, then names and subjects among made-up ones."""
    chance = random.Random(2)
    words = list(dict.fromkeys(COMMON + SUBJECT))
    known = set(words)
    names = iter(NAMES)
    while len(words) < WORDS:
        if len(words) % 40 == 0 and (name := next(names, None)):
            words.append(name)
            continue
        word = "".join(chance.choice(SYLLABLES) for _ in range(chance.choice((2, 3, 3, 4))))
        if word not in known:
            known.add(word)
            words.append(word)
    return words


def zipf(count):
    """Cumulated weights: the n-th is 1/n as frequent as the first."""
    return list(itertools.accumulate(1 / rank for rank in range(1, count + 1)))


class Reports:
    def __init__(self):
        self.words = vocabulary()
        self.weights = zipf(len(self.words))
        places = itertools.product(range(10), range(10), range(5))
        self.regions = [f"Land {a:02d}/Province {a:02d}-{b}/District {a:02d}-{b}-{c}" for a, b, c in places]
        self.actors = [f"Side {i % 7}/Corps {i % 20:02d}/Unit {i:03d}" for i in range(300)]
        self.weapons = [f"Class {i % 12:02d}/Type {i:03d}" for i in range(100)]
        self.value_weights = {len(values): zipf(len(values)) for values in (self.regions, self.actors, self.weapons)}

    def values(self, chance, values, most):
        count = chance.randint(1, most)
        return sorted(set(chance.choices(values, cum_weights=self.value_weights[len(values)], k=count)))

    def text(self, chance, words):
        sentences = []
        at = 0
        while at < len(words):
            length = chance.randint(8, 28)
            sentence = words[at : at + length]
            sentences.append(sentence[0].capitalize() + " " + " ".join(sentence[1:]) + ".")
            at += length
        return "\n\n".join(" ".join(sentences[i : i + 4]) for i in range(0, len(sentences), 4))

    def report(self, number, is_original=False):
        chance = random.Random(number)
        if not is_original and number >= 20 and chance.random() < 0.05:
            copy = self.report(number - chance.randint(1, min(number, 400)), is_original=True)
            copy["id"] = f"report-{number}"
            more = chance.choices(self.words, cum_weights=self.weights, k=9)
            copy["text"] += " " + " ".join(more).capitalize() + "."
            return copy
        count = max(60, min(3000, int(chance.lognormvariate(6.1, 0.45))))
        words = chance.choices(self.words, cum_weights=self.weights, k=count + 9)
        return {
            "id": f"report-{number}",
            "title": " ".join(words[:9]).capitalize(),
            "text": self.text(chance, words[9:]),
            "date": (FIRST_DAY + datetime.timedelta(chance.randrange(DAYS))).isoformat(),
            "region": self.values(chance, self.regions, 5),
            "actor": self.values(chance, self.actors, 6),
            "weapon": self.values(chance, self.weapons, 3),
        }


def queries(reports):
    """A hundred queries of each class, of words that are neither everywhere nor nowhere."""
    chance = random.Random(7)
    middle = [word.lower() for word in reports.words[len(COMMON) : 6_000] if word not in NAMES]
    sizes = {"t1": 1, "or2": 2, "or3": 3, "and2": 2, "and3": 3, "phrase2": 2, "or2_facet": 2, "or2_date": 2}
    for name, size in sizes.items():
        for _ in range(100):
            words = [middle[min(int(chance.paretovariate(0.6)) + 5, len(middle) - 1)] for _ in range(size)]
            if name == "phrase2":
                text = reports.report(chance.randrange(2_000), is_original=True)["text"].lower().replace(".", "").split()
                at = chance.randrange(len(text) - 1)
                words = text[at : at + 2]
            region = chance.choice(reports.regions).split("/")[0] if name == "or2_facet" else ""
            first = last = ""
            if name == "or2_date":
                day = FIRST_DAY + datetime.timedelta(chance.randrange(DAYS - 100))
                first, last = day.strftime("%Y%m%d"), (day + datetime.timedelta(90)).strftime("%Y%m%d")
            yield "\t".join((name, " ".join(words), region, first, last))


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: generate.py COUNT FOLDER")
    count, folder = int(sys.argv[1]), sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    reports = Reports()
    with open(folder + "/reports.jsonl", "w") as lines, open(folder + "/reports.tsv", "w") as table:
        for number in range(count):
            report = reports.report(number)
            lines.write(json.dumps(report, ensure_ascii=False) + "\n")
            row = [report["id"], report["date"]] + ["|".join(report[facet]) for facet in ("region", "actor", "weapon")]
            table.write("\t".join(row + [report["title"], report["text"].replace("\n\n", " ")]) + "\n")
    with open(folder + "/words.txt", "w") as file:
        # In a report of 480 words the word of rank r stands about 41 / r times.
        file.write(" ".join([reports.words[4_100].lower(), reports.words[410].lower(), reports.words[60], "*"]) + "\n")
    with open(folder + "/queries.tsv", "w") as file:
        file.writelines(line + "\n" for line in queries(reports))


if __name__ == "__main__":
    main()
