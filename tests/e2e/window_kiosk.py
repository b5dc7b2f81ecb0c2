"""--kiosk fills the display and cannot be left: F11 and closing do nothing, Escape goes back and no further. A turned panel turns picture and pointer.

usage: window_kiosk.py"""

import display
import kiosk

WIDTH, HEIGHT = 800, 1280
LANG = ["--lang", "ru"]


def cannot_be_left(checks, screen):
    options = [*LANG, "--kiosk", "--size", f"{WIDTH}x{HEIGHT}"]
    with display.Window(screen, *LANG, "--kiosk") as window:
        window.wait_for("the whole display", display.played(options)[0])
        expected, described = display.played(options)
        start = kiosk.node(described, "attract.start")["rect"]
        window.click(start[0] + start[2] / 2, start[1] + start[3] / 2)
        steps = ['tap "Нажмите здесь, чтобы начать"']
        expected, _ = display.played(options, *steps)
        window.wait_for("the languages", expected)
        for way in (lambda: window.key("F11"), window.ask_to_close):
            way()
            # what comes after has been seen, so what came before has been taken, and did nothing
            window.key("Tab")
            steps.append("key Tab")
            window.wait_for("the next ring", display.played(options, *steps)[0])
        window.key("Escape")  # back, inside: to the first screen and no further
        steps.append("key Escape")
        window.wait_for("the first screen", display.played(options, *steps)[0])
        window.key("Escape")
        window.key("Tab")
        window.wait_for("the ring on it", display.played(options, *steps, "key Escape", "key Tab")[0])
        checks.that(window.process.poll() is None, "the kiosk is still there")
        checks.equal(window.ends_within(1), 0, "the status after SIGTERM, within a second")
        checks.equal(window.said(), "", "standard error")


def turned(checks, screen):
    """A panel that hangs on its side: 1280x800 as seen, on a display of 800x1280."""
    for rotate in (90, 270):
        options = [*LANG, "--size", f"{HEIGHT}x{WIDTH}", "--rotate", str(rotate)]
        steps = []
        with display.Window(screen, *LANG, "--kiosk", "--rotate", str(rotate)) as window:

            def touch(node):
                x, y, w, h = node["rect"]
                x, y = x + w / 2, y + h / 2
                window.click(*((WIDTH - y, x) if rotate == 90 else (y, HEIGHT - x)))
                steps.append(f"tap {x} {y}")

            expected, described = display.played(options)
            window.wait_for(f"turned by {rotate}", expected)
            touch(kiosk.node(described, "attract.start"))
            expected, described = display.played(options, *steps)
            window.wait_for("the languages", expected)
            touch(kiosk.node(described, "language.kk"))  # low and at the side: it tells the turns apart
            expected, described = display.played(options, *steps)
            checks.equal((described["screen"], described["lang"]), ("citizen", "kk"), "what was touched")
            window.wait_for("the language that was touched", expected)
            checks.equal(window.ends_within(1), 0, "the status after SIGTERM, within a second")


def main():
    checks = kiosk.Checks()
    screen = display.Display(WIDTH, HEIGHT)
    try:
        cannot_be_left(checks, screen)
        turned(checks, screen)
    finally:
        screen.close()
    checks.done()


main()
