"""What a phone gets from the screen, by programs that are not ours: zbarimg reads the codes (also smaller, larger, turned, dimmed),
vobject reads the cards, icalendar the dates.

usage: take.py"""

import csv
import datetime
import os
import subprocess

import icalendar
import vobject

import display
import kiosk

FIXTURE = ["--guide", os.environ["ROHNAMO_FIXTURE"]]
ROUTES = ["take/contact/uz-embassy", "take/page/how-long", "take/page/carry", "take/walk/too-long/12",
          "take/date/2026-12-24/last-day/how-long"]
PANELS = [("1080x1920", "normal"), ("1366x768", "high"), ("360x640", "high-dark")]
# How a phone may see it. ImageMagick's words.
VIEWS = {
    "plain": [],
    "smaller": ["-resize", "70%"],
    "larger": ["-resize", "160%"],
    "turned by 90": ["-rotate", "90"],
    "upside down": ["-rotate", "180"],
    "held askew": ["-background", "grey", "-rotate", "11"],
    "dimmed": ["-evaluate", "multiply", "0.25"],
    "washed out": ["+level", "45%,85%"],
    "out of focus": ["-blur", "0x1"],
}


def read_code(picture):
    ended = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture], stdin=subprocess.DEVNULL,
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return ended.stdout.decode("utf-8", "replace")


def code_of(screen):
    codes = [n for n in screen["nodes"] if n["role"] == "code"]
    assert len(codes) == 1, f"{len(codes)} codes on {screen['screen']}"
    return codes[0]


