"""Left alone: what a kiosk asks of the system in a whole visit, what of the visit is in its memory afterwards, and what it tells the supervisor.

usage: window_alone.py"""

import os
import re
import select
import signal
import socket
import subprocess
import time

import display
import kiosk

WIDTH, HEIGHT = 720, 1280
OPTIONS = ["--lang", "ru", "--kiosk"]
PLAYED = [*OPTIONS, "--size", f"{WIDTH}x{HEIGHT}"]
# Typed into search, and nowhere else; put together here so that no file holds it.
CANARY = "".join(reversed("xqzjkwvq"))
CALLS = "socket,socketpair,open,openat,openat2,creat,execve,execveat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,truncate,link,symlink"
QUIET = {"ASAN_OPTIONS": "detect_leaks=0", "SDL_AUDIODRIVER": "dummy"}  # who looks for leaks must not be traced


def visit(window):
    """From the first screen through what writes most, to the end."""
    steps = []
    picture, screen = display.played([*PLAYED, "--voice", "yes"])
    window.wait_for("the first screen", picture)

    def shown(what):
        nonlocal screen
        picture, screen = display.played([*PLAYED, "--voice", "yes"], *steps)
        window.wait_for(what, picture)

    def touch(node_id):
        n = kiosk.node(screen, node_id)
        while n["clip"] and n["rect"][1] + n["rect"][3] > n["clip"][1] + n["clip"][3]:
            window.key("Next")
            steps.append("key PageDown")
            shown(f"further down to {node_id}")
            n = kiosk.node(screen, node_id)
        x, y, w, h = n["rect"]
        window.point(n)
        steps.append(f"tap {x + w / 2} {y + h / 2}")
        shown(node_id)

    for node_id in ("attract.start", "language.tg", "citizen.TJ", "tile.stay", "entry.how-long", "dock.language", "language.uz", "dock.text",
                    "text.150", "dock.home", "search"):
        touch(node_id)
    window.do("type", "--delay", "40", CANARY)
    steps.append(f'type "{CANARY}"')
    shown("what was typed")
    return touch


def asked(trace):
    """The calls, with what they ask for; those of before the program itself are strace's own."""
    with open(trace, encoding="utf-8", errors="replace") as lines:
        return [line.split(None, 1)[1] for line in lines if "(" in line]


