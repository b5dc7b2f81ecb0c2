"""rohnamo-update with the real kiosk's check: a watched folder, a stick's folder, named files; keys and packs by minisign and rohnamo-guide.

usage: update.py ROHNAMO-UPDATE ROHNAMO-GUIDE"""

import glob
import os
import shutil
import signal
import subprocess
import sys

import display
import kiosk
import packs
from packs import change, done, key, run

HELPER, COMPILER = sys.argv[1:]


def guide(release):
    return packs.guide(COMPILER, release)


def pack(name, secret, *what):
    return packs.pack(COMPILER, name, secret, *what)


class Kiosk:
    """Settings, the folder of updates, and what was told last."""

    def __init__(self, name, lines):
        self.root = kiosk.scratch(name)
        self.updates, self.inbox = os.path.join(self.root, "updates"), os.path.join(self.root, "inbox")
        os.makedirs(self.updates)
        self.conf = os.path.join(self.root, "rohnamo.conf")
        with open(self.conf, "w", encoding="utf-8") as conf:
            conf.write(f"updates = {self.updates}\nupdate-folder = {self.inbox}\n{lines}")
        self.words = ["--config", self.conf, "--media", self.root, "--today", kiosk.TODAY, "--program", kiosk.program()]

    def once(self, *files):
        return run(HELPER, *self.words, "--once", *files)

    def last(self):
        try:
            with open(os.path.join(self.updates, "last"), encoding="ascii") as file:
                lines = [line.split(" ", 1) for line in file.read().splitlines()]
        except FileNotFoundError:
            return {}
        return {line[0]: line[1] for line in lines}

    def in_use(self):
        link = os.path.join(self.updates, "guide.db")
        return os.readlink(link) if os.path.islink(link) else None


def once(checks, keys, packs):
    k = Kiosk("once", keys)
    checks.equal(k.once(), (0, "", ""), "a look at nothing")
    status, out, errors = k.once(packs["guide-8"])
    checks.equal((status, errors), (0, ""), "a guide that is taken")
    checks.that(out.startswith(f"{packs['guide-8']}: installed: guide 8, 8-"), f"what is said of it: {out}")
    checks.that(k.in_use().startswith("guides/guide-8-"), f"in use: {k.in_use()}")
    last = k.last()
    for name, value in (("state", "done"), ("result", "installed"), ("kind", "guide"), ("release", "8"), ("former", "-"), ("date", kiosk.TODAY)):
        checks.equal(last.get(name), value, f"told as {name}")
    shown = kiosk.run("--check", "--guide", os.path.join(k.updates, "guide.db"), "--lang", "en")
    checks.equal(shown[0], 0, f"the kiosk's check of what is in use: {shown[1:]}")
    checks.equal(k.once(packs["guide-8"])[:2], (0, f"{packs['guide-8']}: same: guide 8, {last['version']}: release 8 is in use already\n"), "again")
    for name, word in (("guide-7", "older"), ("stranger", "forged"), ("site-by-guide-key", "forged")):
        status, out, _ = k.once(packs[name])
        checks.that(status == 1 and f": {word}" in out, f"{name}: {status}, {out}")
    status, out, _ = k.once(kiosk.source("README.md"))
    checks.that(status == 1 and ": not-a-pack" in out, f"README.md: {status}, {out}")
    checks.equal(k.once(packs["guide-9"])[0], 0, "the next one")
    checks.equal(k.last().get("former"), last["version"], "what was in use before it")
    checks.equal(k.once(packs["site-1"])[0], 0, "a site folder")
    checks.equal(sorted(os.listdir(os.path.join(k.updates, "site"))), ["contacts.csv"], "what is in it")
    checks.equal(glob.glob(os.path.join(k.updates, "**", ".new-*"), recursive=True), [], "what is left")


