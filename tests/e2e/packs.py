"""Keys, guides and packs for tests of updates: keys by minisign, guides and packs by rohnamo-guide."""

import os
import shutil
import subprocess

import kiosk


def run(program, *words):
    ended = subprocess.run([program, *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                           timeout=kiosk.PATIENCE_S, check=False)
    return ended.returncode, ended.stdout.decode("utf-8"), ended.stderr.decode("utf-8")


def done(program, *words):
    status, out, errors = run(program, *words)
    assert status == 0, f"{program} {' '.join(words)}: {status}: {out}{errors}"
    return out


def key(name):
    """A pair made by minisign without a password; the path of the secret half and the text of the public one."""
    public, secret = kiosk.scratch(f"{name}.pub"), kiosk.scratch(f"{name}.key")
    done("minisign", "-G", "-W", "-f", "-p", public, "-s", secret)
    with open(public, encoding="ascii") as file:
        return secret, file.read().split("\n")[1]


def change(path, old, new):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    assert old in text, f"'{old}' is not in {path}"
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace(old, new))


def guide(compiler, release):
    """The fixture guide with another release; from 9 on the tiles of home stand in another order, which is seen."""
    source, out = kiosk.scratch(f"source-{release}"), kiosk.scratch(f"guide-{release}.db")
    shutil.copytree(kiosk.source("tests/guide/source"), source)
    change(os.path.join(source, "guide.csv"), "release,7", f"release,{release}")
    if release >= 9:
        change(os.path.join(source, "topics.csv"), "stay,,2,", "stay,,8,")
    done(compiler, "build", "--source", source, "--locales", kiosk.source("tests/guide/locales"), "-o", out)
    return out


def pack(compiler, name, secret, *what):
    path = kiosk.scratch(f"{name}.rohnamo")
    done(compiler, "pack", *what, "--key", secret, "-o", path)
    return path