def asks_for_nothing(checks, screen):
    trace = kiosk.scratch("trace")
    strace = ["strace", "-D", "-f", "-qq", "-e", f"trace={CALLS}", "-o", trace]
    with display.Window(screen, *OPTIONS, "--voice", "yes", before=strace, env=QUIET) as window:
        touch = visit(window)
        touch("dock.listen")
        touch("dock.home")
        touch("home.finish")
        checks.equal(window.ends_within(5), 0, "the status after SIGTERM")
    calls = asked(trace)
    opened = [c for c in calls if re.match(r"(open|creat)", c)]
    checks.that(any("guide.db" in c for c in opened), "the trace shows the guide being opened")
    written = [c for c in opened if re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND|^creat", c) and not re.search(r'"/dev/', c)]
    checks.equal(written, [], "files opened for writing")
    changed = [c for c in calls if re.match(r"(mkdir|rename|unlink|truncate|link|symlink)", c)]
    checks.equal(changed, [], "changes of the file system")
    sockets = [c for c in calls if c.startswith("socket")]
    checks.that(sockets, "the trace shows the display's socket")
    checks.equal([c for c in sockets if not re.match(r"socket(pair)?\(AF_UNIX,", c)], [], "sockets to anywhere else")
    started = [c for c in calls if c.startswith("execve")]
    checks.equal([c for c in started[1:] if "= -1 EPERM" not in c], [], "programs started")


def memory_of(pid, word):
    """How often the word stands in what the process can write to, as bytes, UTF-16 or UTF-32."""
    forms = {word.encode(), word.encode("utf-16-le"), word.encode("utf-32-le")}
    found = 0
    with open(f"/proc/{pid}/maps", encoding="utf-8", errors="replace") as maps, open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in maps:
            places, rights = line.split()[:2]
            start, end = (int(x, 16) for x in places.split("-"))
            if not rights.startswith("rw") or end - start > 1 << 30:  # the sanitizer's own terabytes
                continue
            try:
                memory.seek(start)
                image = memory.read(end - start)
            except OSError:
                continue
            found += sum(image.count(form) for form in forms)
    return found


def remembers_nothing(checks, screen):
    with display.Window(screen, *OPTIONS, "--voice", "yes", env={"SDL_AUDIODRIVER": "dummy"}) as window:
        touch = visit(window)
        checks.that(memory_of(window.process.pid, CANARY) > 0, "the word is not in the memory while it is on the screen: this test sees nothing")
        touch("dock.home")
        touch("home.finish")
        checks.equal(memory_of(window.process.pid, CANARY), 0, "what was typed is still in the memory")
        checks.equal(window.ends_within(5), 0, "the status after SIGTERM")


class Supervisor:
    """What systemd is to a service of Type=notify."""

    def __init__(self):
        self.path = kiosk.scratch("notify")
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(self.path)

    def told(self, seconds):
        """The next datagram, or None."""
        if not select.select([self.socket], [], [], seconds)[0]:
            return None
        return self.socket.recv(4096).decode()

    def silent(self, seconds):
        """After what is under way has come: nothing for so long."""
        while self.told(0) is not None:
            pass
        return self.told(seconds) is None


def feeds_the_watchdog(checks, screen):
    supervisor = Supervisor()
    interval_s = 2
    env = {"NOTIFY_SOCKET": supervisor.path, "WATCHDOG_USEC": str(interval_s * 1000000)}
    with display.Window(screen, *OPTIONS, env=env) as window:
        first = supervisor.told(display.PATIENCE_S) or ""
        checks.that(first.startswith("READY=1"), f"the first word: {first!r}")
        for _ in range(4):  # nobody touches it: it turns all the same
            before = time.monotonic()
            checks.equal(supervisor.told(interval_s), "WATCHDOG=1", "the next word")
            checks.that(time.monotonic() - before < interval_s, "it came too late")
        window.process.send_signal(signal.SIGSTOP)  # whatever hangs feeds nobody
        checks.that(supervisor.silent(interval_s), "a loop that stands still is told as turning")
        window.process.send_signal(signal.SIGCONT)
        checks.equal(supervisor.told(interval_s), "WATCHDOG=1", "after it goes on")
        checks.equal(window.ends_within(5), 0, "the status after SIGTERM")
    supervisor.socket.close()
    os.unlink(supervisor.path)


def staff_close_it(checks, screen):
    """By the code, in a real kiosk: the only way out; and systemd is told that it is on purpose."""
    code, config = "271828", kiosk.scratch("rohnamo.conf")
    line = subprocess.run([kiosk.program(), "--make-code"], input=code + "\n", stdout=subprocess.PIPE, text=True, check=True).stdout
    with open(config, "w", encoding="utf-8") as out:
        out.write(line)
    options = [*PLAYED, "--config", config, "--screen", "attendant"]
    supervisor = Supervisor()
    with display.Window(screen, *options, env={"NOTIFY_SOCKET": supervisor.path}) as window:
        picture, described = display.played(options)
        window.wait_for("the page for staff", picture)
        steps = [f'type "{code}"']
        window.do("type", "--delay", "40", code)
        picture, described = display.played(options, *steps)
        window.wait_for("the digits as dots", picture)
        window.point(kiosk.node(described, "staff.enter"))
        display.until(lambda: not window.shows(picture), "what the code leads to")
        for _ in range(sum(n["id"].startswith("dock.") for n in described["nodes"]) + 1):  # the last thing above the dock
            window.key("shift+Tab")
        window.key("Return")
        display.until(lambda: window.process.poll() is not None, "an end of the kiosk")
        checks.equal(window.process.returncode, 0, "the status")
    told = []
    while (word := supervisor.told(0)) is not None:
        told.append(word)
    checks.that("STATUS=Closed by staff" in told, f"what systemd was told: {told}")
    supervisor.socket.close()
    os.unlink(supervisor.path)


def main():
    checks = kiosk.Checks()
    screen = display.Display(WIDTH, HEIGHT)
    try:
        asks_for_nothing(checks, screen)
        remembers_nothing(checks, screen)
        feeds_the_watchdog(checks, screen)
        staff_close_it(checks, screen)
    finally:
        screen.close()
    checks.done()


main()
