"""What a picture says, read by tesseract, against what --describe says it should."""

import os
import subprocess

import kiosk

MODELS = {"tg": "tgk", "ru": "rus"}
WORST = 0.01  # of the letters


def distance(a, b):
    """Levenshtein: letters to be changed, added or taken away."""
    before = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(before[j] + 1, row[-1] + 1, before[j - 1] + (x != y)))
        before = row
    return before[-1]


def folded(text):
    return " ".join(text.replace("\u00a0", " ").split())


def is_readable(n, lang):
    """Plain lines of one alphabet, wholly in view: no pictures beside them, no names of other languages in them."""
    x, y, w, h = n["rect"]
    cx, cy, cw, ch = n["clip"] or n["rect"]  # what does not scroll is not clipped
    inside = x >= cx and y >= cy and x + w <= cx + cw and y + h <= cy + ch
    latin = any("a" <= c.lower() <= "z" for c in n["text"] or "")
    return (n["role"] in ("heading", "text") and n["text"] and n["lang"] == lang and n["visible"] and inside and not latin
            and not n["id"].startswith("about.lang."))


class Reader:
    def __init__(self, checks):
        self.checks = checks
        self.letters = self.wrong = 0

    def read(self, picture, screen):
        lang = screen["lang"]
        nodes = [n for n in screen["nodes"] if is_readable(n, lang)]
        names = []
        for i, n in enumerate(nodes):
            names.append(kiosk.scratch(f"line-{i}.ppm"))
            picture.crop(*n["rect"]).save(names[-1])
        if not names:
            return
        listing = kiosk.scratch("lines.txt")
        with open(listing, "w", encoding="utf-8") as out:
            out.write("\n".join(names) + "\n")
        read = subprocess.run(["tesseract", listing, "-", "-l", MODELS[lang], "--psm", "6"], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True,
                              env={**os.environ, "OMP_THREAD_LIMIT": "1"}).stdout.decode("utf-8")
        for n, seen in zip(nodes, read.split("\f")):
            wanted, got = folded(n["text"]), folded(seen)
            errors = distance(wanted, got)
            self.letters += len(wanted)
            self.wrong += errors
            if errors:
                print(f"{screen['screen']} in {lang}, {n['id']}: '{wanted}' is read as '{got}'")

    def done(self, at_least):
        self.checks.that(self.letters >= at_least, f"only {self.letters} letters were there to be read")
        self.checks.that(self.wrong <= WORST * self.letters,
                         f"{self.wrong} of {self.letters} letters are read wrongly, {WORST:.0%} may be")
        print(f"{self.letters} letters read, {self.wrong} wrongly")
