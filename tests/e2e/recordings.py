"""Recordings of people: from the list that volunteers read, through the folder and the compiler, to what is heard.

usage: recordings.py ROHNAMO-GUIDE

What is "read" here is a tone, so that it is told from the engine: opusenc makes it a recording."""

import csv
import os
import re
import shutil
import struct
import subprocess
import sys
import wave

import kiosk
from waves import HZ, samples

RATE = 48000
ROUTE = "page/how-long"


class Desk:
    """A copy of the fixture guide that may be spoilt."""

    def __init__(self):
        self.folder = kiosk.scratch("desk")
        shutil.copytree(kiosk.source("tests/guide"), self.folder)

    def guide(self, *words):
        ended = subprocess.run([sys.argv[1], *words, "--source", os.path.join(self.folder, "source"), "--locales",
                                os.path.join(self.folder, "locales")], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               timeout=kiosk.PATIENCE_S, check=False)
        return ended.returncode, ended.stdout.decode("utf-8"), ended.stderr.decode("utf-8")

    def worklist(self, *words):
        status, out, errors = self.guide("worklist", "--voice", *words)
        assert status == 0, errors
        return list(csv.DictReader(out.splitlines())), errors

    def path(self, file):
        return os.path.join(self.folder, "source", file)

    def build(self):
        out = os.path.join(self.folder, "guide.db")
        status, _, errors = self.guide("build", "-o", out)
        assert status == 0, errors
        return out

    def change(self, file, old, new):
        with open(self.path(file), encoding="utf-8") as text:
            whole = text.read()
        assert old in whole, f"{file} has no {old!r}"
        with open(self.path(file), "w", encoding="utf-8") as text:
            text.write(whole.replace(old, new))


