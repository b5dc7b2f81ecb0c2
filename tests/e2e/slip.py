"""Slips: the picture a thermal printer or a small sheet wants, two colours, its size told; the source's code read back from the PNG
and from the PDF that poppler draws.

usage: slip.py"""

import csv
import struct
import subprocess

import kiosk

PAPERS = {"58mm": (384, 8000, 58, None), "80mm": (576, 8000, 80, None), "a6": (1122, 11811, 105, 1748)}


def read_code(picture):
    ended = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture], stdin=subprocess.DEVNULL,
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return ended.stdout.decode("utf-8", "replace").split()


def chunks(data):
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at, found = 8, {}
    while at < len(data):
        size, name = struct.unpack(">I4s", data[at:at + 8])
        found.setdefault(name, data[at + 8:at + 8 + size])
        at += 12 + size
    return found


def pdf_pages(path):
    told = subprocess.run(["pdfinfo", "-l", "-1", path], stdout=subprocess.PIPE, check=True).stdout.decode()
    return [tuple(float(w) for w in line.split("size:")[1].split()[0:3:2]) for line in told.splitlines() if line.startswith("Page ") and "size:" in line]


def check(checks, paper, route, lang, known):
    width, per_metre, paper_mm, page_px = PAPERS[paper]
    png, pdf = kiosk.scratch("slip.png"), kiosk.scratch("slip.pdf")
    what = f"{route} on {paper} in {lang}"
    for path in (png, pdf):
        status, _, errors = kiosk.run("--slip", path, "--paper", paper, "--screen", route, "--lang", lang, "--today", kiosk.TODAY)
        checks.equal((status, errors), (0, ""), what)
    with open(png, "rb") as file:
        parts = chunks(file.read())
    wide, high, depth, colour = struct.unpack(">IIBB", parts[b"IHDR"][:10])
    checks.equal((wide, depth, colour), (width, 1, 0), f"{what}: width, bits, grey")
    checks.equal(struct.unpack(">IIB", parts[b"pHYs"]), (per_metre, per_metre, 1), f"{what}: pixels a metre")
    codes = read_code(png)
    checks.that(len(codes) == 1 and codes[0] in known, f"{what}: the codes are {codes}")
    sizes = pdf_pages(pdf)
    pages = high // page_px if page_px else 1
    checks.equal(len(sizes), pages, f"{what}: pages")
    tall = (page_px or high) / per_metre * 1000 * 72 / 25.4
    checks.that(all(abs(w - paper_mm * 72 / 25.4) < 0.5 and abs(h - tall) < 0.5 for w, h in sizes), f"{what}: page sizes are {sizes}")
    subprocess.run(["pdftoppm", "-r", "203", "-gray", pdf, kiosk.scratch("drawn")], check=True)
    drawn = [c for n in range(1, pages + 1) for c in read_code(kiosk.scratch(f"drawn-{n}.pgm"))]
    checks.equal(drawn, codes, f"{what}: the code in the PDF")


def main():
    checks = kiosk.Checks()
    with open(kiosk.source("assets/guide/sources.csv"), encoding="utf-8", newline="") as table:
        known = {row["url"] for row in csv.DictReader(table)}
    for at, paper in enumerate(PAPERS):
        check(checks, paper, "page/how-long", kiosk.LANGUAGES[at], known)
        check(checks, paper, "contacts/kz-112", kiosk.LANGUAGES[at + 3], known)
        check(checks, paper, "walk/lost-papers/11", kiosk.LANGUAGES[at + 2], known)
    for options, names in ((["--slip", "x.jpg"], "x.jpg"), (["--slip", "x.png", "--screen", "home"], "home"),
                           (["--slip", "x.png", "--screen", "walk/lost-papers/1"], "walk/lost-papers/1"),
                           (["--slip", "x.png", "--screen", "page/how-long", "--paper", "a4"], "a4"), (["--paper", "a6"], "--paper")):
        status, _, errors = kiosk.run(*options, cwd=kiosk.scratch())
        checks.equal(status, 2, f"{options}: {errors}")
        checks.that(names in errors, f"{options}: '{names}' is not named: {errors}")
    checks.equal(kiosk.run("--slip", "/nowhere/x.pdf", "--screen", "page/how-long")[0], 1, "a folder that is not there")
    checks.done()


main()
