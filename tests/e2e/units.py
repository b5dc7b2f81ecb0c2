"""The units are what systemd understands, and keep to what they promise. Skipped where systemd-analyze is not installed.

usage: units.py UNIT-FOLDER ROHNAMO-PRINT ROHNAMO-UPDATE"""

import os
import re
import shutil
import subprocess
import sys

import kiosk

SKIPPED = 77


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
    update(checks, built, updater, folder)
    rules(checks)
    checks.done()


main()
