"""A stick is put into a kiosk in a real window: its carrier sees what became of it, whoever is reading is not disturbed, and then the new guide is
shown; a guide that does not open gives way to the one before it.

usage: window_update.py ROHNAMO-UPDATE ROHNAMO-GUIDE"""

import os
import sys

import display
import kiosk
import packs

HELPER, COMPILER = sys.argv[1:]
WIDTH, HEIGHT = 720, 1280


class Site:
    """One kiosk's settings and folder of updates, in which guide 7 is in use."""

    def __init__(self):
        self.secret, public = packs.key("owner")
        self.updates, self.conf = kiosk.scratch("updates"), kiosk.scratch("rohnamo.conf")
        os.makedirs(self.updates)
        with open(self.conf, "w", encoding="utf-8") as conf:
            conf.write(f"updates = {self.updates}\nupdate-key = {public}\n")
        self.options = ["--lang", "ru", "--kiosk", "--updates", self.updates]
        self.played = [*self.options, "--size", f"{WIDTH}x{HEIGHT}"]
        self.bring(8)

    def bring(self, release, *, secret=None, name=""):
        """What rohnamo-update does when a stick is there; its exit status."""
        made = packs.pack(COMPILER, f"pack-{release}{name}", secret or self.secret, "--guide", packs.guide(COMPILER, release) if not name
                          else kiosk.scratch(f"guide-{release}.db"))
        return packs.run(HELPER, "--config", self.conf, "--today", kiosk.TODAY, "--program", kiosk.program(), "--once", made)[0]


def in_use(site):
    return os.path.basename(os.path.realpath(os.path.join(site.updates, "guide.db")))


def wait_for_screen(window, site, what, *options):
    window.wait_for(what, display.played([*site.played, *options])[0])


def touch(window, screen, node_id):
    window.point(kiosk.node(screen, node_id))


def is_told_at_once(checks, site, window):
    wait_for_screen(window, site, "the first screen")
    checks.equal(site.bring(9), 0, "bringing guide 9")
    wait_for_screen(window, site, "what became of it", "--screen", "update")
    _, screen = display.played([*site.played, "--screen", "update"])
    checks.that(any("новое содержание" in (n["label"] or "").lower() for n in screen["nodes"]), "that it is in use is not said")
    checks.equal(in_use(site).split("-")[1], "9", "the guide in use")
    touch(window, screen, "update.finish")
    wait_for_screen(window, site, "the first screen again")


def shows_the_new_guide(checks, site, window):
    """About, by hand: the version that stands there is that of guide 9."""
    steps = []
    for node_id in ("attract.start", "language.ru", "citizen.skip"):
        _, screen = display.played(site.played, *steps)
        n = kiosk.node(screen, node_id)
        window.point(n)
        steps.append(f"tap {kiosk.quoted(n['label'])}")
        picture, screen = display.played(site.played, *steps)
        window.wait_for(f"after {node_id}", picture)
    checks.that(screen["guide"]["version"].startswith("9-"), f"the version: {screen['guide']}")
    return steps


def disturbs_nobody(checks, site, window, steps):
    before = window.picture()
    stranger, _ = packs.key("stranger")
    checks.equal(site.bring(9, secret=stranger, name="-forged"), 1, "bringing a forged one")
    checks.equal(in_use(site).split("-")[1], "9", "the guide in use after it")
    checks.that(window.picture() == before, "a visit was disturbed")
    picture, screen = display.played(site.played, *steps)
    touch(window, screen, "dock.help")
    window.wait_for("help", display.played(site.played, *steps, f"tap {kiosk.quoted(kiosk.node(screen, 'dock.help')['label'])}")[0])
    window.key("Escape")
    window.wait_for("home", picture)
    n = next(n for n in screen["nodes"] if n["id"] == "home.finish")
    while n["clip"] and n["rect"][1] + n["rect"][3] > n["clip"][1] + n["clip"][3]:
        window.key("Next")
        steps.append("key PageDown")
        picture, screen = display.played(site.played, *steps)
        window.wait_for("further down", picture)
        n = kiosk.node(screen, "home.finish")
    window.point(n)
    wait_for_screen(window, site, "what became of it, after the visit", "--screen", "update")


def falls_back(checks, site):
    """The disk was damaged: the guide before it, and it is said."""
    with open(os.path.join(site.updates, "guides", in_use(site)), "r+b") as file:
        file.seek(5000)
        file.write(b"damage")
    status, out, errors = kiosk.run("--describe", "--screen", "about", *site.played)
    checks.equal(status, 0, "--describe")
    checks.that('"version": "8-' in out, "the guide before it is not shown")
    checks.that("using the former guide 'guide-8-" in errors, f"what is said: {errors}")
    status, _, _ = kiosk.run("--check", "--lang", "en", "--updates", site.updates)
    checks.equal(status, 1, "--check tells it")


def main():
    checks = kiosk.Checks()
    site = Site()
    screen = display.Display(WIDTH, HEIGHT)
    try:
        with display.Window(screen, *site.options) as window:
            is_told_at_once(checks, site, window)
            steps = shows_the_new_guide(checks, site, window)
            disturbs_nobody(checks, site, window, steps)
            checks.equal(window.ends_within(5), 0, "the status after SIGTERM")
        falls_back(checks, site)
    finally:
        screen.close()
    checks.done()


main()
