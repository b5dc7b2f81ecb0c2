"""The command line: what each mode writes, where, and how it ends.

usage: command_line.py"""

import glob
import json
import os
import re
import struct

import kiosk

CONTRACT = ["kiosk", "guide", "config", "site", "lang", "citizen", "screen", "today", "size", "panel-mm", "distance-mm",
            "rotate", "text", "contrast", "low", "list-screens", "snapshot", "describe", "play", "tour", "check", "bench",
            "deadlines", "entered", "stays", "moved", "json", "version", "help"]


def fixture(*options):
    return ["--guide", os.environ["ROHNAMO_FIXTURE"], "--today", kiosk.TODAY, *options]


def put(name, text):
    path = kiosk.scratch(name)
    with open(path, "wb") as out:
        out.write(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def one_sentence(errors):
    return errors.endswith("\n") and errors.count("\n") == 1 and len(errors) > 20


def handout(checks):
    """The tables that the operator's handbook shows are read as they stand there, without a complaint."""
    path = os.path.join(os.path.dirname(__file__), "..", "..", "docs", "operate.md")
    with open(path, encoding="utf-8") as text:
        handbook = text.read()
    printed = sum(-(-max(len(line), 1) // 100) for line in handbook.splitlines())
    checks.that(printed <= 4 * 62, f"the handbook is longer than four printed pages: {printed} lines of 100 letters")
    tables = re.findall(r"(?:^    .*\n)+", handbook, re.MULTILINE)
    heads = {"id,": "contacts.csv", "contact,": "confirmations.csv", "from,": "notice.csv"}
    seen = set()
    for table in tables:
        lines = [line.strip() for line in table.splitlines()]
        name = next((heads[head] for head in heads if lines[0].startswith(head)), None)
        if not name:
            continue
        folder = kiosk.scratch(f"handout-{len(seen)}")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
            out.write("\n".join(lines) + "\n")
        status, out, errors = kiosk.run("--site", folder, "--describe", "--screen", "home", "--lang", "ru", "--today", kiosk.TODAY)
        checks.equal((status, errors), (0, ""), f"the handbook's {lines[1]}")
        seen.add(table)
        if name == "notice.csv":
            checks.that("Консульство · 20 ноября 2026" in out.replace("\u00a0", " "), "the handbook's notice does not show")
    checks.equal(len(seen), 4, "tables in the handbook")


def version_and_help(checks):
    status, out, errors = kiosk.run("--version")
    checks.that(status == 0 and re.fullmatch(r"rohnamo \d+\.\d+\.\d+\n", out) and not errors, f"--version: {out}{errors}")
    status, out, errors = kiosk.run("--help")
    checks.equal((status, errors), (0, ""), "--help")
    for name in CONTRACT:
        checks.that(re.search(rf"--{name}\b", out), f"--help does not name --{name}")
    checks.that(all(len(line) <= 110 for line in out.splitlines()), "--help has lines that wrap")


def list_screens(checks):
    status, whole, errors = kiosk.run("--list-screens")
    routes = whole.split("\n")[:-1]
    checks.equal((status, errors), (0, ""), "--list-screens")
    checks.equal(routes[:4], ["attract", "language", "citizen", "home"], "--list-screens begins")
    checks.equal(len(routes), len(set(routes)), "--list-screens names each screen once")
    for route in routes:
        checks.that(re.fullmatch(r"[a-z]+(/[a-z0-9-]+){0,3}", route), f"--list-screens: '{route}'")
    for lang in kiosk.LANGUAGES:
        checks.equal(kiosk.run("--list-screens", "--lang", lang)[1], whole, f"--list-screens in {lang}")
    for options in (["--citizen", "TJ"], ["--citizen", "other"], ["--size", "320x480", "--text", "200"],
                    ["--today", "2020-01-01"]):
        checks.equal(kiosk.run("--list-screens", *options)[1], whole, f"--list-screens {options}")


def picture_size(path):
    with open(path, "rb") as png:
        head = png.read(24)
    return struct.unpack(">II", head[16:24]) if head[:8] == b"\x89PNG\r\n\x1a\n" else None


def snapshot(checks):
    path = kiosk.scratch("a.png")
    for options, size in (([], (1080, 1920)), (["--size", "360x640"], (360, 640)),
                          (["--size", "360x640", "--rotate", "90"], (640, 360)),
                          (["--size", "360x640", "--rotate", "180"], (360, 640))):
        status, out, errors = kiosk.run(*fixture("--snapshot", path, *options))
        checks.equal((status, out, errors), (0, "", ""), f"--snapshot {options}")
        checks.equal(picture_size(path), size, f"--snapshot {options}")
        os.unlink(path)
    checks.equal(kiosk.run("--snapshot", kiosk.scratch("a.jpg"))[0], 2, "--snapshot of another kind")
    status, _, errors = kiosk.run("--snapshot", "/no/such/folder/a.png")
    checks.that(status == 1 and "/no/such/folder/a.png" in errors, f"--snapshot into nowhere: {status} {errors}")
    checks.equal(os.listdir(kiosk.scratch()), [], "--snapshot leaves beside the picture")


SHEETS = ["pictures.png", "pictures-program.png"]


def tour_in(checks, folder, langs, routes):
    """Folder and index hold exactly these pictures."""
    wanted = {f"{lang}/{route.replace('/', '-')}.png" for lang in langs for route in routes}
    found = {os.path.relpath(p, folder) for p in glob.glob(os.path.join(folder, "*", "*"))}
    checks.equal(found, wanted, "--tour draws")
    with open(os.path.join(folder, "index.html"), encoding="utf-8") as index:
        html = index.read()
    checks.equal(set(re.findall(r'<img [^>]*src="([^"]+)"', html)), wanted, "index.html shows")
    checks.equal(set(re.findall(r'<a href="([^"]+)"', html)), wanted | set(SHEETS), "index.html links")
    for sheet in SHEETS:
        width, height = picture_size(os.path.join(folder, sheet))
        checks.that(width == 1080 and 500 < height < 16384, f"{sheet} is {width}x{height}")


def tour(checks):
    folder = kiosk.scratch("tour")
    routes = kiosk.run(*fixture("--list-screens"))[1].split()
    small = ["--size", "320x480", "--citizen", "KG"]
    status, out, errors = kiosk.run(*fixture("--tour", folder, "--lang", "tg", *small))
    checks.equal((status, out, errors), (0, "", ""), "--tour in Tajik")  # no progress where nobody watches
    tour_in(checks, folder, ["tg"], routes)
    checks.equal(picture_size(os.path.join(folder, "tg", "page-how-long.png")), (320, 480), "--tour honours --size")
    status, _, errors = kiosk.run(*fixture("--tour", folder, "--lang", "uz@cyrillic", *small))
    checks.equal((status, errors), (0, ""), "--tour in a second language")
    tour_in(checks, folder, ["tg", "uz@cyrillic"], routes)
    status, _, errors = kiosk.run(*fixture("--tour", folder, *small))
    checks.equal((status, errors), (0, ""), "--tour in all languages")
    tour_in(checks, folder, kiosk.LANGUAGES, routes)
    status, _, errors = kiosk.run(*fixture("--tour", put("a file", "x")))
    checks.that(status == 1 and one_sentence(errors), f"--tour into a file: {status} {errors}")


def check(checks):
    status, out, errors = kiosk.run(*fixture("--check", "--size", "1366x768"))
    count = len(kiosk.run(*fixture("--list-screens"))[1].split()) * len(kiosk.LANGUAGES)
    checks.that(status == 0 and f"{count} screens checked, 0 findings" in out and not errors, f"--check: {out}{errors}")
    status, out, errors = kiosk.run("--check", "--lang", "tg", "--guide", put("empty.db", b""))
    checks.that(status == 1 and "using the built-in guide" in errors, f"--check of an empty guide: {status} {errors}")


def unusable_guides(checks):
    """Never the end of the program: one sentence, and the built-in guide."""
    with open(os.environ["ROHNAMO_FIXTURE"], "rb") as good:
        whole = good.read()
    flipped = bytearray(whole)
    flipped[len(flipped) // 2] ^= 1
    guides = {
        "not there": kiosk.scratch("nowhere.db"),
        "a folder": kiosk.scratch(),
        "empty": put("empty.db", b""),
        "half": put("half.db", whole[: len(whole) // 2]),
        "flipped": put("flipped.db", bytes(flipped)),
        "text": put("text.db", b"hello\n" * 1000),
    }
    for name, path in guides.items():
        status, out, errors = kiosk.run("--describe", "--screen", "home", "--guide", path)
        if checks.equal(status, 0, f"a guide that is {name}"):
            checks.equal(json.loads(out)["guide"]["built_in"], True, f"a guide that is {name}: built_in")
        checks.that(one_sentence(errors) and errors.rstrip().endswith("using the built-in guide"),
                    f"a guide that is {name}: {errors}")
    status, out, errors = kiosk.run("--describe", "--screen", "home", "--guide", "built-in")
    checks.equal((status, errors), (0, ""), "--guide built-in")
    checks.equal(json.loads(out)["guide"]["built_in"], True, "--guide built-in")


def mistakes(checks):
    """Status 2, nothing on standard output, one sentence that names the value."""
    rows = [
        (["--screen", "page/none", "--describe"], "page/none"),
        (["--screen", "nowhere", "--describe"], "nowhere"),
        (["--screen", "border/31", "--snapshot", kiosk.scratch("a.png")], "border/31"),
        (["--screen", "home/1", "--describe"], "home/1"),
        (["--screen", "nowhere"], "nowhere"),
        (["--lang", "de", "--describe"], "de"),
        (["--today", "2026-02-30", "--describe"], "2026-02-30"),
        (["--size", "1x1", "--check"], "1x1"),
        (["--citizen", "RU", "--tour", kiosk.scratch("t")], "RU"),
        (["--text", "250", "--list-screens"], "250"),
        (["--play", kiosk.scratch("none.play")], "none.play"),
        (["--play", put("bad.play", "tap \"Help\"\nfly away\n")], "bad.play:2: "),
        (["--play", put("bytes.play", b"expect \"\xff\"\n")], "bytes.play"),
        (["--config", put("bad.conf", "lang = de\n"), "--describe"], "bad.conf:1: "),
        (["--describe", "--check"], "--check"),
        (["--describe", "home"], "home"),
    ]
    for options, value in rows:
        status, out, errors = kiosk.run(*options)
        checks.that(status == 2 and out == "" and one_sentence(errors) and value in errors,
                    f"{' '.join(options)}: status {status}: {out}{errors}")
    script = put("unread.play", "tap \"Help\"\n\nwait for me\n")
    checks.that(kiosk.run("--play", script)[2].startswith(f"{script}:3: "), "--play names file and line first")
    script = put("stops.play", "expect-screen attract\nexpect-screen home\n")
    status, out, errors = kiosk.run("--play", script)
    checks.equal((status, out), (1, ""), "--play that does not hold")
    checks.that(errors.startswith(f"{script}:2: ") and one_sentence(errors), f"--play says {errors}")


def output_that_fails(checks):
    for options in (["--help"], ["--version"], ["--list-screens"], ["--describe"], ["--check", "--lang", "tg"]):
        with open("/dev/full", "wb") as full:
            status = kiosk.status_into(full, *options)
        checks.equal(status, 1, f"{options[0]} onto a full disk")


def settings_and_site(checks):
    config = put("kiosk.conf", "lang = ky\ncontrast = high\ntext = 125\n")
    screen = kiosk.describe("--config", config)
    checks.equal((screen["lang"], screen["contrast"], screen["text"]), ("ky", "high", 125), "--config")
    screen = kiosk.describe("--config", config, "--lang", "ru")
    checks.equal(screen["lang"], "ru", "--lang comes over --config")
    site = kiosk.scratch("site")
    os.makedirs(site)
    put("site/contacts.csv", "id,phones\nuz-embassy,+77770000001\n,\n")
    status, out, errors = kiosk.run(*fixture("--describe", "--screen", "contacts/uz-embassy", "--site", site))
    checks.that(status == 0 and "777 000" in out.replace("\u00a0", " "), "--site corrects a number")
    checks.that("contacts.csv:3:" in errors and one_sentence(errors), f"--site tells about a wrong row: {errors}")


def no_display(checks):
    env = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "SDL_VIDEODRIVER": "x11"}
    status, out, errors = kiosk.run("--screen", "home", env=env)
    checks.that(status == 1 and out == "" and one_sentence(errors) and "DISPLAY" in errors,
                f"without a display: status {status}: {errors}")


def writes_nothing_unasked(checks):
    folder = kiosk.scratch("empty")
    os.makedirs(folder)
    home = kiosk.scratch("home")
    os.makedirs(home)
    env = {"HOME": home, "XDG_CONFIG_HOME": "", "XDG_CACHE_HOME": "", "XDG_DATA_HOME": ""}
    for options in (["--describe"], ["--check", "--lang", "en"], ["--list-screens"]):
        kiosk.run(*options, env=env, cwd=folder)
    checks.equal((os.listdir(folder), os.listdir(home)), ([], []), "what was written unasked")


def main():
    checks = kiosk.Checks()
    for part in (version_and_help, list_screens, snapshot, tour, check, unusable_guides, mistakes, output_that_fails,
                 settings_and_site, handout, no_display, writes_nothing_unasked):
        part(checks)
    checks.done()


main()
