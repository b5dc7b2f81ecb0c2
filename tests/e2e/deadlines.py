"""--deadlines against a second implementation, written from the dossier and the contract alone: no arithmetic, every day is
looked at in turn and counted. Numbers and days off stand here as the dossier prints them, not as the guide has them.

usage: deadlines.py GUIDE_COMPILER"""

import csv
import datetime
import json
import os
import re
import shutil
import subprocess
import sys

import kiosk

DAY = datetime.timedelta(days=1)
TODAY = "2026-11-25"
CASES = 400

# Dossier, DL-01 to DL-08; third reading, "Counting, exactly".
HOST_WORKING_DAYS = 3
ADDRESS_WORKING_DAYS = 5
REGISTRATION_DAY = 30
ORDER_STARTS = datetime.date(2026, 7, 1)
OWN_DAYS = {"TJ": 30, "UZ": 30, "KG": 90}
TOTAL_DAYS = 90
DAYS_BACK = 180

# Third reading, Y-57: weekdays off.
OFF = {datetime.date(year, month, day) for year, month, days in [
    (2026, 12, [16]),
    (2027, 1, [1, 4, 7]), (2027, 3, [8, 15, 22, 23, 24]), (2027, 5, [3, 7, 10]), (2027, 7, [6]), (2027, 10, [25]),
    (2027, 12, [16]),
    (2028, 1, [3, 4, 7]), (2028, 3, [8, 15, 21, 22, 23]), (2028, 5, [1, 8, 9]), (2028, 7, [6]), (2028, 10, [25]),
    (2028, 12, [18])] for day in days}

EXAMPLES = {  # section 12 as the third reading corrects it: citizen, entered, stays, moved, what is wanted of it
    1: ("KG", "2026-11-23", [], None, {"DL-01": "2026-11-25", "DL-02": "2026-12-22", "DL-04": "2027-02-20"}),
    2: ("UZ", "2026-11-27", [], None, {"DL-01": "2026-12-01", "DL-03": "2026-12-26"}),
    3: ("TJ", "2026-11-29", [], None, {"DL-01": "2026-12-02", "DL-03": "2026-12-28"}),
    4: ("TJ", "2026-12-14", [], None, {"DL-01": "2026-12-17", "DL-03": "2027-01-12"}),
    5: ("KG", "2026-12-01", [], "2026-12-15", {"DL-07": "2026-12-22", "DL-08": "2026-12-18"}),
    6: ("UZ", "2026-11-20", [("2026-09-01", "2026-09-30"), ("2026-10-10", "2026-11-08")], None,
        {"DL-05": "2026-12-19", "DL-06": "2027-03-01"}),
    7: ("KG", "2026-08-01", [], None, {"DL-04": "2026-10-29", "DL-06": "2027-01-29"}),
    8: ("KG", "2026-12-01", [("2026-09-05", "2026-10-14")], None, {"DL-05": "2027-01-19", "DL-02": "2026-12-30"}),
}


def date(text):
    return datetime.date.fromisoformat(text)


def working_days(first, count):
    """The day on which `count` working days are over, the first day counted when it is one."""
    day = first
    while True:
        if day.weekday() < 5 and day not in OFF:
            count -= 1
        if count == 0:
            return day
        day += DAY


def nth_day(first, count):
    day = first
    for _ in range(count - 1):
        day += DAY
    return day


def total(stayed, day):
    """Days of stay from 180 days before `day` to it, both counted."""
    found = 0
    back = day
    for _ in range(DAYS_BACK + 1):
        found += back in stayed
        back -= DAY
    return found


def reentry(stayed, after):
    day = after + DAY
    while total(stayed | {day}, day) > TOTAL_DAYS:
        day += DAY
    return day


