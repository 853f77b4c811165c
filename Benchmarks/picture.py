#!/usr/bin/env python3
"""Draws what `sitrep search` prints on a terminal of 80 columns as an SVG picture.

usage: picture.py SITREP CORPUS OUT.svg

The sample reports are indexed in a temporary folder, the command is run on a terminal of its own, and its colours
become classes of text, which a style sheet in the picture gives one colour for light and one for dark pages.
"""
import fcntl
import os
import pty
import re
import shlex
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata
from xml.sax.saxutils import escape

COMMAND = "sitrep search russia --weapon SCALP --limit 2"
COLUMNS = 80
CELL = 8.4  # the width of a character, in the units of the picture
LINE = 19
MARGIN = 16

# Colours by their numbers in escape sequences: on a light page, on a dark one.
COLORS = {
    31: ("#b3261e", "#ff7b72"),
    32: ("#1a7f37", "#56d364"),
    33: ("#7d4e00", "#e3b341"),
    34: ("#0550ae", "#79c0ff"),
    35: ("#8250df", "#d2a8ff"),
    36: ("#0f6f7c", "#56d4dd"),
}


def terminal(arguments, folder):
    """What a program writes to a terminal of 80 columns that has colours."""
    primary, secondary = pty.openpty()
    fcntl.ioctl(secondary, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    hidden = ("NO_COLOR", "COLUMNS", "SITREP_INDEX", "SITREP_VOCABULARY")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment.update(TERM="xterm-256color", XDG_CONFIG_HOME=folder)
    process = subprocess.Popen(arguments, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=secondary)
    os.close(secondary)
    written = b""
    while True:
        try:
            part = os.read(primary, 1 << 16)
        except OSError:  # nobody holds the terminal any more
            break
        if not part:
            break
        written += part
    os.close(primary)
    if process.wait() != 0:
        sys.exit(f"picture.py: error: the command ended with status {process.returncode}")
    return written.decode().replace("\r", "")


def width(text):
    """Columns of a terminal."""
    return sum(
        0 if unicodedata.combining(c) or unicodedata.category(c) == "Cf"
        else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def runs(line, style):
    """The parts of a line that look the same, each with its style; and the style at its end."""
    parts = []
    for piece in re.split(r"(\x1b\[[0-9;]*m)", line):
        if not piece.startswith("\x1b["):
            if piece:
                parts.append((piece, style))
            continue
        codes = [int(number or 0) for number in piece[2:-1].split(";")]
        while codes:
            code = codes.pop(0)
            if code in (38, 48):  # a colour of a palette or of its own, which has no class
                del codes[:2 if codes[:1] == [5] else 4]
            elif code == 0:
                style = frozenset()
            elif code in (22, 23, 24):
                style = style - {1, 2} if code == 22 else style - {code - 20}
            elif code in (1, 2, 3, 4):
                style = style | {code}
            elif code == 39 or 30 <= code % 60 <= 37:  # bright colours are those of the palette
                style = frozenset(c for c in style if c < 30) | ({code % 60} & COLORS.keys())
    return parts, style


def svg(text):
    """The picture of some lines of text."""
    text = re.sub(r"\x1b\]8;[^\x1b\x07]*(?:\x1b\\|\x07)", "", text)  # links have no colour
    lines = text.rstrip("\n").split("\n")
    rows, style = [], frozenset()
    for number, line in enumerate(lines):
        parts, style = runs(line, style)
        column, spans = 0, []
        for part, look in parts:
            words = part.strip(" ")
            if words:
                x = MARGIN + (column + len(part) - len(part.lstrip(" "))) * CELL
                classes = " ".join(f"s{code}" for code in sorted(look))
                spans.append(
                    f'<tspan x="{x:.1f}" textLength="{width(words) * CELL:.1f}"'
                    + (f' class="{classes}"' if classes else "")
                    + f">{escape(words)}</tspan>"
                )
            column += width(part)
        if spans:
            rows.append(f'<text y="{MARGIN + LINE * (number + 1) - 5}">{"".join(spans)}</text>')
    wide, high = COLUMNS * CELL + 2 * MARGIN, LINE * len(lines) + 2 * MARGIN
    light = "".join(f".s{code}{{fill:{colors[0]}}}" for code, colors in COLORS.items())
    dark = "".join(f".s{code}{{fill:{colors[1]}}}" for code, colors in COLORS.items())
    title = escape(f"What {COMMAND} prints")
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high}" width="{wide:.0f}" height="{high}"'
        ' role="img" aria-labelledby="title">',
        f'<title id="title">{title}</title>',
        "<style>",
        "text{font:14px ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace;"
        "fill:#1f2328;white-space:pre}",
        "rect{fill:#ffffff;stroke:#d1d9e0}.s1{font-weight:bold}.s2{fill:#59636e}.s3{font-style:italic}"
        ".s4{text-decoration:underline}" + light,
        "@media (prefers-color-scheme:dark){text{fill:#e6edf3}rect{fill:#0d1117;stroke:#3d444d}.s2{fill:#9198a1}"
        + dark + "}",
        "</style>",
        f'<rect x="0.5" y="0.5" width="{wide - 1:.0f}" height="{high - 1}" rx="8"/>',
        *rows,
        "</svg>",
        "",
    ])


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: picture.py SITREP CORPUS OUT.svg")
    program, corpus, out = (os.path.abspath(path) for path in sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(corpus, os.path.join(folder, "Corpus"))
        subprocess.run([program, "index", "Corpus", "--quiet"], cwd=folder, check=True)
        printed = terminal([program] + shlex.split(COMMAND)[1:], folder)
    os.makedirs(os.path.dirname(out), exist_ok=True)
    with open(out + ".part", "w", encoding="utf-8") as file:
        file.write(svg(f"\x1b[2m$\x1b[0m \x1b[1m{COMMAND}\x1b[0m\n{printed}"))
    os.replace(out + ".part", out)


if __name__ == "__main__":
    main()
