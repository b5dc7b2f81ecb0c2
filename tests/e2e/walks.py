"""The walks of walks/*.play in one language, on the real guide, in the kiosk's picture and on a phone.

usage: walks.py CODE

A walk names boxes by id and by what they do, never by words, so that a translator's comma needs no developer. Beside the
steps of --play it knows

    tap @ID              the box with this id; LANG in it is the language of the run
    tap >ACTION          the first box that does this, such as >go page/overstay
    expect @ID           what the box with this id says
    expect {RULE CITIZEN}   a sentence that says this number of rules.csv

Each is looked up on the screen to which the steps before have led, and becomes a plain step of the script that is run."""

import glob
import json
import os
import re
import sys

import kiosk

SIZES = ["1080x1920", "360x640"]


class Composer:
    def __init__(self, name, lang):
        self.name = name
        self.lang = lang
        self.steps = []
        self.script = kiosk.scratch(f"{name}-{lang}.play")
        self.screen_file = kiosk.scratch(f"{name}-{lang}.json")

    def write(self, *more):
        with open(self.script, "w", encoding="utf-8") as out:
            out.write("\n".join(self.steps + list(more)) + "\n")

    def play(self, size):
        return kiosk.run("--lang", "en", "--today", kiosk.TODAY, "--size", size, "--play", self.script)

    def screen(self):
        """Where the steps so far lead."""
        self.write(f"describe {kiosk.quoted(self.screen_file)}")
        status, _, errors = self.play(SIZES[0])
        if status != 0:
            raise AssertionError(errors.strip())
        with open(self.screen_file, encoding="utf-8") as described:
            return json.load(described)

    def find(self, reference):
        screen = self.screen()
        if reference.startswith("@"):
            return screen, kiosk.node(screen, reference[1:].replace("LANG", self.lang))
        for n in screen["nodes"]:
            if n["action"] == reference[1:]:
                return screen, n
        raise AssertionError(f"nothing on {screen['screen']} does '{reference[1:]}'")

    def tap(self, reference):
        screen, wanted = self.find(reference)
        label = wanted["label"]
        first = next(n for n in screen["nodes"] if n["action"] and label in (n["label"], n["text"]))
        if first["id"] != wanted["id"]:
            raise AssertionError(f"on {screen['screen']} '{first['id']}' and '{wanted['id']}' are both called '{label}'")
        self.steps.append(f"tap {kiosk.quoted(label)}")

    def sentence_with(self, number):
        """The first sentence in which the number stands by itself; the number of a step is none."""
        screen = self.screen()
        for n in screen["nodes"]:
            words = re.sub(r"^\d+\. ", "", n["label"] or "")
            if n["role"] in ("text", "item", "note") and re.search(rf"(?<!\d){number}(?!\d)", words):
                return n["text"]
        raise AssertionError(f"no sentence on {screen['screen']} says {number}")

    def expect(self, verb, reference):
        if reference.startswith("{"):
            words = self.sentence_with(kiosk.rule(*reference.strip("{}").split()))
        else:
            _, wanted = self.find(reference)
            words = wanted["text"] or wanted["label"]
        self.steps.append(f"{verb} {kiosk.quoted(words)}")

    def add(self, line):
        verb, _, rest = line.partition(" ")
        if verb == "tap" and rest[:1] in "@>":
            self.tap(rest)
        elif verb.startswith("expect") and rest[:1] in "@>{":
            self.expect(verb, rest)
        else:
            self.steps.append(line)


def walk(checks, path, lang):
    name = os.path.splitext(os.path.basename(path))[0]
    composer = Composer(name, lang)
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            try:
                composer.add(line)
            except AssertionError as why:
                checks.that(False, f"{path}:{number}: in {lang}: {why}")
                return
    composer.write()
    for size in SIZES:
        status, _, errors = composer.play(size)
        checks.that(status == 0 and not errors, f"{name} in {lang} at {size}: status {status}: {errors.strip()}")


def main():
    lang = sys.argv[1]
    checks = kiosk.Checks()
    paths = sorted(glob.glob(kiosk.source("tests/e2e/walks/*.play")))
    checks.that(len(paths) >= 3, "there are fewer than three walks")
    for path in paths:
        walk(checks, path, lang)
    checks.done()


main()