def answer(citizen, entered, stays, moved, today):
    """The list of the contract: (id, date or None, kind)."""
    own_last = nth_day(entered, OWN_DAYS[citizen])
    stayed = set()
    for begin, end in stays:
        day = begin
        while day <= end:
            stayed.add(day)
            day += DAY
    found = [("DL-01", working_days(entered, HOST_WORKING_DAYS), "act-by")]
    if citizen == "KG" and nth_day(entered, REGISTRATION_DAY) >= ORDER_STARTS:
        found.append(("DL-02", nth_day(entered, REGISTRATION_DAY), "act-by"))
    found.append(("DL-04" if citizen == "KG" else "DL-03", own_last, "last-day"))
    last = None
    inside = set(stayed)
    day = entered
    while day <= own_last:
        inside.add(day)
        if total(inside, day) > TOTAL_DAYS:
            inside.remove(day)
            break
        last = day
        day += DAY
    if stays:
        found.append(("DL-05", last, "last-day" if last else "used-up"))
    if last is None:
        # Let in although nothing was left: that day was a day of stay, once it has come.
        found.append(("DL-06", reentry(stayed | ({entered} if entered <= today else set()), entered), "reentry-from"))
    elif total(inside, last) == TOTAL_DAYS:
        found.append(("DL-06", reentry(inside, last), "reentry-from"))
    if moved:
        found.append(("DL-07", working_days(moved, ADDRESS_WORKING_DAYS), "act-by"))
        found.append(("DL-08", working_days(moved, HOST_WORKING_DAYS), "act-by"))
    found.sort(key=lambda item: (item[1] or datetime.date.min, item[0]))
    return [(name, day.isoformat() if day else None, kind) for name, day, kind in found]


def options(citizen, entered, stays, moved, today=TODAY):
    words = ["--deadlines", "--json", "--citizen", citizen, "--entered", str(entered), "--today", str(today)]
    if stays:
        words += ["--stays", ",".join(f"{begin}..{end}" for begin, end in stays)]
    if moved:
        words += ["--moved", str(moved)]
    return words


def ask(checks, *words):
    status, out, errors = kiosk.run(*words)
    if not checks.that(status == 0 and not errors, f"{' '.join(words)}: status {status}: {errors}"):
        return []
    return json.loads(out)


class Dice:
    """The same numbers with every version of Python."""

    def __init__(self, seed):
        self.state = seed

    def roll(self, least, most):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return least + (self.state >> 33) % (most - least + 1)


def case(dice):
    today = date("2026-11-25") + dice.roll(0, 400) * DAY
    entered = today + dice.roll(-500, 365) * DAY
    stays, end = [], entered - (0 if dice.roll(1, 4) == 1 else dice.roll(1, 45)) * DAY
    for _ in range(dice.roll(0, 4)):
        begin = end - dice.roll(0, 60) * DAY
        stays.append((begin, end))
        end = begin - (0 if dice.roll(1, 6) == 1 else dice.roll(1, 40)) * DAY
    if dice.roll(0, 1):
        stays.reverse()
    moved = None
    if dice.roll(1, 3) == 1:
        moved = min(entered + dice.roll(0, 100) * DAY, today + 365 * DAY)
    return ["TJ", "UZ", "KG"][dice.roll(0, 2)], entered, stays, moved, today


def examples(checks):
    for number, (citizen, entered, stays, moved, wanted) in EXAMPLES.items():
        found = {d["id"]: d["date"] for d in ask(checks, *options(citizen, entered, stays, moved))}
        for name, day in wanted.items():
            checks.equal(found.get(name), day, f"example {number}: {name}")
        own = answer(citizen, date(entered), [(date(b), date(e)) for b, e in stays], moved and date(moved), date(TODAY))
        for name, day, _ in own:
            if name in wanted:
                checks.equal(day, wanted[name], f"example {number} by the second implementation: {name}")


