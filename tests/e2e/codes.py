"""The codes beside the sources are read back by zbarimg as the addresses in sources.csv.

usage: codes.py"""

import csv
import os
import subprocess

import display
import kiosk


def addresses(folder):
    with open(os.path.join(folder, "sources.csv"), encoding="utf-8", newline="") as table:
        return {row["url"] for row in csv.DictReader(table) if row["url"]}


def read_codes(options, *steps):
    """What zbarimg reads on the screen after these steps, and how many sources are wholly in view."""
    picture, screen = display.played(options, *steps)
    path = kiosk.scratch("codes.ppm")
    picture.save(path)
    ended = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", path], stdin=subprocess.DEVNULL,
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    whole = [n for n in screen["nodes"] if (n["id"] or "").startswith("source.") and n["role"] == "item" and n["clip"]
             and n["rect"][1] >= n["clip"][1] and n["rect"][1] + n["rect"][3] <= n["clip"][1] + n["clip"][3]]
    return ended.stdout.decode("utf-8").split(), whole


def main():
    checks = kiosk.Checks()
    fixture = ["--guide", os.environ["ROHNAMO_FIXTURE"], "--screen", "page/how-long", "--lang", "en"]
    for size, contrast in (("1080x1920", "normal"), ("1366x768", "high"), ("360x640", "high-dark")):
        seen = set()
        steps = ['tap "Show the sources (2)"']
        for _ in range(8):
            codes, _ = read_codes([*fixture, "--size", size, "--contrast", contrast], *steps)
            seen.update(codes)
            steps.append("key PageDown")
        checks.equal(seen, addresses(kiosk.source("tests/guide/source")), f"codes at {size}, {contrast}")
    real = ["--screen", "page/how-long", "--lang", "tg"]
    _, screen = display.played(real)
    steps = [f"tap {kiosk.quoted(kiosk.node(screen, 'sources')['label'])}", "key PageDown"]
    known = addresses(kiosk.source("assets/guide"))
    codes, whole = read_codes(real, *steps)
    checks.that(len(whole) >= 3, f"only {len(whole)} sources are in view")
    checks.that(len(codes) >= len(whole), f"{len(whole)} sources are in view, {len(codes)} codes are read")
    for code in codes:
        checks.that(code in known, f"the code says {code}, which is no address of sources.csv")
    checks.done()


main()
