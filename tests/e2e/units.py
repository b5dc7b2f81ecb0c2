"""The units are what systemd understands, and keep to what they promise. Skipped where systemd-analyze is not installed.

usage: units.py UNIT-FOLDER ROHNAMO-PRINT"""

import os
import re
import shutil
import subprocess
import sys

import kiosk

SKIPPED = 77
MOST_EXPOSURE = 2.0  # as systemd-analyze rates it, from 0 to 10


def settings(path):
    """A unit's settings in order; the same key may come more than once."""
    with open(path, encoding="utf-8") as unit:
        lines = [line.strip() for line in unit]
    return [tuple(line.split("=", 1)) for line in lines if "=" in line and not line.startswith("#")]


def verify(folder, *names):
    ended = subprocess.run(["systemd-analyze", "verify", "--man=no", *(os.path.join(folder, n) for n in names)],
                           stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=kiosk.PATIENCE_S, check=False)
    return ended.returncode, ended.stdout.decode("utf-8", "replace").strip()


def exposure(path):
    """What systemd-analyze thinks of a unit's sandbox; without root and without a running systemd."""
    ended = subprocess.run(["systemd-analyze", "security", "--offline=true", f"--threshold={int(MOST_EXPOSURE * 10)}", "--no-pager", path],
                           stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=kiosk.PATIENCE_S, check=False,
                           env={**os.environ, "LC_ALL": "C.UTF-8"})
    text = ended.stdout.decode("utf-8", "replace")
    found = re.search(r"Overall exposure level for .*: ([0-9.]+)", text)
    return ended.returncode, float(found.group(1)) if found else 10.0, text


def rate(checks, built, names):
    for name in names:
        status, level, text = exposure(os.path.join(built, name))
        checks.that(status == 0 and level <= MOST_EXPOSURE, f"{name}: exposed by {level}, {MOST_EXPOSURE} at most: {text}")


def standing_in(folder, built, names):
    """Copies of the units whose programs are there: what is verified need not be installed."""
    for name in names:
        with open(os.path.join(built, name), encoding="utf-8") as unit:
            text = re.sub(r"^(Exec\w+=[-+!@:]*)/\S+", r"\1/bin/true", unit.read(), flags=re.MULTILINE)
        with open(os.path.join(folder, name), "w", encoding="utf-8") as unit:
            unit.write(text)
    for name in os.listdir(kiosk.source("assets/deploy")):
        if name.endswith((".timer", ".socket", ".path")):
            shutil.copy(kiosk.source(f"assets/deploy/{name}"), folder)
    # of another package
    with open(os.path.join(folder, "seatd.service"), "w", encoding="utf-8") as unit:
        unit.write("[Service]\nExecStart=/bin/true\n")


def understood(checks, built, names):
    folder = kiosk.scratch("all")
    os.makedirs(folder)
    standing_in(folder, built, names)
    everything = [n.replace("@.", "@rohnamo.") for n in sorted(os.listdir(folder))]
    for name in os.listdir(folder):
        if "@." in name:
            shutil.copy(os.path.join(folder, name), os.path.join(folder, name.replace("@.", "@rohnamo.")))
    checks.equal(verify(folder, *everything), (0, ""), "what systemd says of all units")


# What the kiosk and its picture promise; X and Wayland alike.
KEPT = {
    "User": "rohnamo", "Type": "notify", "NotifyAccess": "all", "Restart": "always", "NoNewPrivileges": "yes", "ProtectSystem": "strict",
    "ProtectHome": "yes", "CapabilityBoundingSet": "", "DevicePolicy": "closed", "LimitCORE": "0", "MemorySwapMax": "0", "IPAddressDeny": "any",
    "RestrictAddressFamilies": "AF_UNIX AF_NETLINK", "SystemCallArchitectures": "native", "UMask": "0077",
}


