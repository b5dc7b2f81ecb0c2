"""The figures of tests/bench/run, as JSON: measure.py SCRATCH ROUNDS (DISPLAY is set, SCRATCH holds what the script made)."""
import json
import os
import re
import statistics
import subprocess
import sys
import time

SCRATCH, ROUNDS = sys.argv[1], int(sys.argv[2])
FONT = "build/release/share/rohnamo/fonts/Andika-Regular.ttf"
KIOSK = ["build/release/rohnamo", "--size", "1080x1920", "--lang", "tg"]
HOME = [*KIOSK, "--screen", "page/how-long"]
LARGE = [*HOME, "--guide", f"{SCRATCH}/large.db"]


def first_frame_ms(command):
    start = time.clock_gettime(time.CLOCK_MONOTONIC) * 1000
    env = dict(os.environ, LD_PRELOAD=f"{SCRATCH}/first.so", FIRST_PRESENT_START=repr(start))
    return float(subprocess.run(command, env=env, capture_output=True, check=True, timeout=30).stdout)


def alternating(commands):
    """Medians by name, and the median of each one's ratio to the first, run in turn."""
    times = {name: [] for name in commands}
    for name, command in commands.items():
        first_frame_ms(command)  # warm
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(first_frame_ms(command))
    base = next(iter(times))
    return {
        name: {
            "median_ms": round(statistics.median(all_of), 1),
            f"ratio_to_{base}": round(statistics.median(t / b for t, b in zip(all_of, times[base])), 3),
        }
        for name, all_of in times.items()
    }


def status_number(pid, key):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return int(re.search(rf"^{key}:\s+(\d+)", file.read(), re.MULTILINE)[1])


def pss_kib(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        return int(re.search(r"^Pss:\s+(\d+)", file.read(), re.MULTILINE)[1])


def xdotool(*words):
    return subprocess.run(["xdotool", *words], capture_output=True, text=True, check=True).stdout


def walk_and_idle():
    """Memory after every key of a walk through pages, then wake-ups in a minute of doing nothing."""
    kiosk = subprocess.Popen(HOME)
    try:
        time.sleep(2)
        start = pss_kib(kiosk.pid)
        xdotool("search", "--sync", "--pid", str(kiosk.pid), "windowfocus")
        most = start
        for key in ["Tab", "Tab", "Return", "Next", "Next", "Escape"] * 12 + ["Tab"] * 40 + ["Next"] * 20:
            xdotool("key", key)
            most = max(most, pss_kib(kiosk.pid))
        time.sleep(5)  # coasting and the last frame are over
        before = status_number(kiosk.pid, "voluntary_ctxt_switches")
        time.sleep(60)
        wakes = status_number(kiosk.pid, "voluntary_ctxt_switches") - before
        return {"pss_kib_first_screen": start, "pss_kib_most": most, "wakeups_in_60_s": wakes}
    finally:
        kiosk.terminate()
        kiosk.wait()


def search_p99_ms(guide):
    """Per keystroke; the median of the rounds' own p99."""
    command = [*KIOSK, "--guide", guide, "--bench"]
    runs = (subprocess.run(command, capture_output=True, check=True, timeout=300).stdout for _ in range(min(ROUNDS, 5)))
    return round(statistics.median(json.loads(run)["search_p99_ms"] for run in runs), 1)


result = {
    "rounds": ROUNDS,
    "first_frame": alternating({"bare_window": ["%s/bare" % SCRATCH, FONT], "kiosk": HOME}),
    "large_guide": alternating({"real": HOME, "hundredfold": LARGE}),
    "search_p99_ms": {"real": search_p99_ms("built-in"), "hundredfold": search_p99_ms(f"{SCRATCH}/large.db")},
    "window": walk_and_idle(),
}
json.dump(result, sys.stdout, indent=2)
print()
