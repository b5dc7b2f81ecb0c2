"""A display with a touch screen (Xorg with the drivers "dummy" and "inputtest") and fingers on it, by inputtest.c.

Fingers need time: hold() is that time, and the only thing here that waits for a clock."""

import os
import select
import shutil
import subprocess
import tempfile

import display

MODULES = "/usr/lib/xorg/modules"
NEEDED = (("/usr/lib/xorg/Xorg", "xserver-xorg-core"), (f"{MODULES}/input/inputtest_drv.so", "xserver-xorg-core"),
          (f"{MODULES}/drivers/dummy_drv.so", "xserver-xorg-video-dummy"))
WHOLE = 65535  # an axis of the touch screen, over the whole display

CONFIGURATION = """
Section "ServerFlags"
    Option "AutoAddDevices" "false"
    Option "AutoAddGPU" "false"
    Option "DontVTSwitch" "true"
EndSection
Section "Device"
    Identifier "card"
    Driver "dummy"
    VideoRam 32768
EndSection
Section "Monitor"
    Identifier "monitor"
    HorizSync 1-1000
    VertRefresh 1-1000
    Modeline "panel" {clock} {width} {width_1} {width_2} {width_3} {height} {height_1} {height_2} {height_3}
EndSection
Section "Screen"
    Identifier "screen"
    Device "card"
    Monitor "monitor"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Modes "panel"
        Virtual {width} {height}
    EndSubSection
EndSection
"""
DEVICE = """
Section "InputDevice"
    Identifier "{kind}"
    Driver "inputtest"
    Option "DeviceType" "{kind}"
    Option "SocketPath" "{folder}/{kind}"
EndSection
"""
LAYOUT = """
Section "ServerLayout"
    Identifier "layout"
    Screen "screen"
    InputDevice "Pointer" "CorePointer"
    InputDevice "Keyboard" "CoreKeyboard"
    InputDevice "Touch" "SendCoreEvents"
EndSection
"""


def configuration(width, height, folder):
    # lines and rows that are not seen, as any mode has some; 60 pictures a second
    sides = {f"{name}_{i}": size + i * 40 for name, size in (("width", width), ("height", height)) for i in (1, 2, 3)}
    clock = (width + 120) * (height + 120) * 60 / 1e6
    screen = CONFIGURATION.format(width=width, height=height, clock=f"{clock:.2f}", **sides)
    return screen + "".join(DEVICE.format(kind=k, folder=folder) for k in ("Pointer", "Keyboard", "Touch")) + LAYOUT


def missing():
    return sorted({f"{path} (package {package})" for path, package in NEEDED if not os.path.exists(path)})


def hold(seconds):
    select.select([], [], [], seconds)


class TouchScreen(display.Display):
    """As large as its window, so that the window's pixels are the display's."""

    def __init__(self, width, height, client):
        self.width, self.height, self.client = width, height, None
        lacking = missing()
        if lacking:
            raise AssertionError("there is no touch screen without " + ", ".join(lacking))
        self.folder = tempfile.mkdtemp(prefix="touch-")  # short: the name of a socket has at most 107 bytes
        file, log = os.path.join(self.folder, "xorg.conf"), os.path.join(self.folder, "log")
        with open(file, "w", encoding="ascii") as out:
            out.write(configuration(width, height, self.folder))
        try:
            self.start(["Xorg", "-config", file, "-logfile", log])
            self.check_size()
            self.client = subprocess.Popen([client, os.path.join(self.folder, "Touch")], stdin=subprocess.PIPE,
                                           stdout=subprocess.PIPE, encoding="ascii")
        except BaseException as wrong:
            told = self.told(log)
            self.close()
            raise AssertionError(f"{wrong}. Xorg says: {told}") from wrong

    @staticmethod
    def told(log):
        if not os.path.exists(log):
            return "nothing"
        with open(log, encoding="utf-8", errors="replace") as lines:
            errors = [line.split("(EE)", 1)[1].strip() for line in lines if "(EE)" in line and "(WW)" not in line]
        return "; ".join(e for e in errors if e and not e.startswith("dbus-core"))  # no bus is needed

    def check_size(self):
        asked = subprocess.run(["xdotool", "getdisplaygeometry"], env=self.environment(), stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, check=True, encoding="ascii")
        if asked.stdout.split() != [str(self.width), str(self.height)]:
            raise AssertionError(f"the display is {asked.stdout.strip()}, not {self.width} {self.height}")

    def tell(self, word, finger, x, y):
        """One event, until the server has taken it in."""
        at = (v * WHOLE / size for v, size in ((x, self.width), (y, self.height)))
        try:
            self.client.stdin.write(f"{word} {finger} {' '.join(f'{v:.2f}' for v in at)}\n")
            self.client.stdin.flush()
            if select.select([self.client.stdout], [], [], display.PATIENCE_S)[0] and self.client.stdout.readline() == "done\n":
                return
        except BrokenPipeError:
            pass
        raise AssertionError(f"the touch screen does not answer to: {word} {finger} {x} {y}")

    def close(self):
        if self.client:
            self.client.stdin.close()
            self.client.wait(display.PATIENCE_S)
            self.client.stdout.close()
        if hasattr(self, "server"):
            super().close()
        shutil.rmtree(self.folder, ignore_errors=True)


class Finger:
    def __init__(self, screen, number=0):
        self.screen, self.number, self.x, self.y = screen, number, 0, 0

    def down(self, x, y):
        self.x, self.y = x, y
        self.screen.tell("down", self.number, x, y)

    def move(self, x, y):
        self.x, self.y = x, y
        self.screen.tell("move", self.number, x, y)

    def up(self):
        self.screen.tell("up", self.number, self.x, self.y)

    def tap(self, x, y):
        self.down(x, y)
        self.up()
