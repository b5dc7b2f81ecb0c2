"""Days of counts over the socket: the tables, and the metrics as Prometheus' own promtool reads them."""

import csv
import os
import shutil
import socket
import subprocess
import sys

import display
import kiosk

TODAY = "2026-11-25"
LANGS = ["tg", "uz", "uz@cyrillic", "ky", "ru", "kk", "en"]


def message(day, rows):
    lines = [f"{lang} {topic} {count}\n" for (lang, topic), count in rows.items()]
    return f"rohnamo-counts 1\nday {day}\n{''.join(lines)}end\n".encode("ascii")


def say(path, data):
    with socket.socket(socket.AF_UNIX) as s:
        s.connect(path)
        s.sendall(data)


def table(folder, month):
    path = os.path.join(folder, "counts", f"{month}.csv")
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8", newline="") as f:
        return {(r["day"], r["lang"], r["topic"]): int(r["count"]) for r in csv.DictReader(f)}


def metrics(folder):
    path = os.path.join(folder, "metrics", "rohnamo.prom")
    return open(path, encoding="utf-8").read() if os.path.exists(path) else ""


def check_metrics(text):
    """promtool complains about names, units, help and form; it says nothing when all is well."""
    done = subprocess.run(["promtool", "check", "metrics"], input=text, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and not done.stdout + done.stderr, done.stdout + done.stderr


def days(folder, path):
    first = {("tg", "stay"): 23, ("uz@cyrillic", "work"): 12}
    say(path, message("2026-11-23", first))
    display.until(lambda: len(table(folder, "2026-11")) == 2, "the first day")
    most = {(lang, f"topic-{i}"): 10 + i for lang in LANGS for i in range(32)}
    say(path, message("2026-11-24", most))
    display.until(lambda: 'topic="topic-31"' in metrics(folder), "the second day")
    kept = table(folder, "2026-11")
    assert len(kept) == 2 + len(most)
    assert kept[("2026-11-23", "uz@cyrillic", "work")] == 12
    for (lang, topic), count in most.items():
        assert f'rohnamo_topic_opened{{lang="{lang}",topic="{topic}"}} {count}\n' in metrics(folder)
    check_metrics(metrics(folder))


def nothing_else(folder, path):
    before = table(folder, "2026-11"), metrics(folder)
    for data in (b"", b"GET /metrics HTTP/1.1\r\n\r\n", message("2026-11-26", {("tg", "stay"): 23}),
                 message("2026-11-24", {("tg", 'x"} 1\nrohnamo_guide_release 9'): 23}),
                 message("2026-11-24", {("tg", "stay"): 23})[:-4]):
        say(path, data)
    say(path, message("2026-10-01", {("tg", "stay"): 31}))
    display.until(lambda: table(folder, "2026-10"), "a day after nonsense")
    assert (table(folder, "2026-11"), metrics(folder)) == before
    assert sorted(os.listdir(os.path.join(folder, "counts"))) == ["2026-10.csv", "2026-11.csv"]
    display.until(lambda: os.listdir(os.path.join(folder, "metrics")) == ["rohnamo.prom"], "the metrics alone")


def listens(path):
    with socket.socket(socket.AF_UNIX) as s:
        return s.connect_ex(path) == 0


def main():
    folder, path = kiosk.scratch("updates"), kiosk.scratch("counts.sock")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    desk = subprocess.Popen([sys.argv[1], path, folder, TODAY], stderr=subprocess.DEVNULL)
    try:
        display.until(lambda: listens(path), "the socket")
        days(folder, path)
        nothing_else(folder, path)
    finally:
        desk.terminate()
        desk.wait(display.PATIENCE_S)


main()
