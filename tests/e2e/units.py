"""The units are what systemd understands, and keep to what they promise. Skipped where systemd-analyze is not installed.

usage: units.py UNIT-FOLDER ROHNAMO-PRINT"""

import os
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
    checks.done()


main()
