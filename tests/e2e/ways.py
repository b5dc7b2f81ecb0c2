"""Every combination of answers of every walk of the real guide, played in one language for one citizenship: each leads to the
outcome that the guide's tables say, and from there back to the beginning.

usage: ways.py CODE CITIZEN"""

import os
import sqlite3
import sys

import kiosk

BITS = {"TJ": 1, "UZ": 2, "KG": 4}
TRAILER_BYTES = 40  # the digest and its mark, behind the database


def open_guide():
    """The compiled guide, without what stands behind the database."""
    path = kiosk.scratch("ways.db")
    with open(os.path.join(os.environ["ROHNAMO_DATA"], "guide.db"), "rb") as guide, open(path, "wb") as copy:
        copy.write(guide.read()[:-TRAILER_BYTES])
    return sqlite3.connect(path)


def said(db, lang, unit):
    return db.execute("SELECT text FROM shown WHERE unit = ? AND lang = ?", (unit, lang)).fetchone()[0]


def combinations(db, walk, bit, node=0, so_far=()):
    """Each as a list of (number, unit of the words), with the outcome's unit."""
    outcome, words = db.execute("SELECT outcome, words FROM walk_node WHERE walk = ? AND node = ?", (walk, node)).fetchone()
    if outcome:
        yield so_far, words
        return
    answers = db.execute("SELECT number, target, audience, words FROM walk_answer WHERE walk = ? AND node = ? ORDER BY number",
                         (walk, node)).fetchall()
    for number, target, audience, unit in answers:
        if audience & bit:
            yield from combinations(db, walk, bit, target, so_far + ((number, unit),))


def label(db, lang, walk, before, number, unit):
    """What stands on an answer: its words, with numbers of the rules filled in by the program alone."""
    words = said(db, lang, unit)
    if "{" not in words:
        return words
    route = "/".join(["walk", walk] + ([before] if before else []))
    return kiosk.node(kiosk.describe("--screen", route, "--lang", lang, "--citizen", sys.argv[2]), f"answer.{number}")["label"]


def script(db, lang, walk, bit, again):
    steps, count = [], 0
    for answers, outcome in combinations(db, walk, bit):
        before = ""
        for number, unit in answers:
            steps.append(f"tap {kiosk.quoted(label(db, lang, walk, before, number, unit))}")
            before += str(number)
        steps.append(f"expect-screen walk/{walk}/{''.join(str(number) for number, _ in answers)}")
        steps.append(f"expect {kiosk.quoted(said(db, lang, outcome))}")
        steps.append(f"tap {kiosk.quoted(again)}")
        steps.append(f"expect-screen walk/{walk}")
        count += 1
    return steps, count


def main():
    lang, citizen = sys.argv[1:3]
    checks = kiosk.Checks()
    db = open_guide()
    walks = [row[0] for row in db.execute("SELECT id FROM walk WHERE audience & ? ORDER BY position", (BITS[citizen],))]
    options = ["--lang", lang, "--citizen", citizen, "--today", kiosk.TODAY]
    # a way to an outcome, for the words of the button
    routes = [route for route in kiosk.run("--list-screens")[1].split() if route.startswith("walk/") and route.count("/") == 2]
    checks.that(len(walks) >= 12 and routes, f"walks: {len(walks)}")
    again = next(found["label"] for route in routes for found in kiosk.describe("--screen", route, "--lang", lang)["nodes"]
                 if found["id"] == "walk.again")
    for walk in walks:
        steps, count = script(db, lang, walk, BITS[citizen], again)
        path = kiosk.scratch(f"{walk}-{lang}-{citizen}.play")
        with open(path, "w", encoding="utf-8") as out:
            out.write("\n".join(steps) + "\n")
        status, _, errors = kiosk.run(*options, "--screen", f"walk/{walk}", "--play", path)
        checks.equal((status, errors), (0, ""), f"walk/{walk} in {lang} for {citizen}")
        checks.that(count >= 3, f"walk/{walk} has {count} combinations of answers")
    checks.done()


main()
