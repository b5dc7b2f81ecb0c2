"""The first walk in a real window, with a mouse: each screen looks as --play draws it, and tesseract can read it.

usage: window_walk.py CODE"""

import sys

import display
import kiosk
import reading

SIZE = ["--size", "1080x1920"]


def walk(checks, window, lang):
    reader = reading.Reader(checks)
    options = ["--lang", lang, *SIZE]
    steps = []

    def now(what):
        expected, screen = display.played(options, *steps)
        reader.read(window.wait_for(what, expected), screen)
        return screen

    def click(screen, node):
        window.point(node)
        steps.append(f"tap {node['rect'][0] + node['rect'][2] / 2} {node['rect'][1] + node['rect'][3] / 2}")

    screen = now("the first screen")
    click(screen, kiosk.node(screen, "attract.start"))
    screen = now("the languages")
    checks.equal(screen["screen"], "language", "after the first touch")
    click(screen, kiosk.node(screen, f"language.{lang}"))
    screen = now("the question of citizenship")
    checks.equal(screen["screen"], "citizen", "after the choice of a language")
    click(screen, kiosk.node(screen, "citizen.skip"))
    screen = now("home")
    checks.equal(screen["screen"], "home", "after citizenship was skipped")
    click(screen, next(n for n in screen["nodes"] if n["role"] == "tile"))
    screen = now("a topic")
    click(screen, next(n for n in screen["nodes"] if (n["action"] or "").startswith("go page/")))
    screen = now("a page")
    checks.that(screen["screen"].startswith("page/"), f"a page: {screen['screen']}")
    for _ in range(3):  # and what is below
        window.key("Next")
        steps.append("key PageDown")
        now("the page further down")
    for node_id in ("dock.help", "dock.text", "dock.home"):
        click(screen, kiosk.node(screen, node_id))
        now(node_id)
    reader.done(at_least=500)


def main():
    lang = sys.argv[1]
    checks = kiosk.Checks()
    screen = display.Display(1200, 2000)
    try:
        with display.Window(screen, "--lang", lang, *SIZE) as window:
            walk(checks, window, lang)
            checks.equal(window.ends_within(1), 0, "the status after SIGTERM, within a second")
            checks.equal(window.said(), "", "standard error")
    finally:
        screen.close()
    checks.done()


main()