def table(checks):
    """Cases rolled out, each worked twice. They reach every kind of answer, or the table says little."""
    dice, seen = Dice(20261122), {}
    for number in range(CASES):
        citizen, entered, stays, moved, today = case(dice)
        words = options(citizen, entered, stays, moved, today)
        found = ask(checks, *words)
        wanted = answer(citizen, entered, stays, moved, today)
        checks.equal([(d["id"], d["date"], d["kind"]) for d in found], wanted, f"case {number}: {' '.join(words)}")
        for name, _, kind in wanted:
            seen[name, kind] = seen.get((name, kind), 0) + 1
        last, own = ([day for name, day, _ in wanted if name in names] for names in (["DL-05"], ["DL-03", "DL-04"]))
        if last and last[0] and last[0] < own[0]:
            seen["shortened"] = seen.get("shortened", 0) + 1
    for what, least in ({("DL-02", "act-by"): 40, ("DL-03", "last-day"): 200, ("DL-04", "last-day"): 80, "shortened": 40,
                         ("DL-05", "last-day"): 200, ("DL-05", "used-up"): 40, ("DL-06", "reentry-from"): 100,
                         ("DL-07", "act-by"): 80, ("DL-08", "act-by"): 80}).items():
        checks.that(seen.get(what, 0) >= least, f"only {seen.get(what, 0)} of {CASES} cases have {what}")


def form(checks):
    """Keys, words and rows: what other programs rely on."""
    with open(kiosk.source("assets/guide/facts.csv"), encoding="utf-8", newline="") as rows:
        facts = {row["id"] for row in csv.DictReader(rows) if row["use"] == "yes"}
    who = {"DL-01": "host", "DL-08": "host"}
    for words in (options("KG", "2026-12-01", [("2026-09-05", "2026-10-14")], "2026-12-15"),
                  options("TJ", "2026-12-21", [("2026-09-01", "2026-11-29")], None),
                  options("UZ", "2027-05-14", [], "2027-05-14")):
        for d in ask(checks, *words):
            name = d["id"]
            checks.equal(list(d), ["id", "date", "kind", "who", "status", "facts"], f"keys of {name}")
            checks.equal(d["who"], who.get(name, "foreigner"), f"who of {name}")
            checks.equal(d["status"], "due" if name == "DL-02" else "in-force", f"status of {name}")
            checks.equal(d["facts"][0], name, f"first fact of {name}")
            checks.that(set(d["facts"]) <= facts and len(set(d["facts"])) == len(d["facts"]) > 1,
                        f"facts of {name}: {d['facts']}")
            checks.that(re.fullmatch(r"\d{4}-\d\d-\d\d", d["date"] or "") or (d["kind"], d["date"]) == ("used-up", None),
                        f"date of {name}: {d['date']}")
    # A day in doubt is told, and the date is the earlier one: 17 May 2027 is counted as a working day.
    by_name = {d["id"]: d for d in ask(checks, *options("UZ", "2027-05-14", [], None))}
    checks.equal(by_name["DL-01"]["date"], "2027-05-18", "a doubtful day")
    checks.that("Y-57" in by_name["DL-01"]["facts"], "a doubtful day is not told")
    by_name = {d["id"]: d for d in ask(checks, *options("UZ", "2029-01-08", [], None, "2028-12-20"))}
    checks.that("Y-57" in by_name["DL-01"]["facts"], "a time without a list of days off is not told")
    same = [kiosk.run(*options("KG", "2026-12-01", [], None), "--lang", lang)[1] for lang in kiosk.LANGUAGES]
    checks.equal(len(set(same)), 1, "answers by language")
    # The order of options says nothing, --json is the only form, the last value holds.
    words = options("UZ", "2026-11-27", [], None)
    checks.equal(kiosk.run(*words[1:], "--deadlines")[1], kiosk.run(*words)[1], "--deadlines last")
    checks.equal(kiosk.run("--entered=2026-01-01", *[w for w in words if w != "--json"])[1], kiosk.run(*words)[1], "without --json")


