#!/usr/bin/env python3
"""Draws how rate, size, memory and times grow with the number of reports, from the results of bench.py.

usage: growth.py results.json OUT.svg

Both axes are logarithmic, so that what grows in proportion is a line of one slope. The colours are those of a style sheet
in the picture, for light and for dark pages.
"""
import json
import math
import sys
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 380, 260  # of a panel
LEFT, RIGHT, TOP, BOTTOM = 62, 14, 34, 36
COLORS = [("#0550ae", "#79c0ff"), ("#b3261e", "#ff7b72"), ("#1a7f37", "#56d364"), ("#8250df", "#d2a8ff"), ("#7d4e00", "#e3b341")]


def panels(sizes):
    """Title and, by contestant, the points (reports, value) of each picture."""
    counts = sorted(int(count) for count in sizes)

    def points(read):
        lines = {}
        for count in counts:
            for name, value in read(sizes[str(count)]):
                lines.setdefault(name, []).append((count, value))
        return lines

    def of_index(key):
        return points(lambda run: [(name, figures[key]["median"]) for name, figures in run["index"].items()])

    def of_search(row):
        return points(
            lambda run: [
                (name, rows[row]["median"]) for name, rows in run["search"].items() if row in rows and "," not in name
            ]
        )

    return [
        ("Indexing, reports a second", of_index("rate")),
        ("Size on disk, MB", of_index("size")),
        ("Peak anonymous memory, MB", of_index("memory")),
        ("Top 10 of two words, p50 in µs", of_search("or2 p50")),
        ("Top 10 of two words, p99 in µs", of_search("or2 p99")),
        ("Top 10 with a range of dates, p50 in µs", of_search("or2_date p50")),
        ("Counts over all reports, p50 in µs", of_search("facets * p50")),
        ("Counts over all reports, p99 in µs", of_search("facets * p99")),
        ("A search as a whole process, ms", points(lambda run: [(n, f["median"]) for n, f in run["cold"].items()])),
    ]


def short(value):
    for limit, unit in ((1e6, "M"), (1e3, "k")):
        if value >= limit:
            return f"{value / limit:g}{unit}"
    return f"{value:g}"


def decades(values):
    low = math.floor(math.log10(max(min(values), 1e-3)))
    high = math.ceil(math.log10(max(max(values), 1e-3)))
    return low, max(high, low + 1)


def panel(title, lines, names):
    everything = [point for points in lines.values() for point in points if point[1] > 0]
    parts = [f'<text class="title" x="{LEFT}" y="20">{escape(title)}</text>']
    if not everything:
        return parts
    x_low, x_high = decades([x for x, _ in everything])
    y_low, y_high = decades([y for _, y in everything])

    def x_of(value):
        return LEFT + (math.log10(value) - x_low) / (x_high - x_low) * (WIDTH - LEFT - RIGHT)

    def y_of(value):
        return HEIGHT - BOTTOM - (math.log10(value) - y_low) / (y_high - y_low) * (HEIGHT - TOP - BOTTOM)

    for power in range(y_low, y_high + 1):
        y = y_of(10.0**power)
        parts.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text class="label" text-anchor="end" x="{LEFT - 6}" y="{y + 4:.1f}">{short(10.0**power)}</text>')
    for power in range(x_low, x_high + 1):
        x = x_of(10.0**power)
        parts.append(f'<text class="label" text-anchor="middle" x="{x:.1f}" y="{HEIGHT - 16}">{short(10.0**power)}</text>')
    for name, points in lines.items():
        color = f"c{names.index(name) % len(COLORS)}"
        places = [(x_of(x), y_of(y)) for x, y in points if y > 0]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline class="{color} line" points="{path}"/>')
        parts += [f'<circle class="{color} dot" cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in places]
    return parts


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: growth.py results.json OUT.svg")
    with open(sys.argv[1]) as file:
        drawn = panels(json.load(file)["sizes"])
    names = list(dict.fromkeys(name for _, lines in drawn for name in lines))
    width, height = WIDTH * 3, HEIGHT * 3 + 34

    def styles(side):
        rules = [f".c{i} {{ stroke: {pair[side]}; fill: {pair[side]} }}" for i, pair in enumerate(COLORS)]
        ink, grid = (("#1f2328", "#d1d9e0"), ("#e6edf3", "#3d444d"))[side]
        return " ".join(rules + [f"text {{ fill: {ink} }}", f".grid {{ stroke: {grid} }}"])

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        "<title>How indexing and searching grow with the number of reports</title>",
        f"<style>text {{ font: 12px sans-serif; stroke: none }} .title {{ font-weight: bold }} {styles(0)} "
        f"@media (prefers-color-scheme: dark) {{ {styles(1)} }} .line {{ fill: none; stroke-width: 2 }}</style>",
    ]
    for place, (title, lines) in enumerate(drawn):
        out.append(f'<g transform="translate({place % 3 * WIDTH} {place // 3 * HEIGHT})">')
        out += panel(title, lines, names) + ["</g>"]
    for place, name in enumerate(names):
        x = LEFT + place * 150
        out.append(f'<circle class="c{place % len(COLORS)}" cx="{x}" cy="{height - 16}" r="5"/>')
        out.append(f'<text x="{x + 10}" y="{height - 12}">{escape(name)}</text>')
    with open(sys.argv[2], "w") as file:
        file.write("\n".join(out + ["</svg>"]) + "\n")


if __name__ == "__main__":
    main()