def keep_promises(checks, built):
    for name in ("rohnamo.service", "rohnamo-x.service", "rohnamo-still.service", "rohnamo-still-x.service"):
        unit = settings(os.path.join(built, name))
        for key, value in KEPT.items():
            checks.equal(dict(unit).get(key), value, f"{name}: {key}")
        checks.that("MemoryMax" in dict(unit), f"{name}: MemoryMax is missing")
        checks.that("PAMName" not in dict(unit), f"{name}: PAMName takes the kiosk out of the unit; nobody would hear that it is ready")
        start = dict(unit)["ExecStart"].split()
        if "x" in name.removesuffix(".service").split("-"):
            checks.equal(start[0], "/usr/bin/xinit", f"{name}: what is started")
            for word in ("vt7", "-keeptty", "-dpms", "rohnamo-xorg.conf"):
                checks.that(word in start, f"{name}: the server is started without {word}")
            checks.that("-nolisten tcp" in " ".join(start) and "-s 0" in " ".join(start), f"{name}: the server's line: {start}")
        else:
            checks.equal(start[:3], ["/usr/bin/cage", "-d", "--"], f"{name}: what is started (never with -s)")
    for name in ("rohnamo.service", "rohnamo-x.service"):
        unit = dict(settings(os.path.join(built, name)))
        checks.equal((unit["WatchdogSec"], unit["RestartSec"], unit["StartLimitBurst"]), ("30", "1", "5"), f"{name}: watchdog, restart, limit")
        checks.equal(unit["OnFailure"], name.replace("rohnamo", "rohnamo-still"), f"{name}: what stands in for it")
        checks.that(int(unit["StartLimitIntervalSec"]) > 5 * (int(unit["WatchdogSec"]) + int(unit["RestartSec"]) + 2),
                    f"{name}: five hangs would go on for ever")


def main():
    built, helper = sys.argv[1:]
    if not shutil.which("systemd-analyze"):
        sys.exit(SKIPPED)
    checks = kiosk.Checks()
    folder = kiosk.scratch("units")
    os.makedirs(folder)
    shutil.copy(kiosk.source("assets/deploy/rohnamo-print.socket"), folder)
    service = settings(os.path.join(built, "rohnamo-print.service"))
    program = dict(service)["ExecStart"].split()
    checks.equal([os.path.basename(program[0]), *program[1:]], ["rohnamo-print", "--serve"], "what is started")
    checks.that(os.path.isabs(program[0]), f"where it is: {program[0]}")
    with open(os.path.join(built, "rohnamo-print.service"), encoding="utf-8") as unit:
        text = unit.read().replace(program[0], helper)  # it need not be installed to be looked at
    with open(os.path.join(folder, "rohnamo-print.service"), "w", encoding="utf-8") as unit:
        unit.write(text)
    checks.equal(verify(folder, "rohnamo-print.socket", "rohnamo-print.service"), (0, ""), "what systemd says of the units")
    families = set(dict(service)["RestrictAddressFamilies"].split())
    checks.that(families <= {"AF_UNIX", "AF_INET", "AF_INET6"}, f"too many kinds of sockets: {families}")
    for key, value in (("DynamicUser", "yes"), ("ProtectSystem", "strict"), ("NoNewPrivileges", "yes"), ("LimitCORE", "0"), ("IPAddressDeny", "any")):
        checks.that((key, value) in service, f"{key} is not {value}")
    with open(os.path.join(folder, "rohnamo-print.service"), "a", encoding="utf-8") as unit:
        unit.write("\n[Service]\nRestrictAdressFamilies=AF_UNIX\n")  # that a mistake would be told
    checks.that(verify(folder, "rohnamo-print.service")[1], "a misspelt setting is not told")
    names = sorted(n for n in os.listdir(built) if n.endswith(".service"))
    checks.that(len(names) >= 6, f"units are missing: {names}")
    understood(checks, built, names)
    rate(checks, built, names)
    keep_promises(checks, built)
    checks.done()


main()
