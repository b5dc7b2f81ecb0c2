"""--speak: a screen as it is read aloud, in every language: a WAV file that is not silent, as long as its words may take, the same each time. In a
real window: listen plays it, and the loudspeaker is open only then.

usage: speak.py"""

import hashlib
import os
import struct

import display
import kiosk
from waves import HZ, samples

def spoken(checks, lang, route):
    wav, what = kiosk.scratch("said.wav"), f"{route} in {lang}"
    options = ["--screen", route, "--lang", lang, "--today", kiosk.TODAY]
    status, out, errors = kiosk.run("--speak", wav, *options)
    checks.equal((status, out, errors), (0, "", ""), what)
    said = samples(wav)
    words = [n["speech"] for n in kiosk.describe(*options[:4])["nodes"]
             if n["speech"] and n["role"] not in ("screen", "key") and not n["id"].startswith(("dock.", "scroll."))]
    letters = sum(len(w) for w in words)
    seconds = len(said) / HZ
    checks.that(letters / 20 < seconds < letters / 6, f"{what}: {seconds:.0f} s for {letters} letters")
    loud = sum(abs(s) for s in said[::7]) / len(said[::7])
    checks.that(loud > 300, f"{what}: as loud as {loud:.0f}")
    return hashlib.sha256(struct.pack(f"<{len(said)}h", *said)).hexdigest()


def refused(checks):
    for options, status, words in (
            (["--speak", kiosk.scratch("said.mp3")], 2, "said.mp3"),
            (["--speak", kiosk.scratch("no/where/said.wav")], 1, "said.wav"),
            (["--speak", kiosk.scratch("said.wav"), "--screen", "page/nothing"], 2, "page/nothing")):
        got, _, errors = kiosk.run(*options)
        checks.equal(got, status, f"status of {' '.join(options)}")
        checks.that(words in errors and errors.count("\n") == 1, f"{' '.join(options)} says: {errors}")
    status, _, errors = kiosk.run("--speak", kiosk.scratch("said.wav"), env={"ROHNAMO_DATA": kiosk.scratch("without")})
    checks.that(status == 0 or ("voice" in errors and errors.count("\n") == 1), f"without a data folder: {status} {errors}")


def in_a_window(checks, screen):
    """SDL's driver "disk" writes what is heard into a file, in the time that it takes."""
    raw = kiosk.scratch("heard.raw")
    options = ["--lang", "ru", "--size", "720x1280", "--screen", "page/how-long"]
    os.environ.update(SDL_AUDIODRIVER="disk", SDL_DISKAUDIOFILE=raw)
    try:
        with display.Window(screen, "--voice", "yes", *options) as window:
            silent = display.played([*options, "--voice", "yes"])
            window.wait_for("the page", silent[0])
            checks.that(not os.path.exists(raw), "the loudspeaker is closed before it is needed")
            listen = kiosk.node(silent[1], "dock.listen")
            window.point(listen)
            speaking = display.played([*options, "--voice", "yes"], f'tap "{listen["label"]}"')
            window.wait_for("the marked title", speaking[0])
            display.until(lambda: os.path.exists(raw) and os.path.getsize(raw) > HZ, "half a second to hear")
            window.point(kiosk.node(speaking[1], "listen.stop"))
            window.wait_for("the page as it was", silent[0])
            checks.equal(window.ends_within(2), 0, "the status after SIGTERM")
            own = [line for line in window.said().splitlines() if not line.startswith("CRITICAL:")]  # SDL names its driver
            checks.equal(own, [], "standard error")
    finally:
        del os.environ["SDL_AUDIODRIVER"], os.environ["SDL_DISKAUDIOFILE"]
    with open(raw, "rb") as file:
        heard = file.read()
    loud = max(abs(s) for s in struct.unpack(f"<{len(heard) // 2}h", heard[:len(heard) // 2 * 2]))
    checks.that(loud > 1000, f"what was heard is as loud as {loud}")


def main():
    checks = kiosk.Checks()
    said = {}
    for lang in kiosk.LANGUAGES:
        for route in ("page/host-notice", "border/1", "help"):
            said[lang, route] = spoken(checks, lang, route)
    checks.equal(spoken(checks, "tg", "border/1"), said["tg", "border/1"], "twice the same")
    refused(checks)
    screen = display.Display(800, 1400)
    try:
        in_a_window(checks, screen)
    finally:
        screen.close()
    checks.done()


main()
