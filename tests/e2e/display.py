"""A display of its own (Xvfb), the program in a real window on it, and eyes and hands: xwd, xdotool.

Nothing here sleeps for a fixed time: what is waited for is looked at until it is there, at most PATIENCE_S."""

import ctypes
import json
import os
import select
import signal
import struct
import subprocess
import time

import kiosk

PATIENCE_S = 60


def until(look, what):
    """Looks until it is true; returns what was seen."""
    deadline = time.monotonic() + PATIENCE_S
    while True:
        seen = look()
        if seen:
            return seen
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {PATIENCE_S} s in vain for: {what}")
        select.select([], [], [], 0.02)


class Picture:
    """Rows of red, green, blue."""

    def __init__(self, width, height, rgb):
        self.width, self.height, self.rgb = width, height, rgb

    def crop(self, x, y, w, h):
        x, y = max(0, x), max(0, y)
        w, h = min(w, self.width - x), min(h, self.height - y)
        row = self.width * 3
        part = b"".join(self.rgb[(y + i) * row + x * 3:(y + i) * row + (x + w) * 3] for i in range(h))
        return Picture(w, h, part)

    def pixel(self, x, y):
        at = (y * self.width + x) * 3
        return tuple(self.rgb[at:at + 3])

    def save(self, path):
        with open(path, "wb") as out:
            out.write(b"P6\n%d %d\n255\n" % (self.width, self.height) + self.rgb)

    def __eq__(self, other):
        return (self.width, self.height, self.rgb) == (other.width, other.height, other.rgb)

    def differs_from(self, other):
        """A sentence for people."""
        if (self.width, self.height) != (other.width, other.height):
            return f"it is {self.width}x{self.height} instead of {other.width}x{other.height}"
        for at, (a, b) in enumerate(zip(self.rgb, other.rgb)):
            if a != b:
                return f"the first difference is at {at // 3 % self.width},{at // 3 // self.width}"
        return "it does not differ any more"


def read_ppm(data):
    fields, at = [], 0
    while len(fields) < 4:
        end = at
        while data[end:end + 1] not in (b" ", b"\n"):
            end += 1
        fields.append(data[at:end])
        at = end + 1
    return Picture(int(fields[1]), int(fields[2]), data[at:])


def read_png(png):
    """By ImageMagick, which is there for the tests anyway."""
    subprocess.run(["mogrify", "-format", "ppm", "-depth", "8", "-alpha", "off", png], check=True)
    with open(os.path.splitext(png)[0] + ".ppm", "rb") as ppm:
        return read_ppm(ppm.read())


def played(options, *steps):
    """What the program draws, and says of it, after these steps of --play: what a window has to show after the same."""
    script, png, described = (kiosk.scratch(n) for n in ("expected.play", "expected.png", "expected.json"))
    with open(script, "w", encoding="utf-8") as out:
        out.write("\n".join([*steps, f"snapshot {png}", f"describe {described}"]) + "\n")
    status, _, errors = kiosk.run("--play", script, "--today", kiosk.TODAY, *options)
    if status != 0:
        raise AssertionError(errors)
    with open(described, encoding="utf-8") as text:
        return read_png(png), json.load(text)