def tone(seconds, loudness=12000, period=96):
    """A square tone of 500 Hz: nothing that speaks sounds like it."""
    return [loudness if i % period < period // 2 else -loudness for i in range(int(seconds * RATE))]


def record(path, wav_samples):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    wav = kiosk.scratch("read.wav")
    with wave.open(wav, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(struct.pack(f"<{len(wav_samples)}h", *wav_samples))
    subprocess.run(["opusenc", "--quiet", "--bitrate", "24", wav, path], check=True)


def heard(guide, lang, citizen="TJ", route=ROUTE):
    wav = kiosk.scratch("said.wav")
    status, _, errors = kiosk.run("--guide", guide, "--speak", wav, "--screen", route, "--lang", lang, "--citizen", citizen, "--today", kiosk.TODAY)
    assert status == 0, errors
    return samples(wav)


def crossings(said):
    """Of zero, in each tenth of a second: 500 Hz has 100."""
    step = HZ // 10
    return [sum(1 for a, b in zip(said[i:i + step], said[i + 1:i + step]) if (a < 0) != (b < 0)) for i in range(0, len(said) - step, step)]


def has_tone(said, seconds):
    """So long without a break: speech comes by the same pitch, but does not keep it."""
    longest = run = 0
    for c in crossings(said):
        run = run + 1 if 95 <= c <= 105 else 0
        longest = max(longest, run)
    return longest >= seconds * 10 - 3


def the_list(checks, desk):
    rows, sums = desk.worklist()
    checks.equal(list(rows[0]), ["number", "file", "recorded", "where", "text"], "the columns")
    files = [r["file"] for r in rows]
    checks.equal(len(files), len(set(files)), "each text has one file")
    kinds = [f.split("/")[2].split("-")[0] for f in files if f.startswith("voice/en/")]
    checks.equal(kinds[0], "phrases", "what somebody in need says stands first")
    checks.that(kinds.index("border") < kinds.index("page"), "the border stands before the pages")
    checks.equal({f.split("/")[1] for f in files}, {"tg", "uz", "ky", "ru", "kk", "en"}, "the languages; one voice reads both scripts of Uzbek")
    checks.that(all(re.fullmatch(r"voice/[a-z]+/[a-z0-9-]+-[0-9a-f]{12}\.opus", f) for f in files), "the names of the files")
    checks.that(not any("{" in r["text"] for r in rows), "numbers are filled in")
    checks.that(all(re.search(rf"^{lang}: \d+ texts, \d+ letters, about \d+ minutes of speech", sums, re.M) for lang in ("tg", "en")), f"the sums: {sums}")
    only, _ = desk.worklist("--lang", "ru")
    checks.equal([r["file"] for r in only], [f for f in files if f.startswith("voice/ru/")], "--lang")
    for words, said in ((["--lang", "xx"], "'xx'"), (["--lang", "uz@cyrillic"], "both scripts")):
        status, _, errors = desk.guide("worklist", "--voice", *words)
        checks.that(status == 2 and said in errors, f"worklist --voice {words}: {status} {errors}")
    status, _, errors = desk.guide("worklist", "--lang", "ru")
    checks.that(status == 2 and "--voice" in errors, f"--lang alone: {errors}")
    return rows


def row_of(rows, lang, words, number="30"):
    return next(r for r in rows if r["file"].startswith(f"voice/{lang}/page-how-long-{words}") and number in r["text"])


def is_played(checks, desk, rows):
    before = heard(desk.build(), "en")
    checks.that(not has_tone(before, 2), "the engine sounds like the tone")
    answer = row_of(rows, "en", "answer")
    record(desk.path(answer["file"]), tone(2))
    checks.equal(next(r for r in desk.worklist()[0] if r["file"] == answer["file"])["recorded"], "yes", "it is listed as recorded")
    guide = desk.build()
    said = heard(guide, "en")
    checks.that(has_tone(said, 2), "the recording is not heard")
    checks.equal(said, heard(guide, "en"), "the same each time")
    checks.that(not has_tone(heard(guide, "en", route="page/overstay"), 2), "it is heard in place of other words")
    checks.that(not has_tone(heard(guide, "ru"), 2), "it is heard in another language")
    checks.equal(desk.build() and subprocess.run(["cmp", guide, desk.build()], check=False).returncode, 0, "the same sources, the same guide")
    return guide


def both_scripts(checks, desk, rows):
    answer = next(r for r in rows if r["file"].startswith("voice/uz/page-how-long-title"))
    record(desk.path(answer["file"]), tone(2))
    guide = desk.build()
    for lang in ("uz", "uz@cyrillic"):
        checks.that(has_tone(heard(guide, lang), 2), f"a title read in Uzbek is not heard in {lang}")


def an_old_number_is_never_said(checks, desk, rows):
    answer = row_of(rows, "en", "answer")
    desk.change("rules.csv", "2023-01-27,,30,days", "2023-01-27,,31,days")
    status, _, errors = desk.guide("check")
    checks.that(status == 0 and os.path.basename(answer["file"]) in errors and "newer than its recording" in errors, f"a changed number: {status} {errors}")
    checks.that(not has_tone(heard(desk.build(), "en"), 2), "the recording says a number that has changed")
    desk.change("rules.csv", "2023-01-27,,31,days", "2023-01-27,,30,days")


def damaged(checks, desk, rows):
    answer = row_of(rows, "en", "answer")
    path = desk.path(answer["file"])
    with open(path, "rb") as file:
        whole = file.read()
    for what, data, said in (("no Opus", b"OggS" + bytes(200), "no Ogg/Opus"), ("half of it", whole[:60], "no Ogg/Opus"), ("empty", b"", "no Ogg/Opus"),
                             ("cut off", whole[:len(whole) * 3 // 4], "cut off"),
                             ("too large", whole + bytes(1000000), "larger than")):
        with open(path, "wb") as file:
            file.write(data)
        status, _, errors = desk.guide("check")
        checks.that(status == 1 and said in errors and os.path.basename(path) in errors, f"{what}: {status} {errors}")
    for what, wav, said in (("silent", [0] * RATE, "silent"), ("short", tone(0.2), "half a second"), ("long", [0] * 181 * RATE, "longer than 180")):
        record(path, wav)
        status, _, errors = desk.guide("check")
        checks.that(status == 1 and said in errors, f"{what}: {status} {errors}")
    click = [0] * RATE
    click[RATE // 2:RATE // 2 + 40] = [20000] * 40
    record(path, click)
    checks.that("silent" in desk.guide("check")[2], "a click alone is no speech")
    for folder, said in (("fr", "'fr' is no language"), ("uz@cyrillic", "both scripts")):
        os.makedirs(desk.path(f"voice/{folder}"))
        status, _, errors = desk.guide("check")
        checks.that(status == 1 and said in errors, f"voice/{folder}: {status} {errors}")
        os.rmdir(desk.path(f"voice/{folder}"))
    record(path, tone(2))
    twin = path.replace("page-how-long", "page-again")
    shutil.copy(path, twin)
    status, _, errors = desk.guide("check")
    checks.that(status == 1 and "of the same text" in errors, f"twice: {status} {errors}")
    os.rename(twin, os.path.join(os.path.dirname(path), "mine.opus"))
    status, _, errors = desk.guide("check")
    checks.that(status == 1 and "no digest" in errors, f"a name without digest: {status} {errors}")
    os.unlink(os.path.join(os.path.dirname(path), "mine.opus"))


def main():
    checks = kiosk.Checks()
    desk = Desk()
    rows = the_list(checks, desk)
    is_played(checks, desk, rows)
    both_scripts(checks, desk, rows)
    an_old_number_is_never_said(checks, desk, rows)
    damaged(checks, desk, rows)
    checks.done()


main()
