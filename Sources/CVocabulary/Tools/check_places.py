"""Checks of places.tsv: unique ids, parents that exist, no circles, and places that must be there."""
import glob
import os

import yaml


def check(target, data, here):
    problems, seen, entries = [], set(), {}
    for path in sorted(glob.glob(os.path.join(data, "regions*.yaml"))):
        with open(path, encoding="utf-8") as file:
            for entry in yaml.safe_load(file)["concepts"]:
                if entry["id"] in entries:
                    problems.append(f"{entry['id']} stands in two files")
                entries[entry["id"]] = dict(entry)
    with open(target, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.startswith("#"):
                continue
            cells = line.rstrip("\n").split("\t")
            if len(cells) != 6:
                problems.append(f"line {number}: {len(cells)} columns")
                continue
            id, name, kind, parent, population, spellings = cells
            if id in seen:
                problems.append(f"line {number}: {id} stands twice")
            seen.add(id)
            if id not in entries and not (name and kind):
                problems.append(f"line {number}: {id} is new and has no name or kind")
            if population and not population.isdigit():
                problems.append(f"line {number}: population {population}")
            entry = entries.setdefault(id, {})
            for key, value in (("name", name.lstrip("~")), ("kind", kind), ("parent", parent)):
                if value:
                    entry[key] = value
            entry["names"] = entry.get("names", []) + [spelling.lstrip("~") for spelling in spellings.split("|") if spelling]
    for id, entry in entries.items():
        path = [id]
        while entry.get("parent"):
            parent = entry["parent"]
            if parent not in entries:
                problems.append(f"{id}: no parent {parent}")
                break
            if parent in path:
                problems.append(f"{id}: circle {path}")
                break
            path.append(parent)
            entry = entries[parent]
    problems += missing(entries, os.path.join(here, "expected-places.txt"))
    for problem in problems[:200]:
        print(problem)
    print(f"{len(seen)} rows, {len(entries)} concepts, {len(problems)} problems")
    return 1 if problems else 0


def missing(entries, path):
    """The places of a list of paths (`Syria / Aleppo Governorate / Azaz`) that are not there."""
    places = set()

    def names(entry):
        return {entry["name"], *entry.get("aliases", []), *entry.get("cased", []), *entry.get("names", [])}

    for id, entry in entries.items():
        parents, above = set(), entries.get(entry.get("parent"))
        while above:
            parents |= names(above)
            above = entries.get(above.get("parent"))
        for name in names(entry):
            places |= {(name, parent) for parent in parents} | {(name, "")}
    problems = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                parts = [part.strip() for part in line.split("/")]
                problems += [f"expected {parts[-1]} in {parent or 'the world'}" for parent in parts[:-1] or [""]
                             if (parts[-1], parent) not in places]
    return problems