def overstay(checks):
    """PEN-01 to PEN-04, day by day: the date of each step on the screen, and its sum at the MCI of 2026 (X-96)."""
    names = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
    for citizen, entered in (("UZ", "2026-11-27"), ("TJ", "2026-11-01"), ("KG", "2026-08-01"), ("KG", "2026-11-24")):
        last = nth_day(date(entered), OWN_DAYS[citizen])
        script, out = kiosk.scratch("late.play"), kiosk.scratch("late.json")
        with open(script, "w", encoding="utf-8") as steps:
            digits = entered[8:] + entered[5:7] + entered[:4]
            steps.write(f'type "{digits}"\ntap "If I leave late"\nexpect-screen deadlines/late\ndescribe {out}\n')
        status, _, errors = kiosk.run("--play", script, "--screen", "deadlines", "--citizen", citizen, "--today", TODAY)
        checks.equal((status, errors), (0, ""), f"{citizen} entered {entered}: the way to what lateness costs")
        with open(out, encoding="utf-8") as described:
            said = {n["id"]: n["label"].replace("\u00a0", " ") for n in json.load(described)["nodes"] if n["id"] and n["label"]}
        for step, (first, until, mci) in enumerate(((1, 3, 0), (4, 5, 10), (6, 10, 15), (11, None, 25)), 1):
            begins, ends = last + first * DAY, last + until * DAY if until else None
            words = [f"{d.day} {names[d.month]} {d.year}" for d in (begins, ends) if d]
            what = f"{citizen} entered {entered}, step {step}"
            checks.equal(said[f"late.{step}.dates"], " – ".join(words) if ends else f"{words[0]} and later", what)
            sum_of = f"{mci * 4325:,}".replace(",", " ") + " tenge"
            checks.that((sum_of if mci else "a warning") in said[f"late.{step}.words"], f"{what}: {said[f'late.{step}.words']}")
            checks.equal("2026; ask" in said[f"late.{step}.words"], bool(mci) and begins.year > 2026, f"{what}: the year of the MCI")
            checks.equal("expulsion" in said[f"late.{step}.words"], until is None, f"{what}: expulsion")


def clock(checks):
    """A planned entry lies 365 days ahead at most: of --today, of a trusted clock, else of the guide's own day."""
    status, _, errors = kiosk.run(*options("UZ", "2027-11-25", [], "2027-11-25"))
    checks.equal((status, errors), (0, ""), "365 days ahead")
    status, _, errors = kiosk.run("--deadlines", "--citizen", "UZ", "--entered", "2100-01-01")
    checks.that(status == 2 and "2100-01-01" in errors, f"far ahead of the clock: {status} {errors}")
    status, _, errors = kiosk.run(*options("UZ", "2026-11-27", [], None, "2025-01-01"))
    checks.that(status == 2 and "2026-01-01" in errors, f"far ahead of an earlier --today: {status} {errors}")


