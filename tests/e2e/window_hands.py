"""Keys, wheel, drag, a new size, full screen, the way out: a real window does what --play does with the same.

usage: window_hands.py"""

import signal

import display
import kiosk

OPTIONS = ["--lang", "en", "--size", "720x1280", "--screen", "page/how-long"]
KEYS = {"Tab": "Tab", "Shift+Tab": "shift+Tab", "Up": "Up", "Down": "Down", "Left": "Left", "Right": "Right",
        "Enter": "Return", "Escape": "Escape", "PageUp": "Prior", "PageDown": "Next", "F11": "F11"}


def keys(window):
    """A ring moves, a page turns, a button is pressed and left again, each as in --play."""
    steps = []
    for part in (["Tab"], ["Tab", "Tab"], ["Shift+Tab"], ["Down"], ["Up"], ["PageDown"], ["PageUp"],
                 ["Right", "Left"], ["Tab", "Enter"], ["Escape"]):
        for name in part:
            window.key(KEYS[name])
            steps.append(f"key {name}")
        window.wait_for(f"keys {' '.join(part)}", display.played(OPTIONS, *steps)[0])


def wheel_and_drag(checks, window):
    top, _ = display.played(OPTIONS)
    window.key("Home")
    window.click(360, 900)  # beside everything: the ring goes
    window.wait_for("the top", top)
    window.click(360, 640, button=5)
    display.until(lambda: not window.shows(top), "the wheel turned down")
    window.click(360, 640, button=4)
    window.wait_for("the wheel turned back", top)
    window.do("mousemove", "--window", window.id, "360", "900", "mousedown", "1")
    for y in range(880, 480, -40):
        window.do("mousemove", "--window", window.id, "360", str(y))
    window.do("mouseup", "1")
    display.until(lambda: not window.shows(top), "the page pushed up")
    window.key("Home")
    window.click(360, 900)
    window.wait_for("the top once more", top)
    checks.that(window.process.poll() is None, "the program is still there")


def sizes(window):
    """Another size, hidden and shown again. (Full screen by F11 needs a window manager, and none is here.)"""
    window.resize(1000, 700)
    window.wait_for("a lying window", display.played([*OPTIONS, "--size", "1000x700"])[0])
    window.resize(720, 1280)
    upright, _ = display.played(OPTIONS)
    window.wait_for("an upright window", upright)
    window.do("windowunmap", window.id)
    window.do("windowmap", window.id)
    window.wait_for("shown again", upright)
    window.do("windowfocus", window.id)
    window.key("F11")
    window.key("F11")
    window.wait_for("still the same after F11 twice", upright)


def digits(screen):
    """A date by the keyboard: each digit arrives, as in --play."""
    options = ["--lang", "en", "--size", "720x1280", "--screen", "deadlines", "--citizen", "TJ"]
    with display.Window(screen, *options) as window:
        window.wait_for("the dates", display.played(options)[0])
        window.do("type", "--delay", "40", "27112026")
        window.wait_for("the day that was typed", display.played(options, 'type "27112026"')[0])


def ways_out(checks, screen):
    with display.Window(screen, *OPTIONS) as window:
        window.ask_to_close()
        display.until(lambda: window.process.poll() is not None, "the end after closing")
        checks.equal(window.process.returncode, 0, "the status after closing")
    for number in (signal.SIGTERM, signal.SIGINT):
        with display.Window(screen, *OPTIONS) as window:
            checks.equal(window.ends_within(1, number), 0, f"the status after {number.name}, within a second")
            checks.equal(window.said(), "", "standard error")


def main():
    checks = kiosk.Checks()
    screen = display.Display(1400, 1400)
    try:
        with display.Window(screen, *OPTIONS) as window:
            window.wait_for("the page", display.played(OPTIONS)[0])
            keys(window)
            wheel_and_drag(checks, window)
            sizes(window)
            checks.equal(window.ends_within(1), 0, "the status after SIGTERM, within a second")
            checks.equal(window.said(), "", "standard error")
        digits(screen)
        ways_out(checks, screen)
    finally:
        screen.close()
    checks.done()


main()