def look(checks, route, size, contrast, text, lang):
    options = [*FIXTURE, "--screen", route, "--size", size, "--contrast", contrast, "--text", text, "--lang", lang]
    what = f"{route} at {size}, {contrast}, {text} %, {lang}"
    screen = kiosk.describe(*options)
    wanted = code_of(screen)
    png = kiosk.scratch("code.png")
    status, _, errors = kiosk.run("--snapshot", png, "--today", kiosk.TODAY, *options)
    checks.equal(status, 0, errors)
    picture = display.read_png(png)
    x, y, w, _ = wanted["rect"]
    checks.equal(picture.pixel(x + 1, y + 1), (255, 255, 255), f"{what}: the quiet zone")
    checks.that((0, 0, 0) in {picture.pixel(x + i, y + w // 2) for i in range(w)}, f"{what}: no module is black")
    picture.crop(x - 40, y - 40, w + 80, w + 80).save(kiosk.scratch("near.ppm"))
    for view, words in VIEWS.items():
        if view == "smaller" and size == "360x640":
            continue  # five pixels a module become three and a half: the phone comes nearer
        if words:  # what the phone's frame is put around: the code and some of what is beside it
            seen = kiosk.scratch("seen.png")
            subprocess.run(["convert", "near.ppm", *words, "seen.png"], cwd=kiosk.scratch(), check=True)
        else:
            seen = png
        read = read_code(seen)
        checks.that(read == wanted["text"] + "\n", f"{what}, {view}: read is '{read[:40]}...', {len(read)} letters")


def check_outcome(checks, walk, lang):
    """Piece after piece is read by zbarimg; joined they say what the outcome's screen says."""
    joined, piece, pieces = "", 1, 1
    while piece <= pieces:
        options = ["--screen", f"take/{walk}/{piece}", "--lang", lang, "--citizen", "UZ"]
        screen = kiosk.describe(*options)
        wanted, png = code_of(screen)["text"], kiosk.scratch("piece.png")
        status, _, errors = kiosk.run("--snapshot", png, "--today", kiosk.TODAY, *options)
        checks.equal(status, 0, errors)
        checks.that(read_code(png) == wanted + "\n", f"{walk} in {lang}: piece {piece} of {pieces} is not read as it is written")
        head, _, body = wanted.partition("\n")
        if "/" in head and head.replace("/", "").isdigit():
            checks.that(head.startswith(f"{piece}/"), f"{walk} in {lang}: piece {piece} says '{head}'")
            pieces = int(head.split("/")[1])
            wanted = body
        joined, piece = joined + wanted, piece + 1
    said = [n for n in kiosk.describe("--screen", walk, "--lang", lang, "--citizen", "UZ")["nodes"]
            if (n["id"] or "").startswith(("walk.outcome", "block.", "said.")) and not n["action"] and n["role"] in ("heading", "text", "item", "note")]
    checks.that(len(said) > 6, f"{walk} in {lang}: only {len(said)} sentences on its screen")
    plain = joined.replace("\u00a0", " ")
    for n in said:
        words = n["label"].replace("\u00a0", " ")
        checks.that(words in plain, f"{walk} in {lang}: '{words}' is not in its text")
    return pieces


def contacts():
    with open(kiosk.source("assets/guide/contacts.csv"), encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def check_card(checks, row, lang):
    screen = kiosk.describe("--screen", f"take/contact/{row['id']}", "--lang", lang)
    text = code_of(screen)["text"]
    what = f"the card of {row['id']} in {lang}"
    for line in text.encode("utf-8").split(b"\r\n"):
        checks.that(len(line) <= 75, f"{what}: a line has {len(line)} octets")
    checks.that("\n" not in text.replace("\r\n", ""), f"{what}: a line does not end with CRLF")
    card = vobject.readOne(text)
    card.validate()
    name = kiosk.node(screen, "take.name")["label"]
    checks.equal(card.version.value, "3.0", what)
    checks.equal(card.fn.value, name, f"{what}: FN")
    checks.equal(card.n.value.family, name, f"{what}: N")
    checks.equal([t.value for t in card.contents.get("tel", [])], row["phones"].split(), f"{what}: TEL")
    urls = [u.value for u in card.contents.get("url", [])]
    checks.equal(urls, row["web"].split()[:len(urls)], f"{what}: URL")
    if "adr" in card.contents:
        checks.equal(card.adr.value.street, row["address"], f"{what}: ADR")
    if "org" in card.contents:
        checks.equal(card.org.value, [name], f"{what}: ORG")
    ages = [n["label"] for n in kiosk.describe("--screen", f"contacts/{row['id']}", "--lang", lang)["nodes"] if n["id"] == "contact.age"]
    if ages:  # the doubt about an old number goes with it
        checks.that(card.note.value.startswith(ages[0]), f"{what}: the note does not begin with '{ages[0]}'")
    return len(card.contents)


def check_date(checks, lang):
    day = datetime.date(2026, 12, 24)
    for kind, reminders in (("last-day", 4), ("act-by", 4), ("reentry-from", 1)):
        screen = kiosk.describe("--screen", f"take/date/{day}/{kind}/how-long", "--lang", lang)
        again = code_of(kiosk.describe("--screen", f"take/date/{day}/{kind}/how-long", "--lang", lang, "--citizen", "UZ"))["text"]
        text = code_of(screen)["text"]
        what = f"the date {kind} in {lang}"
        for line in text.encode("utf-8").split(b"\r\n"):
            checks.that(len(line) <= 75, f"{what}: a line has {len(line)} octets")
        events = [e for e in icalendar.Calendar.from_ical(text).walk("VEVENT")]
        checks.equal(len(events), 1, what)
        event = events[0]
        checks.equal(event.decoded("DTSTART"), day, f"{what}: DTSTART")
        checks.equal(event.decoded("DTEND"), day + datetime.timedelta(1), f"{what}: DTEND")
        checks.equal(event.decoded("DTSTAMP").date().isoformat(), kiosk.TODAY, f"{what}: DTSTAMP")
        checks.equal(str(event["UID"]), f"{day}.{kind}.how-long@rohnamo", f"{what}: UID")
        checks.that(str(event["SUMMARY"]).startswith(kiosk.node(screen, "take.name")["label"]), f"{what}: SUMMARY")
        alarms = event.walk("VALARM")
        checks.equal(len(alarms), reminders, f"{what}: reminders")
        rings = [datetime.datetime.combine(day, datetime.time()) + a.decoded("TRIGGER") for a in alarms]
        checks.that(all(r.time() == datetime.time(9) and r.date() <= day for r in rings), f"{what}: rings at {rings}")
        checks.equal(next(vobject.readComponents(text)).vevent.uid.value, str(event["UID"]), f"{what}: vobject")
        checks.equal(again.split("DTSTAMP")[0], text.split("DTSTAMP")[0], f"{what}: for another visitor")


def main():
    checks = kiosk.Checks()
    for at, route in enumerate(ROUTES):
        for size, contrast in PANELS:
            look(checks, route, size, contrast, "100", kiosk.LANGUAGES[at])
    look(checks, ROUTES[1], "1080x1920", "normal", "200", "ru")
    pieces = [check_outcome(checks, walk, lang) for walk, lang in (
        ("walk/lost-papers/11", "tg"), ("walk/unpaid/12", "uz"), ("walk/child/2", "uz@cyrillic"), ("walk/stopped/3", "ky"),
        ("walk/term-ending/211", "ru"), ("walk/work/41", "kk"), ("walk/refused/11", "en"))]
    checks.that(sum(pieces) > len(pieces), "no outcome is long enough for two pieces")
    fields = sum(check_card(checks, row, lang) for row in contacts() for lang in ("tg", "uz", "ky", "ru"))
    checks.that(fields > 4 * 4 * len(contacts()), f"only {fields} fields in all cards")
    for lang in kiosk.LANGUAGES:
        check_date(checks, lang)
    checks.done()


main()