def refusals(checks):
    base = ["--deadlines", "--json", "--today", TODAY]
    entered = [*base, "--citizen", "TJ", "--entered", "2026-12-01"]
    rows = [  # what is given; what the sentence must name
        ([*base, "--entered", "2026-12-01"], ["--citizen", "TJ, UZ or KG"]),
        ([*base, "--entered", "2026-12-01", "--citizen", "other"], ["'other'", "TJ, UZ or KG"]),
        ([*base, "--entered", "2026-12-01", "--citizen", "RU"], ["'RU'", "TJ, UZ, KG"]),
        ([*base, "--citizen", "TJ"], ["--entered", "YYYY-MM-DD"]),
        ([*base, "--citizen", "TJ", "--entered", "2026-02-29"], ["'2026-02-29'", "a date of the calendar"]),
        ([*base, "--citizen", "TJ", "--entered", "2026-11-31"], ["'2026-11-31'", "YYYY-MM-DD"]),
        ([*base, "--citizen", "TJ", "--entered", "27.11.2026"], ["'27.11.2026'", "YYYY-MM-DD"]),
        ([*base, "--citizen", "TJ", "--entered", "tomorrow"], ["'tomorrow'", "YYYY-MM-DD"]),
        ([*base, "--citizen", "TJ", "--entered="], ["''", "YYYY-MM-DD"]),
        ([*base, "--citizen", "TJ", "--entered", "2023-01-26"], ["'2023-01-26'", "2023-01-27"]),
        ([*base, "--citizen", "KG", "--entered", "2023-01-26"], ["'2023-01-26'", "2023-01-27"]),
        ([*base, "--citizen", "TJ", "--entered", "2027-11-26"], ["'2027-11-26'", "2027-11-25", "365 days"]),
        ([*entered, "--stays", "2026-11-05"], ["'2026-11-05'", "FIRST..LAST"]),
        ([*entered, "--stays", "2026-11-05..2026-11-31"], ["'2026-11-05..2026-11-31'", "a date of the calendar"]),
        ([*entered, "--stays", "2026-11-05..2026-11-06,"], ["''", "FIRST..LAST"]),
        ([*entered, "--stays="], ["''", "FIRST..LAST"]),
        ([*entered, "--stays", "2026-11-06..2026-11-05"], ["'2026-11-06..2026-11-05'", "end before it begins"]),
        ([*entered, "--stays", "2026-11-06..2026-12-02"], ["'2026-11-06..2026-12-02'", "2026-12-01"]),
        ([*entered, "--stays", "2026-10-01..2026-10-10,2026-10-09..2026-10-12"],
         ["'2026-10-01..2026-10-10'", "'2026-10-09..2026-10-12'", "one day"]),
        ([*entered, "--stays", "2026-10-01..2026-10-10,2026-10-01..2026-10-10"], ["'2026-10-01..2026-10-10'", "one day"]),
        ([*entered, "--moved", "2026-11-30"], ["'2026-11-30'", "2026-12-01"]),
        ([*entered, "--moved", "2026-13-01"], ["'2026-13-01'", "a date of the calendar"]),
        ([*entered, "--moved", "2027-11-26"], ["'2027-11-26'", "2027-11-25", "365 days"]),
        ([*entered, "--describe"], ["--describe", "joined"]),
        (["--entered", "2026-12-01", "--describe"], ["--entered", "--deadlines only"]),
        (["--moved", "2026-12-01", "--list-screens"], ["--moved", "--deadlines only"]),
        (["--stays", "2026-10-01..2026-10-02", "--list-screens"], ["--stays", "--deadlines only"]),
        (["--json", "--list-screens"], ["--json", "--deadlines"]),
    ]
    for words, names in rows:
        status, out, errors = kiosk.run(*words)
        told = f"{' '.join(words)}: {status} {out}{errors}"
        checks.that(status == 2 and not out, told)
        checks.that(errors.startswith("rohnamo: ") and errors.count("\n") == 1, told)
        checks.that(all(name in errors for name in names), f"{told} does not name {names}")
    # What is just allowed.
    for words in ([*entered, "--stays", "2026-11-05..2026-11-05"], [*entered, "--stays", "2026-11-05..2026-12-01"],
                  [*entered, "--stays", "2026-10-05..2026-10-10,2026-10-01..2026-10-05"], [*entered, "--moved", "2026-12-01"]):
        ask(checks, *words)
    # A guide that lacks the rules is no mistake of who asks.
    status, out, errors = kiosk.run(*entered, "--guide", guide_without("host.moved"))
    checks.that(status == 1 and not out and "has no rule" in errors, f"a guide without the rules: {status} {errors}")


def guide_without(rule):
    """The fixture guide, compiled without one of its rules."""
    folder = kiosk.scratch("source")
    shutil.copytree(kiosk.source("tests/guide/source"), folder)
    table = os.path.join(folder, "rules.csv")
    with open(table, encoding="utf-8") as rows:
        kept = [row for row in rows if not row.startswith(f"{rule},")]
    with open(table, "w", encoding="utf-8") as rows:
        rows.writelines(kept)
    guide = kiosk.scratch("without.db")
    subprocess.run([sys.argv[1], "build", "--source", folder, "--locales", kiosk.source("tests/guide/locales"), "-o", guide],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return guide


def main():
    checks = kiosk.Checks()
    examples(checks)
    table(checks)
    form(checks)
    clock(checks)
    overstay(checks)
    refusals(checks)
    checks.done()


if __name__ == "__main__":
    main()
