"""--describe is JSON with all keys of the contract, always there and in its order, on every screen.

usage: describe.py"""

import json
import re

import kiosk

TOP = ["screen", "lang", "citizen", "size", "px_per_mm", "today", "text", "contrast", "guide", "scroll", "nodes"]
NODE = ["id", "role", "label", "text", "lang", "rect", "clip", "visible", "action", "state", "focusable", "font_px",
        "color", "background", "speech"]
ROLES = {"screen", "heading", "text", "button", "tile", "option", "list", "item", "image", "code", "field", "key", "note",
         "status"}
COLOR = re.compile(r"#[0-9A-F]{6}\Z")
# these come and go with language and room
MOVABLE = re.compile(r"key\.u|scroll\.|translation\Z|.*fallback\Z|question\Z|take\.(next|previous|pieces)\Z|counter\Z|(dock|help)\.reach\Z|text\.low\Z")


def pairs(items):
    keys = [k for k, _ in items]
    assert len(keys) == len(set(keys)), f"a key stands twice: {keys}"
    return dict(items)


def is_rect(value):
    return isinstance(value, list) and len(value) == 4 and all(isinstance(v, int) for v in value)


def check_node(checks, where, n):
    checks.equal(list(n), NODE, f"{where}: keys")
    checks.that(n["role"] in ROLES, f"{where}: role '{n['role']}' is not one of the contract's")
    checks.that(n["id"] is None or re.fullmatch(r"[A-Za-z0-9@._-]+", n["id"]), f"{where}: id '{n['id']}'")
    checks.that(is_rect(n["rect"]), f"{where}: rect is four whole numbers")
    checks.that(n["clip"] is None or is_rect(n["clip"]), f"{where}: clip is null or four whole numbers")
    checks.that(isinstance(n["visible"], bool) and isinstance(n["focusable"], bool), f"{where}: visible, focusable")
    checks.that((n["font_px"] is None) == (n["color"] is None), f"{where}: letters have a size and a colour")
    checks.that(n["color"] is None or COLOR.match(n["color"]), f"{where}: color {n['color']}")
    checks.that(bool(COLOR.match(n["background"])), f"{where}: background {n['background']}")
    checks.that((n["action"] is not None) == n["focusable"], f"{where}: what acts can be focused")
    # what a code says is not drawn as words: it stands as the phone gets it, line breaks and all
    for key in ("label", "speech") if n["role"] == "code" else ("label", "text", "speech"):
        checks.that(n[key] is None or (n[key].strip() == n[key] != "" and "\n" not in n[key]), f"{where}: {key} {n[key]!r}")
    if n["focusable"]:
        checks.that(bool(n["label"]), f"{where}: can be pressed and has no label")


def check_screen(checks, route, options, text):
    screen = json.loads(text, object_pairs_hook=pairs)
    where = f"{route} {' '.join(options)}"
    width, height = (int(v) for v in options[options.index("--size") + 1].split("x"))
    checks.equal(list(screen), TOP, f"{where}: keys")
    checks.equal(screen["screen"], route, where)
    checks.equal(screen["lang"], options[options.index("--lang") + 1], where)
    checks.equal(screen["citizen"], None, where)
    checks.equal(screen["size"], [width, height], where)
    checks.equal(screen["today"], kiosk.TODAY, where)
    checks.equal((screen["text"], screen["contrast"]), (100, "normal"), where)
    checks.equal(list(screen["guide"]), ["version", "built_in"], f"{where}: keys of guide")
    checks.equal(list(screen["scroll"]), ["y", "height", "content_height"], f"{where}: keys of scroll")
    checks.that(bool(re.fullmatch(r"\d+-[0-9a-f]{8}", screen["guide"]["version"])), f"{where}: version")
    checks.equal(screen["nodes"][0]["role"], "screen", f"{where}: the first node")
    checks.equal(screen["nodes"][0]["rect"], [0, 0, width, height], f"{where}: the screen itself")
    ids = [n["id"] for n in screen["nodes"] if n["id"]]
    checks.equal(len(ids), len(set(ids)), f"{where}: ids stand once")
    for n in screen["nodes"]:
        check_node(checks, f"{where}: {n['id']}", n)
    return [i for i in ids if not MOVABLE.match(i)]


def main():
    checks = kiosk.Checks()
    status, out, _ = kiosk.run("--list-screens")
    checks.equal(status, 0, "--list-screens")
    for route in out.split():
        seen = {}
        for lang, size in (("en", "1080x1920"), ("tg", "360x640")):
            options = ["--lang", lang, "--size", size]
            status, text, errors = kiosk.run("--describe", "--today", kiosk.TODAY, "--screen", route, *options)
            if checks.equal((status, errors), (0, ""), f"--describe of {route}"):
                seen[lang] = set(check_screen(checks, route, options, text))
        # ids are equal in all languages and sizes
        checks.equal(seen.get("tg"), seen.get("en"), f"{route}: ids")
    checks.done()


main()
