"""The units under a real systemd: what is killed or hangs comes back; what cannot come up leaves the calm picture; what heals is noticed.

systemd runs as the first process of namespaces of its own (unshare), with the built units alone; stand-ins play cage, the kiosk and the
picture, and times are shortened by drop-ins. Skipped where systemd is missing or namespaces are not allowed.

usage: supervision.py UNIT-FOLDER"""

import os
import shutil
import subprocess
import sys
import time

import display
import kiosk

SKIPPED = 77
RESTART_WITHIN_S = 5  # what is promised
WATCHDOG_S = 3  # instead of half a minute

# Programs and log lie below /mnt, as /tmp is another one inside a unit.
BOOT = """set -e
mount --make-rprivate /
mount --bind "$1" /mnt
mount -t tmpfs tmpfs /run
mount -t tmpfs tmpfs /tmp
mount -t tmpfs tmpfs /var/tmp
mount -t tmpfs tmpfs /var/lib/systemd
mkdir /run/upper /run/work
mount -t overlay overlay -o lowerdir=/etc,upperdir=/run/upper,workdir=/run/work /etc
systemd-sysusers /mnt/sysusers.conf
if mountpoint -q /sys/fs/cgroup; then umount -R /sys/fs/cgroup; fi
mount -t cgroup2 cgroup2 /sys/fs/cgroup
mount --bind /mnt/console /dev/console
echo booted >>/mnt/log
exec env -i container=docker PATH="$PATH" SYSTEMD_UNIT_PATH=/mnt/units /lib/systemd/systemd --system --show-status=no --unit=default.target
"""

# cage: one child, and its end is cage's own end, always with status 0; asked to end, it aborts (as measured).
CAGE = """import os, signal, subprocess, sys
signal.signal(signal.SIGTERM, lambda *_: os.abort())
subprocess.run(sys.argv[1:])
"""

# The kiosk: says that it is up and that it lives; ends at once while /mnt/crash is there. `still` the same without end.
PROGRAM = """import os, select, socket, sys
name = sys.argv[1]
crash = name == "kiosk" and os.path.exists("/mnt/crash")
print(name, "crashes" if crash else "up", os.getpid(), flush=True)
if crash:
    sys.exit(1)
if name == "kiosk" and ("WATCHDOG_PID" in os.environ or "WATCHDOG_USEC" not in os.environ):
    print("kiosk unwatched", os.getpid(), flush=True)  # it would not feed
supervisor = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
supervisor.connect(os.environ["NOTIFY_SOCKET"])
supervisor.send(b"READY=1")
while True:
    select.select([], [], [], 0.5)
    if name == "kiosk" and os.path.exists("/mnt/close"):  # as the program does when staff close it
        supervisor.send(b"STATUS=Closed by staff")
        sys.exit(0)
    if name == "kiosk":
        supervisor.send(b"WATCHDOG=1")
"""

AGAIN = """import os, sys
broken = os.path.exists("/mnt/crash")
print("again", "broken" if broken else "well", os.getpid(), flush=True)
sys.exit(1 if broken else 0)
"""

DROP_INS = {
    "rohnamo.service": f"""[Service]
WatchdogSec={WATCHDOG_S}
ExecStart=
ExecStart=/usr/bin/python3 -B /mnt/cage.py /usr/bin/python3 -B /mnt/program.py kiosk
StandardOutput=append:/mnt/log
StandardError=append:/mnt/errors
""",
    "rohnamo-still.service": """[Service]
ExecStart=
ExecStart=/usr/bin/python3 -B /mnt/cage.py /usr/bin/python3 -B /mnt/program.py still
StandardOutput=append:/mnt/log
StandardError=append:/mnt/errors
""",
    "rohnamo-again@.service": """[Service]
RestartSec=1
ExecStart=
ExecStart=/usr/bin/python3 -B /mnt/again.py
StandardOutput=append:/mnt/log
StandardError=append:/mnt/errors
""",
    "rohnamo-again@.timer": """[Timer]
OnActiveSec=
OnActiveSec=1
AccuracySec=100ms
""",
}


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


