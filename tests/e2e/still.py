"""rohnamo-still in a real window: its picture as large as fits on its own ground, whatever hands and keys do; only SIGTERM ends it.

usage: still.py ROHNAMO-STILL"""

import os
import signal
import socket
import subprocess
import sys

import display
import kiosk

SCREEN = (540, 400)


class Still(display.Window):
    """The program with the environment of a unit: a data folder and a supervisor's socket."""

    def __init__(self, screen, program, *words, data=None):
        self.display = screen
        self.errors = open(kiosk.scratch("stderr"), "w+", encoding="utf-8")
        self.heard = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.heard.bind("")  # a name without a file, of the system's choice
        self.heard.settimeout(display.PATIENCE_S)
        env = screen.environment()
        env["NOTIFY_SOCKET"] = "@" + self.heard.getsockname()[1:].decode()
        if data:
            env["ROHNAMO_DATA"] = data
        self.process = subprocess.Popen([program, *words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self.errors, env=env)
        try:
            self.ready = self.heard.recv(64)
            self.id = display.until(self.find, "the window")
        except BaseException:
            self.end()
            raise

    def end(self):
        super().end()
        self.heard.close()

    def whole(self):
        """The screen, not only the window."""
        return display.read_xwd(self.call("xwd", "-silent", "-root").stdout)


def convert(*words):
    subprocess.run(["convert", *words], check=True, timeout=kiosk.PATIENCE_S)


def drawn(name, size, ground, corners):
    """A picture of one colour with a mark in its upper left quarter, so that turning and mirroring show."""
    path = kiosk.scratch(name)
    w, h = size
    convert("-size", f"{w}x{h}", f"xc:{ground}", "-fill", corners, "-draw", f"rectangle {w // 8},{h // 8} {w // 2 - 1},{h // 2 - 1}", path)
    return path


GROUND, MARK = (0x20, 0x40, 0x60), (0xF0, 0xE0, 0x10)


def shows(checks, picture, marked, plain, what):
    """Some points carry the mark, others the ground."""
    for at in marked:
        checks.equal(picture.pixel(*at), MARK, f"{what}: {at}")
    for at in plain:
        checks.equal(picture.pixel(*at), GROUND, f"{what}: {at}")


def fills_the_screen(checks, screen, program):
    high = drawn("high.png", (100, 200), "#204060", "#F0E010")
    with Still(screen, program, high) as still:
        checks.that(still.ready.startswith(b"READY=1"), "what the supervisor hears")
        seen = display.until(lambda: still.whole(), "the picture")
        checks.equal((seen.width, seen.height), SCREEN, "the screen")
        # 200 by 400 in the middle: from 170 to 370; the mark from 195 to 270 and from 50 to 200
        shows(checks, seen, [(200, 55), (260, 190)], [(1, 1), (538, 398), (180, 20), (350, 300), (260, 210), (280, 100)], "upright")
    turned = kiosk.scratch("turned.conf")
    with open(turned, "w", encoding="utf-8") as settings:
        settings.write("# the panel stands on its side\nrotate = 90\nno such = setting\n")
    with Still(screen, program, "--config", turned, high) as still:
        seen = still.whole()
        # turned clockwise, 540 by 270: from 65 to 335; what was left above is now right above
        shows(checks, seen, [(280, 180), (470, 110)], [(1, 1), (100, 200), (400, 300), (520, 330)], "turned by 90")


def chooses_by_shape(checks, screen, program):
    data = kiosk.scratch("data")
    os.makedirs(data)
    os.rename(drawn("wide.png", (270, 200), "#204060", "#F0E010"), os.path.join(data, "still-landscape.png"))
    os.rename(drawn("tall.png", (200, 270), "#F0E010", "#204060"), os.path.join(data, "still-portrait.png"))
    with Still(screen, program, data=data) as still:
        shows(checks, still.whole(), [(260, 190), (75, 60)], [(2, 2), (538, 398), (280, 210)], "landscape")
        checks.equal(still.said(), "", "what it complains of")


def takes_no_input(checks, screen, program):
    high = drawn("still.png", (100, 200), "#204060", "#F0E010")
    with Still(screen, program, high) as still:
        before = still.whole()
        still.do("windowfocus", still.id)
        for key in ("Escape", "q", "alt+F4", "ctrl+c", "ctrl+q", "F11", "Return", "ctrl+alt+Delete"):
            still.key(key)
        for button in (1, 2, 3, 4, 5):
            still.click(200, 100, button)
        still.ask_to_close()
        # Events come in order: when the picture is laid out anew, all before has been taken.
        still.resize(SCREEN[0] // 2, SCREEN[1])
        display.until(lambda: still.picture() and still.picture().pixel(100, 60) == MARK, "the picture in half the room")
        still.resize(*SCREEN)
        display.until(lambda: still.whole() == before, "the same picture as before")
        checks.equal(still.ends_within(display.PATIENCE_S, signal.SIGTERM), -signal.SIGTERM, "how SIGTERM ends it")


def stands_without_a_picture(checks, screen, program):
    broken = kiosk.scratch("broken.png")
    with open(broken, "wb") as png:
        png.write(b"\x89PNG\r\n\x1a\nnot much more")
    for words, what in (((kiosk.scratch("missing.png"),), "missing"), ((broken,), "broken")):
        with Still(screen, program, *words) as still:
            checks.that(still.ready.startswith(b"READY=1"), f"a picture that is {what}: what the supervisor hears")
            seen = still.whole()
            checks.equal({seen.pixel(x, y) for x in (1, 270, 538) for y in (1, 200, 398)}, {(0xFA, 0xF7, 0xF0)}, f"{what}: a plain ground")
            checks.that(words[0] in still.said() and "install" in still.said(), f"what is {what} is not named: {still.said()}")
            still.ask_to_close()
            checks.equal(still.ends_within(display.PATIENCE_S), -signal.SIGTERM, f"{what}: how SIGTERM ends it")


def says_how_it_is_used(checks, program):
    for words, status in ((["--help"], 0), (["--colour"], 2), (["a.png", "b.png"], 2), (["--config"], 2)):
        ended = subprocess.run([program, *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               timeout=kiosk.PATIENCE_S, check=False)
        checks.equal(ended.returncode, status, f"the status of {words}")
        checks.that(b"usage: rohnamo-still" in (ended.stdout if status == 0 else ended.stderr), f"the usage is not told after {words}")


def main():
    program = sys.argv[1]
    checks = kiosk.Checks()
    says_how_it_is_used(checks, program)
    screen = display.Display(*SCREEN)
    try:
        fills_the_screen(checks, screen, program)
        chooses_by_shape(checks, screen, program)
        takes_no_input(checks, screen, program)
        stands_without_a_picture(checks, screen, program)
    finally:
        screen.close()
    checks.done()


main()