def refused_by_the_kiosk(checks, keys, packs):
    """A kiosk that finds something, one that breaks off, and one that is not there."""
    k = Kiosk("refused", keys)
    for name, script, why in (("finds", "echo a finding >&2; exit 1", "a finding"), ("breaks", "kill -SEGV $$", "broke off")):
        path = os.path.join(k.root, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\n{script}\n")
        os.chmod(path, 0o755)
        k.words[-1] = path
        status, out, _ = k.once(packs["guide-8"])
        checks.that(status == 1 and ": failed-check" in out and why in out, f"a kiosk that {name}: {status}, {out}")
    k.words[-1] = os.path.join(k.root, "none")
    status, out, _ = k.once(packs["guide-8"])
    checks.that(status == 1 and "cannot be started" in out, f"no kiosk: {status}, {out}")
    checks.equal(k.in_use(), None, "in use")


def put(path, folder):
    """As rsync does: beside, then renamed."""
    os.makedirs(folder, exist_ok=True)
    name = os.path.join(folder, os.path.basename(path))
    shutil.copy(path, name + ".part")
    os.rename(name + ".part", name)


def staying(checks, keys, packs):
    """It wakes for what comes into the folder, which may come later than itself; and sleeps otherwise."""
    k = Kiosk("staying", keys)
    put(packs["guide-7"], os.path.join(k.root, "media", "STICK", "rohnamo"))
    with open(os.path.join(k.root, "log"), "w", encoding="utf-8") as log:
        helper = subprocess.Popen([HELPER, *k.words], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        display.until(lambda: (k.last().get("release"), k.last().get("state")) == ("7", "done"), "the stick that was there at the start")
        put(packs["guide-8"], k.inbox)
        display.until(lambda: (k.last().get("release"), k.last().get("result")) == ("8", "installed"), "a guide in the folder")
        put(packs["stranger"], k.inbox)
        display.until(lambda: k.last().get("result") == "forged", "a forged one")
        shutil.copy(packs["guide-9"], k.inbox)
        display.until(lambda: (k.last().get("release"), k.last().get("result")) == ("9", "installed"), "one that was written there")
        checks.that(k.in_use().startswith("guides/guide-9-"), f"in use: {k.in_use()}")
        checks.equal(helper.poll(), None, "that it stays")
    finally:
        helper.send_signal(signal.SIGTERM)
        helper.wait(kiosk.PATIENCE_S)
    with open(os.path.join(k.root, "log"), encoding="utf-8") as log:
        said = log.read().splitlines()
    checks.equal(len(said), 4, f"lines: {said}")


def mounted(checks, keys, packs):
    """A stick is a file system that appears and goes; where this may be played (unshare). Nothing else wakes the helper."""
    k = Kiosk("mounted", keys)
    stick = os.path.join(k.root, "media", "STICK")
    os.makedirs(stick)
    log = os.path.join(k.root, "log")
    wait = 'while :; do read -r word || exit; eval "$word"; echo done; done'
    with open(log, "w", encoding="utf-8") as out:
        shell = subprocess.Popen(["unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
                                  f"mount -t tmpfs none '{stick}' && umount '{stick}' || exit\n{wait}"],
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=out, text=True)

    def do(command):
        try:
            shell.stdin.write(command + "\n")
            shell.stdin.flush()
        except BrokenPipeError:
            return False
        return shell.stdout.readline() == "done\n"

    words = " ".join(f"'{word}'" for word in [HELPER, *k.words])
    try:
        if not do(f"{words} >>'{log}' 2>&1 & helper=$!"):
            print("mounts cannot be played here: not tried", file=sys.stderr)
            return
        display.until(lambda: os.path.exists(os.path.join(k.updates, "metrics", "rohnamo.prom")), "that it waits")
        for name, want in (("guide-7", ("7", "installed")), ("guide-8", ("8", "installed")), ("guide-8", ("8", "same"))):
            put(packs[name], os.path.join(k.root, name, "rohnamo"))
            checks.that(do(f"mount --bind '{os.path.join(k.root, name)}' '{stick}'"), f"{name} is put in")
            display.until(lambda w=want: (k.last().get("release"), k.last().get("result")) == w, f"{name}: {want}")
            checks.that(do(f"umount '{stick}'"), f"{name} is pulled: nothing on it is held open")
    finally:
        do("kill $helper; wait $helper")
        try:
            shell.stdin.close()
        except BrokenPipeError:  # it has ended by itself
            pass
        shell.wait(kiosk.PATIENCE_S)


def usage(checks):
    checks.equal(run(HELPER, "--what")[0], 2, "an option that is not known")
    checks.equal(run(HELPER, "file.rohnamo")[0], 2, "a file without --once")
    checks.equal(run(HELPER, "--config", kiosk.scratch("none.conf"), "--once")[0], 2, "settings that are not there")
    status, out, _ = run(HELPER, "--help")
    checks.that(status == 0 and out.startswith("usage: rohnamo-update"), f"--help: {status}, {out}")
    conf = kiosk.scratch("nowhere.conf")
    with open(conf, "w", encoding="utf-8") as file:
        file.write("updates = /nowhere/at/all\n")
    status, _, errors = run(HELPER, "--config", conf, "--once")
    checks.that(status == 1 and "/nowhere/at/all" in errors, f"no folder of updates: {status}, {errors}")


def main():
    checks = kiosk.Checks()
    working, working_text = key("working")
    reserve, reserve_text = key("reserve")
    site, site_text = key("site")
    stranger, _ = key("stranger")
    keys = f"update-key = {working_text}\nupdate-reserve-key = {reserve_text}\nsite-key = {site_text}\n"
    folder = kiosk.scratch("site")
    os.makedirs(folder)
    with open(os.path.join(folder, "contacts.csv"), "w", encoding="utf-8") as file:
        file.write("id,kind,name,phones\nour-desk,ngo,Our desk,+77172000099\n")
    guides = {release: guide(release) for release in (7, 8, 9)}
    packs = {f"guide-{release}": pack(f"guide-{release}", working, "--guide", path) for release, path in guides.items()}
    packs["stranger"] = pack("stranger", stranger, "--guide", guides[9])
    packs["site-1"] = pack("site-1", site, "--site", folder, "--release", "1")
    packs["site-by-guide-key"] = pack("site-by-guide-key", working, "--site", folder, "--release", "2")
    usage(checks)
    once(checks, keys, packs)
    refused_by_the_kiosk(checks, keys, packs)
    staying(checks, keys, packs)
    mounted(checks, keys, packs)
    checks.done()


main()
