"""The Debian package: built from the present tree, without errors of lintian, installed into a root of its own with its scripts, and purged
so that nothing is left. Skipped where dpkg or lintian is missing.

usage: package.py BUILD-FOLDER CPACK"""

import glob
import os
import shutil
import subprocess
import sys

import kiosk

SKIPPED = 77
PATIENCE_S = 250

# What must be in it, besides the programs' data.
FILES = [
    "etc/X11/rohnamo-xorg.conf",
    "etc/rohnamo/rohnamo.conf",
    "usr/bin/rohnamo",
    "usr/bin/rohnamo-guide",
    "usr/bin/rohnamo-print",
    "usr/bin/rohnamo-still",
    "usr/bin/rohnamo-update",
    "usr/lib/systemd/system/rohnamo-again@.service",
    "usr/lib/systemd/system/rohnamo-again@.timer",
    "usr/lib/systemd/system/rohnamo-print.service",
    "usr/lib/systemd/system/rohnamo-print.socket",
    "usr/lib/systemd/system/rohnamo-still-x.service",
    "usr/lib/systemd/system/rohnamo-still.service",
    "usr/lib/systemd/system/rohnamo-update.service",
    "usr/lib/systemd/system/rohnamo-x.service",
    "usr/lib/systemd/system/rohnamo.service",
    "usr/lib/sysusers.d/rohnamo.conf",
    "usr/lib/tmpfiles.d/rohnamo.conf",
    "usr/lib/udev/rules.d/60-rohnamo-stick.rules",
    "usr/share/doc/rohnamo/changelog.Debian.gz",
    "usr/share/doc/rohnamo/copyright",
    "usr/share/doc/rohnamo/examples/rohnamo.conf",
    "usr/share/doc/rohnamo/operate.md",
    "usr/share/locale/tg/LC_MESSAGES/rohnamo.mo",
    "usr/share/man/man1/rohnamo-guide.1.gz",
    "usr/share/man/man1/rohnamo-print.1.gz",
    "usr/share/man/man1/rohnamo-still.1.gz",
    "usr/share/man/man1/rohnamo-update.1.gz",
    "usr/share/man/man1/rohnamo.1.gz",
    "usr/share/man/man5/rohnamo.conf.5.gz",
    "usr/share/rohnamo/fonts/Andika-Regular.ttf",
    "usr/share/rohnamo/fonts/Andika-copyright.txt",
    "usr/share/rohnamo/guide.db",
    "usr/share/rohnamo/still-landscape.png",
    "usr/share/rohnamo/still-portrait.png",
    "usr/share/rohnamo/voices/tg_dict",
]
PLACES = ("etc/rohnamo/", "etc/X11/rohnamo-xorg.conf", "usr/bin/rohnamo", "usr/lib/systemd/system/rohnamo", "usr/lib/sysusers.d/rohnamo",
          "usr/lib/tmpfiles.d/rohnamo", "usr/lib/udev/rules.d/60-rohnamo", "usr/share/applications/rohnamo", "usr/share/doc/rohnamo/",
          "usr/share/icons/hicolor/scalable/apps/rohnamo.svg", "usr/share/lintian/overrides/rohnamo", "usr/share/locale/",
          "usr/share/man/man", "usr/share/metainfo/org.rohnamo", "usr/share/rohnamo/")


def call(*words, env=None):
    ended = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PATIENCE_S, check=False,
                           env={**os.environ, "LC_ALL": "C.UTF-8", **(env or {})})
    return ended.returncode, ended.stdout.decode("utf-8", "replace").strip()


def build(build_folder, cpack):
    """The package's path."""
    out = kiosk.scratch("package")
    status, said = call(cpack, "--config", os.path.join(build_folder, "CPackConfig.cmake"), "-B", out)
    made = glob.glob(os.path.join(out, "*.deb"))
    if status != 0 or len(made) != 1:
        raise AssertionError(f"cpack: status {status}: {said}")
    return made[0]


def look_inside(checks, package):
    status, listed = call("dpkg-deb", "--contents", package)
    checks.equal(status, 0, "the contents can be listed")
    rows = [line.split() for line in listed.splitlines()]
    files = [row[5].removeprefix("./") for row in rows if not row[0].startswith("d")]
    for wanted in FILES:
        checks.that(wanted in files, f"{wanted} is not in the package")
    for file in files:
        checks.that(file.startswith(PLACES), f"{file}: nothing of this package belongs there")
    for row in rows:
        checks.equal(row[1], "root/root", f"{row[5]}: whose it is")
        checks.that(row[0][1:] in ("rwxr-xr-x", "rw-r--r--"), f"{row[5]}: {row[0]}")
    fields = dict(line.split(": ", 1) for line in call("dpkg-deb", "--field", package)[1].splitlines() if ": " in line)
    for name in ("espeak-ng-data", "cage | xinit", "libsdl2-2.0-0", "libsdl2-image-2.0-0", "libsqlite3-0", "libc6"):
        checks.that(name in fields["Depends"], f"it does not depend on {name}: {fields['Depends']}")


