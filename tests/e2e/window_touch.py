"""Hands on a real touch screen: slow, trembling, resting, twice; each does what one tap (or one drag) of --play does.

usage: window_touch.py INPUTTEST"""

import sys
import time

import display
import kiosk
import touchscreen

WIDTH, HEIGHT = 720, 1280
OPTIONS = ["--lang", "en", "--size", f"{WIDTH}x{HEIGHT}"]
HOME = [*OPTIONS, "--screen", "home"]
NO_TREMBLING_S = 0.5  # so much later a contact at the same place is meant
PAGE = [*OPTIONS, "--screen", "page/how-long"]


def middle(n):
    x, y, w, h = n["rect"]
    return int(x + w / 2), int(y + h / 2)


def at(x, y):
    return f"tap {x} {y}"


class Hands:
    def __init__(self, checks, screen):
        self.checks, self.screen = checks, screen
        self.finger, self.other = touchscreen.Finger(screen), touchscreen.Finger(screen, 1)
        self.home, described = display.played(HOME)
        self.px_per_mm = described["px_per_mm"]
        self.tile = middle(kiosk.node(described, "tile.stay"))
        self.second = middle(kiosk.node(described, "tile.work"))
        self.rect = kiosk.node(described, "tile.stay")["rect"]
        self.topic, self.described = display.played(HOME, at(*self.tile))

    def window(self, options):
        return display.Window(self.screen, *options)

    def opened_and_back(self, window, what):
        """One tap was understood, not two and not none."""
        window.wait_for(what, self.topic)
        window.key("Escape")
        window.wait_for(f"{what}: back", display.played(HOME, at(*self.tile), "key Escape")[0])
        touchscreen.hold(NO_TREMBLING_S)


def on_lift(hands):
    """While the finger is down the tile shows it and nothing else happens."""
    x, y, w, h = (int(v) for v in hands.rect)
    with hands.window(HOME) as window:
        window.wait_for("home", hands.home)
        hands.finger.down(*hands.tile)
        seen = display.until(lambda: None if window.shows(hands.home) else window.picture(), "a tile that shows the finger")
        for side, part in (("above", (0, 0, WIDTH, y - 1)), ("below", (0, y + h + 1, WIDTH, HEIGHT - y - h - 1))):
            hands.checks.that(seen.crop(*part) == hands.home.crop(*part), f"a finger that is not lifted changes what is {side} its tile")
        hands.finger.up()
        hands.opened_and_back(window, "a tap, after it was lifted")


def slow_and_trembling(hands):
    with hands.window(HOME) as window:
        window.wait_for("home", hands.home)
        hands.finger.down(*hands.tile)
        touchscreen.hold(2)
        hands.finger.up()
        hands.opened_and_back(window, "a finger that rests for two seconds")
        x, y = hands.tile
        away = round(5 * hands.px_per_mm)
        hands.finger.down(x, y)
        for dx, dy in ((1, 1), (-1, 0), (0, -1), (1, -1), (-1, 1)):
            hands.finger.move(x + dx * away, y + dy * away)
        hands.finger.up()
        hands.opened_and_back(window, "a tap that trembles by 5 mm")


def drag(hands):
    """20 mm upwards from a button: the page follows the finger by as much, and the button is not pressed."""
    top, described = display.played(PAGE)
    button = kiosk.node(described, "block.7.link1")
    x, y = middle(button)
    way = round(20 * hands.px_per_mm)
    left, _, w, _ = (int(v) for v in button["rect"])  # beside the text stands the mark of the place, which goes another way
    _, upper, _, h = (int(v) for v in button["clip"])
    with hands.window(PAGE) as window:
        window.wait_for("the page", top)
        hands.finger.down(x, y)
        for moved in range(0, way + 1, 8):
            hands.finger.move(x, y - moved)
        touchscreen.hold(0.3)  # a finger that rests before it is lifted: the page does not run on
        hands.finger.up()
        wanted = top.crop(left, upper + way, w, h - way)
        display.until(lambda: window.picture().crop(left, upper, w, h - way) == wanted, "the page 20 mm further up")
        window.key("Home")
        window.wait_for("the page as before", top)


def second_finger(hands):
    """A second finger or a palm, put down and lifted during a touch, or lifted after it: only the first one counts."""
    with hands.window(HOME) as window:
        window.wait_for("home", hands.home)
        hands.finger.down(*hands.tile)
        hands.other.tap(*hands.second)
        hands.finger.up()
        hands.opened_and_back(window, "a tap during which another finger tapped")
        hands.finger.down(*hands.tile)
        hands.other.down(*hands.second)
        hands.finger.up()
        hands.other.up()
        hands.opened_and_back(window, "a tap with a palm that stays longer")


def what_lies_below(hands):
    """A point that opens the topic on home, and something else when it is touched again there."""
    x, y, w, h = hands.rect
    for n in hands.described["nodes"]:
        if n["id"] and n["id"].startswith("entry.") and n["visible"]:
            px, py = middle(n)
            if x < px < x + w and y < py < y + h:
                return px, py
    raise AssertionError("no entry of the topic lies where its tile was")


def double_contact(hands):
    """The same finger, a tenth of a second later at the same place: it has trembled, and does not press what has come there."""
    place = what_lies_below(hands)
    back = display.played(HOME, at(*place), "key Escape")[0]
    with hands.window(HOME) as window:
        window.wait_for("home", hands.home)
        for _ in range(10):
            hands.finger.tap(*place)
            lifted = time.monotonic()
            touchscreen.hold(0.1)
            hands.finger.tap(*place)
            soon = time.monotonic() - lifted < 0.2
            window.key("Escape")  # from the topic: home; from what lies below: the topic
            if soon:
                break
            # the machine was too busy to tremble so fast: that proves nothing
            display.until(lambda: window.shows(back) or window.shows(hands.topic), "home or the topic")
            if not window.shows(back):
                window.key("Escape")
            window.wait_for("home again", back)
            touchscreen.hold(NO_TREMBLING_S)
        hands.checks.that(soon, "this machine is too slow for a double contact")
        window.wait_for("home, after a double contact and Escape", back)
        touchscreen.hold(NO_TREMBLING_S)
        hands.finger.tap(*place)
        window.wait_for("the topic once more", hands.topic)
        touchscreen.hold(NO_TREMBLING_S)
        hands.finger.tap(*place)
        window.wait_for("what is tapped half a second later", display.played(HOME, at(*place), "wait 1s", at(*place))[0])


def main():
    checks = kiosk.Checks()
    screen = touchscreen.TouchScreen(WIDTH, HEIGHT, sys.argv[1])
    try:
        hands = Hands(checks, screen)
        for part in (on_lift, slow_and_trembling, drag, second_finger, double_contact):
            part(hands)
            checks.that(True, part.__name__)
    finally:
        screen.close()
    checks.done()


main()