class Display:
    def __init__(self, width, height):
        self.start(["Xvfb", "-screen", "0", f"{width}x{height}x24"])

    def start(self, words):
        """Starts a server under a number that is free."""
        read, write = os.pipe()
        self.server = subprocess.Popen(
            [*words, "-displayfd", str(write), "-nolisten", "tcp", "-noreset"],
            pass_fds=[write], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        number = ""
        with os.fdopen(read, encoding="ascii") as told:  # to the end of the line: Xvfb dies when nobody takes all of it
            if select.select([told], [], [], PATIENCE_S)[0]:
                number = told.readline().strip()
        if not number:
            Display.close(self)
            raise AssertionError(f"{words[0]} does not start")
        self.name = f":{number}"
        until(self.answers, "an answer of the display")

    def answers(self):
        asked = subprocess.run(["xdotool", "getdisplaygeometry"], env=self.environment(), stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        return asked.returncode == 0

    def environment(self):
        env = {k: v for k, v in os.environ.items() if k != "WAYLAND_DISPLAY"}
        env.update(DISPLAY=self.name, SDL_VIDEODRIVER="x11")
        return env

    def close(self):
        self.server.terminate()
        self.server.wait(PATIENCE_S)


class Window:
    """The program in a window; `with` ends it whatever happens. `before`: words in front of the command, `env`: more of its environment."""

    def __init__(self, display, *options, before=(), env=None):
        self.display = display
        self.errors = open(kiosk.scratch("stderr"), "w+", encoding="utf-8")
        self.process = subprocess.Popen([*before, kiosk.program(), "--today", kiosk.TODAY, "--voice", "no", *options], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=self.errors, env={**display.environment(), **(env or {})})
        try:
            self.id = until(self.find, "the window")
            self.do("windowfocus", self.id)
        except BaseException:
            self.end()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE_S)
        self.errors.close()

    def said(self):
        self.errors.flush()
        self.errors.seek(0)
        return self.errors.read()

    def call(self, *words):
        return subprocess.run(words, env=self.display.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=PATIENCE_S, check=False)

    def find(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program has ended with {self.process.returncode}: {self.said()}")
        found = self.call("xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)).stdout.split()
        return found[0].decode() if found else None

    def do(self, *words):
        ended = self.call("xdotool", *words)
        if ended.returncode != 0:
            raise AssertionError(f"xdotool {' '.join(words)}: {ended.stderr.decode()}")

    def click(self, x, y, button=1):
        self.do("mousemove", "--window", self.id, str(int(x)), str(int(y)), "click", str(button))

    def key(self, name):
        self.do("key", name)

    def point(self, n):
        """Clicks the middle of a node."""
        x, y, w, h = n["rect"]
        self.click(x + w / 2, y + h / 2)

    def resize(self, width, height):
        self.do("windowsize", self.id, str(width), str(height))

    def ask_to_close(self):
        """What the button of a window's frame does: WM_DELETE_WINDOW."""
        send_delete(self.display.name, int(self.id))

    def picture(self):
        return read_xwd(self.call("xwd", "-silent", "-id", self.id).stdout)

    def shows(self, expected):
        """Whether the window shows this picture now."""
        seen = self.picture()
        return seen if seen and seen == expected else None

    def wait_for(self, what, expected):
        """Until the window shows this picture; returns it as seen."""
        try:
            return until(lambda: self.shows(expected), what)
        except AssertionError:
            seen = self.picture()
            if seen:
                seen.save(kiosk.scratch("seen.ppm"))
                expected.save(kiosk.scratch("expected.ppm"))
                print(f"{what}: seen.ppm is not expected.ppm: {seen.differs_from(expected)}")
            raise

    def ends_within(self, seconds, number=signal.SIGTERM):
        """Sends a signal; the status, or None when it does not end in time."""
        self.process.send_signal(number)
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None


def read_xwd(data):
    """XWD, ZPixmap of 32 bits a pixel, as Xvfb gives it with 24 planes; None for a window that is not there."""
    if len(data) < 100:
        return None
    head = struct.unpack(">25I", data[:100])
    header_size, width, height, byte_order, per_pixel, per_line, colours = (
        head[0], head[4], head[5], head[7], head[11], head[12], head[19])
    at = header_size + colours * 12
    assert per_pixel == 32 and byte_order == 0, "an unknown kind of picture"
    raw = data[at:at + per_line * height]
    rgb = bytearray(width * height * 3)
    if per_line != width * 4:
        raw = b"".join(raw[i * per_line:i * per_line + width * 4] for i in range(height))
    rgb[0::3], rgb[1::3], rgb[2::3] = raw[2::4], raw[1::4], raw[0::4]
    return Picture(width, height, bytes(rgb))


class ClientMessage(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
                ("display", ctypes.c_void_p), ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong),
                ("format", ctypes.c_int), ("data", ctypes.c_long * 5), ("pad", ctypes.c_long * 24)]


def send_delete(display_name, window):
    """xdotool of Debian 12 cannot ask a window to close, so Xlib is asked."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x11.XSendEvent.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
    x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = x11.XOpenDisplay(display_name.encode())
    message = ClientMessage(type=33, window=window, format=32,
                            message_type=x11.XInternAtom(display, b"WM_PROTOCOLS", 0))
    message.data[0] = x11.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
    x11.XSendEvent(display, window, 0, 0, ctypes.byref(message))
    x11.XSync(display, 0)
    x11.XCloseDisplay(display)
