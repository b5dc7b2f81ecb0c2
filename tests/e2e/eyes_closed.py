"""Five tasks with eyes closed, in one language: nothing but the keys next, choose and back, and what the voice says of what is focused and of the screen.

usage: eyes_closed.py CODE

Whoever listens goes on until she hears what she looks for, and chooses it. So what leads elsewhere must not sound alike, and the answer
must be in what the screen says. Played at the size of a kiosk and of a phone."""

import json
import os
import sys

import kiosk

SIZES = ["1080x1920", "360x640"]
MOST = 90  # steps of "next" on one screen
HOME = {"tg": "TJ", "uz": "UZ", "uz@cyrillic": "UZ", "ky": "KG", "ru": "TJ", "kk": "KG", "en": "UZ"}


class Listener:
    def __init__(self, checks, lang, size):
        self.checks, self.lang, self.size = checks, lang, size
        self.keys = []

    def play(self, steps, count):
        """Plays all keys so far and these steps; the screens described by the last `count`."""
        script = kiosk.scratch("eyes.play")
        names = [kiosk.scratch(f"eyes-{i}.json") for i in range(count)]
        lines, at = [f"key {k}" for k in self.keys], 0
        for step in steps:
            if step == "describe":
                lines.append(f"describe {kiosk.quoted(names[at])}")
                at += 1
            else:
                lines.append(step)
        with open(script, "w", encoding="utf-8") as out:
            out.write("\n".join(lines) + "\n")
        status, _, errors = kiosk.run("--lang", "en", "--today", kiosk.TODAY, "--size", self.size, "--voice", "yes", "--play", script)
        if status != 0:
            raise AssertionError(errors)
        screens = []
        for name in names:
            with open(name, encoding="utf-8") as text:
                screens.append(json.load(text))
        return screens

    def screen(self):
        return self.play(["describe"], 1)[0]

    def focused(self, screen):
        for n in screen["nodes"]:
            if n["state"] and "focused" in n["state"].split():
                return n
        return None

    def choose(self, action, key="Tab"):
        """Goes on to what does this; hears everything on the way."""
        heard = {}
        where = self.screen()["screen"]
        screens = self.play([line for _ in range(MOST) for line in (f"key {key}", "describe")], MOST)
        for steps, screen in enumerate(screens, 1):
            n = self.focused(screen)
            if not n:
                continue
            self.checks.that(n["visible"], f"{where} in {self.lang}, {self.size}: '{n['id']}' is focused and not in view")
            self.checks.that(bool(n["speech"]), f"{where} in {self.lang}: '{n['id']}' says nothing")
            before = heard.setdefault(n["speech"], n["action"])
            self.checks.equal(n["action"], before, f"{where} in {self.lang}: '{n['speech']}' is said of two things")
            if n["action"] == action:
                self.keys += [key] * steps + ["Enter"]
                return
        raise AssertionError(f"{where} in {self.lang}, {self.size}: '{action}' is never heard")

    def back(self):
        self.keys.append("Escape")

    def hears(self, what, *words):
        said = " ".join(n["speech"] or "" for n in self.screen()["nodes"] if n["role"] != "screen")
        for w in words:
            self.checks.that(bool(w) and w in said, f"{what} in {self.lang}: '{w}' is not said")


def speech_of(lang, citizen, route, node_id):
    return kiosk.node(kiosk.describe("--screen", route, "--lang", lang, "--citizen", citizen), node_id)["speech"]


def tasks(checks, lang, size):
    citizen = HOME[lang]
    ear = Listener(checks, lang, size)
    ear.keys = ["Enter"]
    ear.choose(f"lang {lang}")
    ear.choose(f"citizen {citizen}")
    checks.equal(ear.screen()["screen"], "home", "after the choice of the citizenship")

    ear.choose("go topic/stay")  # how long may I stay?
    ear.choose("go page/how-long")
    answer = next(n for n in ear.screen()["nodes"] if n["id"] and n["id"].startswith("block.") and n["role"] == "text")
    ear.hears("the days of stay", answer["speech"])
    ear.back()
    checks.equal(ear.screen()["screen"], "topic/stay", "back by key")
    ear.back()

    ear.choose("go contacts")  # whom can I call?
    contact = next(n for n in ear.screen()["nodes"] if (n["action"] or "").startswith("go contacts/"))
    ear.choose(contact["action"])
    phone = next(n for n in ear.screen()["nodes"] if n["text"] and "+" in n["text"])
    checks.that("+" not in phone["speech"] and not any(c.isdigit() for c in phone["speech"]), f"a number is said as '{phone['speech']}'")
    ear.hears("the consulate's number", phone["speech"])
    ear.back()
    ear.back()

    ear.choose("go topic/border")  # what will the officer ask?
    ear.choose("go border")
    ear.choose("go border/1")
    ear.hears("the first question", speech_of(lang, citizen, "border/1", "answer"))
    for _ in range(3):
        ear.back()

    ear.choose("go topic/me")  # which day is my last?
    ear.choose("go deadlines")
    ear.choose("dates yesterday")
    last = kiosk.node(ear.screen(), "dates.last")
    ear.hears("the last day", last["speech"])
    checks.that(not any(c.isdigit() for c in last["speech"]), f"a date is said as '{last['speech']}'")
    ear.back()
    ear.back()

    ear.choose("go phrases")  # show a sentence to an officer
    ear.choose("go phrases/police")
    phrase = next(n for n in ear.screen()["nodes"] if (n["action"] or "").startswith("go phrases/"))
    ear.choose(phrase["action"])
    ear.hears("the card", kiosk.node(ear.screen(), "title")["speech"] if any(n["id"] == "title" for n in ear.screen()["nodes"]) else phrase["speech"])


def main():
    checks = kiosk.Checks()
    for size in SIZES if os.environ.get("ROHNAMO_NIGHTLY") or sys.argv[1] in ("tg", "uz", "ru") else SIZES[:1]:
        tasks(checks, sys.argv[1], size)
    checks.done()


main()
