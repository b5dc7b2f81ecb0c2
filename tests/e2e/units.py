"""The units are what systemd understands, and keep to what they promise. Skipped where systemd-analyze is not installed.

usage: units.py UNIT-FOLDER ROHNAMO-PRINT ROHNAMO-UPDATE"""

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


def exposure(path, threshold):
    """Status and last line of systemd's own judgement, in tenths."""
    ended = subprocess.run(["systemd-analyze", "security", "--offline=true", f"--threshold={threshold}", "--no-pager", path],
                           stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=kiosk.PATIENCE_S, check=False)
    return ended.returncode, ended.stdout.decode("utf-8", "replace").strip().rsplit("\n", 1)[-1]


def rate(checks, built, names):
    for name in names:
        status, said = exposure(os.path.join(built, name), int(MOST_EXPOSURE * 10))
        found = re.search(r"Overall exposure level for .*: ([0-9.]+)", said)
        checks.that(status == 0 and found and float(found.group(1)) <= MOST_EXPOSURE, f"{name}: {MOST_EXPOSURE} at most: {said}")


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


def installed(built, name, helper, folder):
    """A copy of a service in `folder` whose program need not be installed to be looked at; its settings, and what it starts."""
    service = settings(os.path.join(built, name))
    program = dict(service)["ExecStart"].split()
    with open(os.path.join(built, name), encoding="utf-8") as unit:
        text = unit.read().replace(program[0], helper)
    with open(os.path.join(folder, name), "w", encoding="utf-8") as unit:
        unit.write(text)
    return service, program


def update(checks, built, helper, folder):
    name = "rohnamo-update.service"
    service, program = installed(built, name, helper, folder)
    checks.equal([os.path.basename(program[0]), *program[1:]], ["rohnamo-update"], "what is started for updates")
    checks.equal(verify(folder, name), (0, ""), "what systemd says of updates")
    status, said = exposure(os.path.join(folder, name), 20)
    checks.equal(status, 0, f"updates are rated worse than 2.0: {said}")
    wanted = {"User": "rohnamo-update", "StateDirectory": "rohnamo", "StateDirectoryMode": "0755", "RuntimeDirectory": "rohnamo-update",
              "ProtectSystem": "strict", "NoNewPrivileges": "yes", "LimitCORE": "0", "PrivateNetwork": "yes", "RestrictAddressFamilies": "AF_UNIX",
              "IPAddressDeny": "any"}
    for key, value in wanted.items():
        checks.that((key, value) in service, f"updates: {key} is not {value}")
    for key in ("PrivateMounts", "MountFlags", "InaccessiblePaths", "TemporaryFileSystem"):
        checks.that(key not in dict(service), f"updates: {key} may hide sticks")
    checks.equal(exposure(os.path.join(folder, name), 1)[0] != 0, True, "that a worse rating would be told")


def rules(checks):
    """Keys and operators as udev knows them; each line one; what is mounted cannot do harm."""
    known = re.compile(r'^(ACTION|SUBSYSTEM|TEST|ENV\{[A-Z_]+\}|RUN|GOTO|LABEL)(==|!=|\+=|=)"[^"]*"$')
    with open(kiosk.source("assets/deploy/60-rohnamo-stick.rules"), encoding="utf-8") as file:
        lines = [line.strip() for line in file if line.strip() and not line.startswith("#")]
    for line in lines:
        for part in re.findall(r'[^,"]+"[^"]*"', line):
            checks.that(known.match(part.strip()), f"a rule that is none: {part}")
    mounts = [line for line in lines if "systemd-mount" in line]
    checks.equal(len(mounts), 2, "rules that mount")
    for line in mounts:
        checks.that("nosuid,nodev,noexec" in line and "--collect" in line and "/run/media/rohnamo-stick/%k" in line, f"how it is mounted: {line}")


def main():
    built, helper, updater = sys.argv[1:]
    if not shutil.which("systemd-analyze"):
        sys.exit(SKIPPED)
    checks = kiosk.Checks()
    folder = kiosk.scratch("units")
    os.makedirs(folder)
    shutil.copy(kiosk.source("assets/deploy/rohnamo-print.socket"), folder)
    service, program = installed(built, "rohnamo-print.service", helper, folder)
    checks.equal([os.path.basename(program[0]), *program[1:]], ["rohnamo-print", "--serve"], "what is started")
    checks.that(os.path.isabs(program[0]), f"where it is: {program[0]}")
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
    update(checks, built, updater, folder)
    rules(checks)
    checks.done()


main()
