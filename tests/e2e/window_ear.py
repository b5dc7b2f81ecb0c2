"""Without reading, in a real window with real clicks and sound: from the ear to the page, by touching what is heard.

usage: window_ear.py"""

import os
import struct

import display
import kiosk

HZ = 22050
OPTIONS = ["--lang", "en", "--size", "720x1280", "--voice", "yes", "--screen", "language"]
WAY = ["language.ear", "language.tg", "choices.yes", "citizen.TJ", "choices.yes", "tile.stay", "choices.yes", "entry.how-long", "choices.yes"]


def part(picture, screen, node_id):
    x, y, w, h = kiosk.node(screen, node_id)["rect"]
    return picture.crop(x, y, w, h)


def go(window):
    """Clicks what is on the way; the words below the pictures tell that a screen is there."""
    steps = []
    picture, screen = display.played(OPTIONS)
    window.wait_for("the languages", picture)
    for node_id in WAY:
        n = kiosk.node(screen, node_id)
        window.point(n)
        steps.append(f"tap {kiosk.quoted(n['label'])}")
        picture, screen = display.played(OPTIONS, *steps)
        if any(x["id"] == "choices.words" for x in screen["nodes"]):
            wanted = part(picture, screen, "choices.words")
            display.until(lambda wanted=wanted, screen=screen: part(window.picture(), screen, "choices.words") == wanted, f"what {node_id} leads to")
    return steps, screen


def main():
    checks = kiosk.Checks()
    raw = kiosk.scratch("heard.raw")
    screen = display.Display(800, 1400)
    os.environ.update(SDL_AUDIODRIVER="disk", SDL_DISKAUDIOFILE=raw)
    try:
        with display.Window(screen, *OPTIONS) as window:
            steps, page = go(window)
            checks.equal(page["screen"], "page/how-long", "where the way ends")
            display.until(lambda: os.path.exists(raw) and os.path.getsize(raw) > HZ, "half a second of the page")
            stop = kiosk.node(page, "listen.stop")
            window.point(stop)
            window.wait_for("the page, silent", display.played(OPTIONS, *steps, f"tap {kiosk.quoted(stop['label'])}")[0])
            window.key("F2")  # speech by key
            display.until(lambda: os.path.exists(raw) and os.path.getsize(raw) > 2 * HZ, "a second more by key")
            checks.equal(window.ends_within(5), 0, "the status after SIGTERM")
    finally:
        del os.environ["SDL_AUDIODRIVER"], os.environ["SDL_DISKAUDIOFILE"]
        screen.close()
    with open(raw, "rb") as file:
        heard = file.read()
    loud = max(abs(s) for s in struct.unpack(f"<{len(heard) // 2}h", heard[:len(heard) // 2 * 2]))
    checks.that(loud > 1000, f"what was heard is as loud as {loud}")
    checks.done()


main()
