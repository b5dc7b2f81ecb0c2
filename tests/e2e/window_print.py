"""A slip from a real window: touched, drawn, handed to rohnamo-print, printed by ippeveprinter on loopback, and told in words. What comes
out is what --slip makes. The kiosk itself opens nothing for writing and no socket but those of this machine.

usage: window_print.py ROHNAMO-PRINT"""

import os
import subprocess
import sys

import display
import kiosk
import reading
from printer import Printer, Service, ask

HELPER = sys.argv[1]
SENT = "Возьмите свой лист из принтера."
NO_PAPER = "В принтере нет бумаги."
TO_THE_END = ["key PageDown"] * 20


def options(printer, path):
    return ["--lang", "ru", "--size", "720x1280", "--screen", "page/how-long", "--printer", printer, "--print-socket", path,
            "--paper", "58mm"]


def words(window):
    """All that tesseract reads in the window."""
    seen = window.picture()
    if not seen:
        return ""
    seen.save(kiosk.scratch("window.ppm"))
    read = subprocess.run(["tesseract", kiosk.scratch("window.ppm"), "-", "-l", "rus", "--psm", "4"], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
    return reading.folded(read.stdout.decode("utf-8"))


def slip(wanted):
    path = kiosk.scratch("wanted.pdf")
    status, _, errors = kiosk.run("--slip", path, "--today", kiosk.TODAY, *wanted)
    assert status == 0, errors
    with open(path, "rb") as file:
        return file.read()


def opened(process):
    """What a process holds open beside its standard streams: files it can write to, and sockets that leave the machine."""
    with open("/proc/net/unix", encoding="ascii") as table:
        local = {line.split()[6] for line in table.readlines()[1:]}
    wrong = []
    for name in os.listdir(f"/proc/{process.pid}/fd"):
        try:
            target = os.readlink(f"/proc/{process.pid}/fd/{name}")
            with open(f"/proc/{process.pid}/fdinfo/{name}", encoding="ascii") as info:
                flags = int(dict(line.split(":", 1) for line in info if ":" in line)["flags"], 8)
        except OSError:  # closed meanwhile
            continue
        if int(name) <= 2:
            continue
        if target.startswith("socket:") and target[len("socket:["):-1] not in local:
            wrong.append(target)
        elif target.startswith("/") and flags & (os.O_WRONLY | os.O_RDWR):
            wrong.append(target)
    return wrong


class Kiosk:
    """The window at the end of the page, where the button is; in a home in which it leaves nothing."""

    def __init__(self, checks, screen, printer, path):
        self.checks, self.options = checks, options(printer, path)
        self.home = kiosk.scratch("home")
        os.makedirs(self.home, exist_ok=True)
        before = {k: os.environ.get(k) for k in ("HOME", "TMPDIR")}
        os.environ.update(HOME=self.home, TMPDIR=self.home)
        try:
            self.window = display.Window(screen, *self.options)
        finally:
            for key, value in before.items():
                os.environ.pop(key) if value is None else os.environ.update({key: value})
        expected, described = display.played(self.options, *TO_THE_END)
        self.button = kiosk.node(described, "print")
        self.window.key("End")
        self.window.wait_for("the end of the page", expected)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.window.end()

    def until(self, look, what):
        """Waits, and looks all the time at what is open."""
        wrong = set()

        def looked():
            wrong.update(opened(self.window.process))
            return look()

        seen = display.until(looked, what)
        self.checks.equal(wrong, set(), f"what is open while one waits for {what}")
        return seen

    def ends(self, errors):
        self.checks.equal(os.listdir(self.home), [], "what it left in its home")
        self.checks.equal(self.window.ends_within(1), 0, "the status after SIGTERM, within a second")
        said = self.window.said()
        self.checks.that(said.count("\n") == len(errors) and all(e in said for e in errors), f"standard error: {said}")


def printed(checks, screen, path):
    printer = Printer("-c", "/bin/true")
    try:
        with Service(HELPER, path), Kiosk(checks, screen, printer.address, path) as there:
            wanted = slip(there.options)
            there.window.point(there.button)
            there.until(lambda: printer.printed(".pdf") == [wanted], "the slip on paper")
            there.until(lambda: SENT in words(there.window), SENT)
            there.window.key("Home")
            top = display.played(there.options)[0].crop(0, 0, 680, 1000)  # without the mark at the side: the words below are new
            there.until(lambda: there.window.picture().crop(0, 0, 680, 1000) == top, "the page, to be read on")
            there.ends([])
    finally:
        printer.close()


def no_paper(checks, screen, path):
    runs_out = kiosk.scratch("runs-out.sh")
    with open(runs_out, "w", encoding="ascii") as script:
        script.write("#!/bin/sh\necho 'STATE: +media-empty-error' >&2\n")
    os.chmod(runs_out, 0o755)
    printer = Printer("-c", os.path.abspath(runs_out))
    try:
        with Service(HELPER, path):
            last = slip(options(printer.address, path))
            request = f"print {printer.address} {len(last)}\n".encode() + last
            display.until(lambda: ask(path, request) == "no-paper", "that the paper has run out")
            with Kiosk(checks, screen, printer.address, path) as there:
                there.window.point(there.button)
                there.until(lambda: NO_PAPER in words(there.window), NO_PAPER)
                there.ends(["no-paper"])
    finally:
        printer.close()


def nobody_there(checks, screen, path):
    """Neither the service nor its socket: what --play says, which has none either."""
    with Service(HELPER, path):
        pass
    for name in (path, kiosk.scratch("never-was.sock")):  # left behind; never made
        with Kiosk(checks, screen, "slip", name) as there:
            gone, described = display.played(there.options, *TO_THE_END, 'tap "Печать"')
            checks.that("не отвечает" in kiosk.node(described, "print.status")["label"], "what --play says")
            there.window.point(there.button)
            there.until(lambda: there.window.shows(gone), "the words for a missing printer")
            there.ends(["no-printer"])


def main():
    checks = kiosk.Checks()
    path = kiosk.scratch("print.sock")
    os.makedirs(kiosk.scratch(), exist_ok=True)
    screen = display.Display(800, 1400)
    try:
        printed(checks, screen, path)
        no_paper(checks, screen, path)
        nobody_there(checks, screen, path)
    finally:
        screen.close()
    checks.done()


main()
