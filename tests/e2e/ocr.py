"""The largest and the smallest type, read by a machine that knows only letters: what is drawn is what is meant, whole, in every language.

usage: ocr.py CODE

Each screen is painted, read with tesseract, and the words that must be in view are looked for in what it read. Whatever is cut, overlaps, lacks
a letter or is too pale is not found. Letters that differ by a stroke (ғ г, ў у) may be mistaken: a word counts with one letter in five
wrong."""

import difflib
import os
import re
import subprocess
import sys

import kiosk

DATA = {"tg": "tgk", "uz": "uzb", "uz@cyrillic": "uzb_cyrl", "ky": "kir", "ru": "rus", "kk": "kaz", "en": "eng"}
# The smallest: sources and marks on a phone. The largest: numbers and titles at 200 %. And what lies between, light on dark.
VIEWS = [
    ("360x640", ("--text", "100")),
    ("320x568", ("--text", "100", "--contrast", "high")),
    ("1080x1920", ("--text", "200")),
    ("1920x1080", ("--text", "150", "--contrast", "high-dark")),
]
ROUTES = ["page/how-long", "help", "border/1"]
ALIKE = 0.8  # of a word's letters
WANTED = 0.9  # of the words: a button with round corners may be taken for a picture
LETTERS_PX = 40  # tesseract is trained on capitals of some 30 px


def words_of(text):
    """Of more than three letters, without the signs of Uzbek, which are read as one apostrophe or another."""
    return [w for w in re.findall(r"[^\W_]+", re.sub("[ʻʼ'‘’`´]", "", text).lower()) if len(w) > 3]


def in_view(node, screen):
    """Texts in the visitor's language of which all is seen: not behind the edge of what scrolls."""
    if not node["visible"] or not node["text"] or not node["font_px"] or node["role"] in ("screen", "list", "key") or node["lang"] != screen["lang"]:
        return False
    x, y, w, h = node["rect"]
    left, top, width, height = node["clip"] or (0, 0, *screen["size"])
    return y >= top and y + h <= top + height and x >= left and x + w <= left + width


def is_dark(color):
    return sum(int(color[i:i + 2], 16) for i in (1, 3, 5)) < 3 * 128


def read(picture, nodes, lang):
    """Cuts the texts out, brings their letters to one size, black on white, and has them read below each other."""
    sheet = kiosk.scratch("ocr-sheet.png")
    command = ["convert", picture, "-colorspace", "Gray"]
    for n in nodes:
        x, y, w, h = (round(v) for v in n["rect"])
        if n["id"].startswith("dock."):  # the words alone, which stand below their picture
            y, h = y + h - 2 * n["font_px"], 2 * n["font_px"]
        command += ["(", "-clone", "0", "-crop", f"{w}x{h}+{x}+{y}", "+repage", *(["-negate"] if is_dark(n["background"]) else []),
                    "-resize", f"{100 * LETTERS_PX / n['font_px']}%", "-bordercolor", "white", "-border", "20", ")"]
    subprocess.run([*command, "-delete", "0", "-background", "white", "-append", sheet], check=True)
    ended = subprocess.run(["tesseract", sheet, "-", "-l", DATA[lang], "--psm", "4", "--dpi", "300"], stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE, env=dict(os.environ, OMP_THREAD_LIMIT="1"), timeout=kiosk.PATIENCE_S, check=False)
    if ended.returncode != 0:
        raise AssertionError(ended.stderr.decode("utf-8", "backslashreplace"))
    return ended.stdout.decode("utf-8", "replace")


def missing(wanted, found):
    found = sorted(set(found))
    return [w for w in wanted if w not in found and not difflib.get_close_matches(w, found, 1, ALIKE)]


def main():
    lang = sys.argv[1]
    checks = kiosk.Checks()
    for size, options in VIEWS:
        wanted, lost = 0, []
        for route in ROUTES:
            where = ("--screen", route, "--lang", lang, "--size", size, *options)
            screen = kiosk.describe(*where)
            picture = kiosk.scratch("ocr.png")
            status, _, errors = kiosk.run("--snapshot", picture, "--today", kiosk.TODAY, *where)
            checks.equal((status, errors), (0, ""), f"--snapshot of {route}")
            nodes = [n for n in screen["nodes"] if in_view(n, screen)]
            words = [w for n in nodes for w in words_of(n["text"])]
            wanted += len(words)
            lost += missing(words, words_of(read(picture, nodes, lang)))
        print(f"{lang} {size} {' '.join(options)}: {wanted} words, not read: {' '.join(lost)}")
        checks.that(wanted > 20, f"{size}: only {wanted} words are in view")
        checks.that(len(lost) <= wanted * (1 - WANTED), f"{lang} {size} {options}: {len(lost)} of {wanted} words are not read: {' '.join(lost)}")
    checks.done()


main()