def please_lintian(checks, package):
    words = ["lintian", "--allow-root", "--no-cfg", "--fail-on", "error", package]
    status, said = call(*words)
    checks.that(status == 0 and "\nE: " not in f"\n{said}", f"lintian: {said}")
    checks.that("unused-override" not in said, f"lintian: an override without a reason: {said}")


def tree(root):
    """All that lies in a root, but for dpkg's own notes and the locks and former copies of the lists of users."""
    found = {}
    for folder, _, names in os.walk(root):
        for name in names:
            path = os.path.join(folder, name)
            inside = os.path.relpath(path, root)
            if not inside.startswith("var/lib/dpkg/") and inside not in ("etc/.pwd.lock", "etc/passwd-", "etc/group-", "etc/shadow-", "etc/gshadow-"):
                with open(path, "rb") as data:
                    found[inside] = None if os.path.islink(path) else data.read()
    return found


def folders(root):
    return {os.path.relpath(os.path.join(f, n), root) for f, names, _ in os.walk(root) for n in names}


class Root:
    """A machine without programs: the scripts run outside of it, with DPKG_ROOT."""

    def __init__(self):
        self.path = os.path.abspath(kiosk.scratch("root"))
        for folder in ("var/lib/dpkg/info", "var/lib/dpkg/updates", "etc/systemd/system", "var/lib/systemd", "usr", "run"):
            os.makedirs(os.path.join(self.path, folder))
        for file, text in (("var/lib/dpkg/status", ""), ("var/lib/dpkg/available", ""), ("etc/passwd", "root:x:0:0:root:/root:/bin/sh\n"),
                           ("etc/group", "root:x:0:\n"), ("etc/shadow", "root:*:20000::::::\n"), ("etc/gshadow", "root:*::\n")):
            with open(os.path.join(self.path, file), "w", encoding="ascii") as out:
                out.write(text)

    def dpkg(self, *words):
        as_root = [] if os.geteuid() == 0 else ["fakeroot"]
        return call(*as_root, "dpkg", f"--root={self.path}", "--force-not-root", "--force-depends", "--force-bad-path",
                    "--force-script-chrootless", "--log=/dev/null", *words)

    def read(self, file):
        with open(os.path.join(self.path, file), encoding="utf-8") as text:
            return text.read()


def live_a_life(checks, package):
    root = Root()
    before, rooms = tree(root.path), folders(root.path)
    status, said = root.dpkg("--install", package)
    checks.equal(status, 0, f"installing: {said}")
    checks.that("operate.md" in said, f"where the handbook is, is not said: {said}")
    user = [line for line in root.read("etc/passwd").splitlines() if line.startswith("rohnamo:")]
    checks.that(len(user) == 1 and user[0].endswith("/nologin"), f"the user: {user}")
    checks.that(os.path.isdir(os.path.join(root.path, "var/lib/rohnamo")), "there is no /var/lib/rohnamo")
    checks.equal(os.listdir(os.path.join(root.path, "etc/systemd/system")), [], "units switched on where there is no screen")
    status, said = root.dpkg("--install", package)  # once more: what an upgrade does
    checks.equal(status, 0, f"installing it again: {said}")
    use_it(checks, root)
    with open(os.path.join(root.path, "var/lib/rohnamo/last"), "w", encoding="ascii") as out:
        out.write("an outcome\n")
    status, said = root.dpkg("--remove", "rohnamo")
    checks.equal(status, 0, f"removing: {said}")
    checks.that("etc/rohnamo/rohnamo.conf" in tree(root.path) and "var/lib/rohnamo/last" in tree(root.path), "removing takes the settings away, too")
    status, said = root.dpkg("--purge", "rohnamo")
    checks.equal(status, 0, f"purging: {said}")
    after = tree(root.path)
    checks.equal(sorted(set(after) - set(before)), [], "what is left after purging")
    for file, data in before.items():
        checks.equal(after.get(file), data, f"{file} after purging")
    left = {f for f in folders(root.path) - rooms if "rohnamo" in f and not f.startswith("var/lib/dpkg")}
    checks.equal(left, set(), "folders that are left")


def use_it(checks, root):
    """The installed programs find their data without being told."""
    env = {k: v for k, v in os.environ.items() if k != "ROHNAMO_DATA"}
    picture = os.path.abspath(kiosk.scratch("home.png"))
    ended = subprocess.run([os.path.join(root.path, "usr/bin/rohnamo"), "--config", os.path.join(root.path, "etc/rohnamo/rohnamo.conf"), "--kiosk",
                            "--snapshot", picture, "--lang", "tg"], env=env, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE, timeout=PATIENCE_S, check=False)
    checks.equal((ended.returncode, ended.stderr), (0, b""), "the installed kiosk draws")
    checks.that(os.path.isfile(picture), "the installed kiosk has drawn nothing")


def main():
    build_folder, cpack = sys.argv[1:]
    if not all(shutil.which(p) for p in ("dpkg", "dpkg-shlibdeps", "lintian", "systemd-sysusers")) or (os.geteuid() != 0 and not shutil.which("fakeroot")):
        sys.exit(SKIPPED)
    checks = kiosk.Checks()
    package = build(build_folder, cpack)
    look_inside(checks, package)
    please_lintian(checks, package)
    live_a_life(checks, package)
    checks.done()


main()
