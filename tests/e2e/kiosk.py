"""The program as a tester sees it: started, looked at through --describe, driven by --play. Nothing here knows its sources.

Environment, set by CMakeLists.txt: ROHNAMO_PROGRAM, ROHNAMO_SOURCE, ROHNAMO_FIXTURE, ROHNAMO_SCRATCH."""

import csv
import json
import os
import shutil
import subprocess
import sys

LANGUAGES = ["tg", "uz", "uz@cyrillic", "ky", "ru", "kk", "en"]
TODAY = "2026-11-25"
PATIENCE_S = 120  # for a machine that is busy; nothing waits for it when all is well


def program():
    return os.environ["ROHNAMO_PROGRAM"]


def source(path):
    return os.path.join(os.environ["ROHNAMO_SOURCE"], path)


def scratch(name=""):
    """A place for what the test writes; removed by done()."""
    folder = os.environ["ROHNAMO_SCRATCH"]
    os.makedirs(folder, exist_ok=True)
    return os.path.join(folder, name)


def run(*options, env=None, cwd=None):
    """Runs the program; returns status, standard output, standard error."""
    whole = dict(os.environ)
    whole.update(env or {})
    ended = subprocess.run([program(), *options], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE, timeout=PATIENCE_S, env=whole, cwd=cwd, check=False)
    return ended.returncode, ended.stdout.decode("utf-8", "backslashreplace"), ended.stderr.decode("utf-8", "backslashreplace")


def status_into(file, *options):
    """Runs the program with standard output into an open file."""
    return subprocess.run([program(), *options], stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.DEVNULL,
                          timeout=PATIENCE_S, check=False).returncode


def describe(*options):
    status, out, errors = run("--describe", "--today", TODAY, *options)
    if status != 0:
        raise AssertionError(f"--describe {' '.join(options)}: status {status}: {errors}")
    return json.loads(out)


def node(screen, node_id):
    for n in screen["nodes"]:
        if n["id"] == node_id:
            return n
    raise AssertionError(f"there is no '{node_id}' on {screen['screen']} in {screen['lang']}")


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def rule(rule_id, citizen):
    """The value of a rule today, from the guide's own table: a number stands nowhere else."""
    with open(source("assets/guide/rules.csv"), encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            audience = row["audience"]
            if (row["id"] == rule_id and (audience == "all" or citizen in audience.split())
                    and (row["from"] or "0") <= TODAY <= (row["until"] or "9")):
                return row["value"]
    raise AssertionError(f"there is no rule '{rule_id}' for {citizen} in rules.csv")


class Checks:
    """Collects what is wrong, so that one run tells everything."""

    def __init__(self):
        self.wrong = 0
        self.made = 0
        shutil.rmtree(os.environ.get("ROHNAMO_SCRATCH", ""), ignore_errors=True)  # of a run that went wrong

    def that(self, holds, sentence):
        self.made += 1
        if not holds:
            self.wrong += 1
            print(sentence, file=sys.stderr)
        return holds

    def equal(self, found, wanted, what):
        return self.that(found == wanted, f"{what}: {found!r} instead of {wanted!r}")

    def done(self):
        """Ends the test: cleans up when all was well, else leaves what was written to be looked at."""
        folder = os.environ.get("ROHNAMO_SCRATCH", "")
        if self.wrong == 0 and os.path.isdir(folder):
            shutil.rmtree(folder)
        elif os.path.isdir(folder):
            print(f"what was written is in {folder}", file=sys.stderr)
        print(f"{self.made} checks, {self.wrong} wrong")
        sys.exit(1 if self.wrong else 0)