def furnish(built):
    """The folder that becomes /mnt."""
    folder = kiosk.scratch("machine")
    units = os.path.join(folder, "units")
    os.makedirs(units)
    for unit in os.listdir(built):
        if unit.endswith(".service"):
            shutil.copy(os.path.join(built, unit), units)
    shutil.copy(kiosk.source("assets/deploy/rohnamo-again@.timer"), units)
    shutil.copy(kiosk.source("assets/deploy/sysusers.conf"), folder)
    write(os.path.join(units, "default.target"), "[Unit]\nWants=rohnamo.service\n")
    for target in ("sysinit", "basic", "timers", "shutdown", "multi-user"):
        write(os.path.join(units, f"{target}.target"), "[Unit]\nDefaultDependencies=no\n")
    for unit, text in DROP_INS.items():
        write(os.path.join(units, unit + ".d", "test.conf"), text)
    for name, text in (("cage.py", CAGE), ("program.py", PROGRAM), ("again.py", AGAIN), ("boot.sh", BOOT), ("console", ""), ("log", ""), ("errors", "")):
        write(os.path.join(folder, name), text)
    return folder


class Machine:
    def __init__(self, folder):
        self.folder = folder
        with open(os.path.join(folder, "boot.out"), "wb") as out:
            self.process = subprocess.Popen(
                ["unshare", "--fork", "--kill-child", "--pid", "--mount", "--mount-proc", "--cgroup", "--ipc", "--uts",
                 "sh", os.path.join(folder, "boot.sh"), folder], stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait(display.PATIENCE_S)

    def booted(self):
        """False when this machine does not allow what the test needs."""
        display.until(lambda: self.process.poll() is not None or "booted" in self.lines(), "a start")
        return self.process.poll() is None

    def inside(self, *words):
        first = subprocess.run(["pgrep", "-P", str(self.process.pid)], stdout=subprocess.PIPE, check=True).stdout.split()[0].decode()
        ended = subprocess.run(["nsenter", "-t", first, "-m", "-p", *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, timeout=display.PATIENCE_S, check=False)
        return ended.stdout.decode().strip()

    def state(self, unit):
        return self.inside("systemctl", "show", "--value", "-p", "ActiveState", unit)

    def log(self):
        with open(os.path.join(self.folder, "log"), encoding="utf-8") as log:
            return [line.split() for line in log]

    def lines(self):
        return [" ".join(words[:2]) for words in self.log()]

    def count(self, what):
        return self.lines().count(what)

    def wait_for(self, what, count):
        """Until the log has this line so many times; returns the process of the last one."""
        display.until(lambda: self.count(what) >= count, f"'{what}' {count} times, in the log: {self.lines()}")
        return [words[2] for words in self.log() if " ".join(words[:2]) == what][-1]

    def wait_state(self, unit, state):
        display.until(lambda: self.state(unit) == state, f"{unit} {state}")


def comes_back(checks, machine, signal, most_s, what):
    """Sends a signal to the kiosk (not to cage) and measures until another one is up."""
    before = machine.count("kiosk up")
    process = machine.wait_for("kiosk up", before)
    machine.wait_state("rohnamo.service", "active")
    began = time.monotonic()
    machine.inside("kill", f"-{signal}", process)
    machine.wait_for("kiosk up", before + 1)
    took = time.monotonic() - began
    checks.that(took <= most_s, f"{what}: it took {took:.1f} s until it was back")
    machine.wait_state("rohnamo.service", "active")


def stays_closed(checks, machine):
    """Staff have closed it: it is not started again, and no picture takes its place, until somebody starts it."""
    ups, stills = machine.count("kiosk up"), machine.count("still up")
    write(os.path.join(machine.folder, "close"), "")
    machine.wait_state("rohnamo.service", "inactive")
    display.until(lambda: machine.inside("systemctl", "list-jobs", "--no-legend") == "", "an end of all jobs")
    checks.equal((machine.count("kiosk up"), machine.count("still up"), machine.state("rohnamo.service")), (ups, stills, "inactive"), "after it was closed")
    os.unlink(os.path.join(machine.folder, "close"))
    machine.inside("systemctl", "start", "rohnamo.service")
    machine.wait_for("kiosk up", ups + 1)
    machine.wait_state("rohnamo.service", "active")


def leaves_the_picture(checks, machine):
    machine.inside("systemctl", "reset-failed", "rohnamo.service")  # begins to count anew
    write(os.path.join(machine.folder, "crash"), "")
    machine.inside("kill", "-KILL", machine.wait_for("kiosk up", 1))
    machine.wait_for("still up", 1)
    checks.equal(machine.count("kiosk crashes"), 5, "how often it was tried")
    machine.wait_state("rohnamo-still.service", "active")
    checks.equal(machine.state("rohnamo.service"), "failed", "the kiosk's unit")


def picture_stays_while_broken(checks, machine):
    machine.wait_for("again broken", 3)
    checks.equal((machine.count("still up"), machine.count("kiosk crashes")), (1, 5), "starts of picture and kiosk: nothing flickers")
    machine.inside("kill", "-KILL", machine.wait_for("still up", 1))
    machine.wait_for("still up", 2)  # the picture comes back, too
    machine.wait_state("rohnamo-still.service", "active")


def heals(checks, machine):
    ups = machine.count("kiosk up")
    os.unlink(os.path.join(machine.folder, "crash"))
    machine.wait_for("kiosk up", ups + 1)
    machine.wait_state("rohnamo.service", "active")
    for unit in ("rohnamo-still.service", "rohnamo-again@rohnamo.timer", "rohnamo-again@rohnamo.service"):
        machine.wait_state(unit, "inactive")
    checks.equal(machine.count("kiosk up"), ups + 1, "starts of the kiosk")
    checks.equal(machine.count("again well"), 1, "tries that went well")


def picture_comes_a_second_time(checks, machine):
    """The timer runs anew each time."""
    machine.inside("systemctl", "reset-failed", "rohnamo.service")
    write(os.path.join(machine.folder, "crash"), "")
    tries, stills = machine.count("again broken"), machine.count("still up")
    machine.inside("kill", "-KILL", machine.wait_for("kiosk up", 1))
    machine.wait_for("still up", stills + 1)
    machine.wait_for("again broken", tries + 1)
    checks.equal(machine.count("kiosk crashes"), 10, "how often it was tried")
    refused = machine.inside("systemctl", "start", "rohnamo.service")  # by hand, too early
    checks.that("failed" in refused, f"what is said of a start by hand: {refused}")
    checks.equal((machine.count("still up"), machine.state("rohnamo-still.service")), (stills + 1, "active"), "the picture after it")
    machine.inside("systemctl", "reset-failed", "rohnamo.service")
    machine.inside("systemctl", "start", "--no-block", "rohnamo.service")
    machine.wait_for("still up", stills + 2)
    checks.equal(machine.count("kiosk crashes"), 15, "how often it was tried after a start by hand")


def ends_on_purpose(checks, machine):
    """Stopped by hand it stays away, and nothing takes its place."""
    os.unlink(os.path.join(machine.folder, "crash"))
    machine.inside("systemctl", "reset-failed")
    ups, stills = machine.count("kiosk up"), machine.count("still up")
    machine.inside("systemctl", "restart", "rohnamo.service")
    checks.equal((machine.count("kiosk up"), machine.count("still up")), (ups + 1, stills), "starts of kiosk and picture after a restart by hand")
    machine.inside("systemctl", "stop", "rohnamo.service")
    checks.equal([machine.state(u) for u in ("rohnamo.service", "rohnamo-still.service")], ["inactive"] * 2, "kiosk and picture, stopped by hand")


def main():
    if not all(shutil.which(p) for p in ("systemctl", "unshare", "nsenter", "pgrep")) or not os.path.exists("/lib/systemd/systemd") or os.geteuid() != 0:
        sys.exit(SKIPPED)
    checks = kiosk.Checks()
    folder = furnish(sys.argv[1])
    with Machine(folder) as machine:
        if not machine.booted():
            with open(os.path.join(folder, "boot.out"), encoding="utf-8") as out:
                print(f"systemd cannot be run here: {out.read()}", file=sys.stderr)
            sys.exit(SKIPPED)
        machine.wait_for("kiosk up", 1)
        comes_back(checks, machine, "KILL", RESTART_WITHIN_S, "killed")
        comes_back(checks, machine, "STOP", WATCHDOG_S + RESTART_WITHIN_S, "hanging")
        stays_closed(checks, machine)
        leaves_the_picture(checks, machine)
        picture_stays_while_broken(checks, machine)
        heals(checks, machine)
        picture_comes_a_second_time(checks, machine)
        ends_on_purpose(checks, machine)
        checks.equal(machine.count("kiosk unwatched"), 0, "starts in which the kiosk is not told that it is watched")
    checks.done()


main()
