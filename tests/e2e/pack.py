"""Packs: what rohnamo-guide signs, minisign verifies, and the other way; what one refuses, the other refuses. Skipped where there are no
terminals (/dev/pts): minisign asks for passwords at one.

usage: pack.py ROHNAMO-GUIDE

The form of a pack is put down here a second time, from app/pack/pack.h alone."""

import datetime
import hashlib
import json
import os
import pty
import random
import select
import struct
import subprocess
import sys
import termios
import time

import kiosk

SKIPPED = 77
PASSWORD = "бигӯ, кӣ ҳастӣ"
FAR = "2199-12-31"  # whatever the clock of the machine says
TABLES = {
    "contacts.csv": "id,note\nkz-112,Ask for Dilorom\n",
    "notice.csv": "from,until,lang,text\n2026-11-25,,ru,Консульство закрыто\n",
}


def guide(*words):
    """rohnamo-guide without a terminal; status, output, errors."""
    ended = subprocess.run([sys.argv[1], *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                           timeout=kiosk.PATIENCE_S, check=False, start_new_session=True)
    return ended.returncode, ended.stdout.decode("utf-8"), ended.stderr.decode("utf-8")


def minisign(*words):
    ended = subprocess.run(["minisign", *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                           timeout=kiosk.PATIENCE_S, check=False)
    return ended.returncode, ended.stdout.decode("utf-8", "backslashreplace")


def echoes(terminal):
    return bool(termios.tcgetattr(terminal)[3] & termios.ECHO)


def at_terminal(words, answer):
    """Runs a program at a terminal of its own and answers each question for a password; status and all that was to be seen."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvp(words[0], words)
    seen, answered, end = b"", 0, time.monotonic() + kiosk.PATIENCE_S
    while time.monotonic() < end:
        if seen.count(b"assword") > answered and seen.rstrip(b"\r\n").endswith((b":", b": ")) and not echoes(terminal):
            answered = seen.count(b"assword")
            os.write(terminal, answer)
        if not select.select([terminal], [], [], 0.05)[0]:
            continue
        try:
            got = os.read(terminal, 4096)
        except OSError:
            break
        if not got:
            break
        seen += got
    else:
        os.kill(child, 9)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(terminal)
    return status, seen.decode("utf-8", "backslashreplace")


def read(path):
    with open(path, "rb") as file:
        return file.read()


def put(name, data):
    path = kiosk.scratch(name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode("utf-8"))
    return path


def public(key):
    return read(kiosk.scratch(key + ".pub")).split(b"\n")[1].decode()


def make_keys(checks):
    for key in ("plain", "stranger"):
        status, out = minisign("-G", "-W", "-p", kiosk.scratch(key + ".pub"), "-s", kiosk.scratch(key + ".key"))
        checks.equal(status, 0, f"minisign -G -W: {out}")
    status, out = at_terminal(["minisign", "-G", "-p", kiosk.scratch("hidden.pub"), "-s", kiosk.scratch("hidden.key")],
                              PASSWORD.encode() + b"\n")
    checks.equal(status, 0, f"minisign -G: {out}")


def info():
    return json.loads(subprocess.run([sys.argv[1], "info", "--json", os.environ["ROHNAMO_FIXTURE"]], check=True, timeout=kiosk.PATIENCE_S,
                                     stdout=subprocess.PIPE).stdout)


def schema():
    """The database's user_version, in its header."""
    return struct.unpack(">I", read(os.environ["ROHNAMO_FIXTURE"])[60:64])[0]


def payload_of(kind, release, schema, version, made, expires, parts):
    lines = "".join(f"part {name} {len(data)} {hashlib.blake2b(data, digest_size=32).hexdigest()}\n" for name, data in parts)
    version = version or hashlib.blake2b(lines.encode(), digest_size=32).hexdigest()[:8]
    head = f"RHNMlist1\nkind {kind}\nrelease {release}\nschema {schema}\nversion {version}\nmade {made}\nexpires {expires}\n{lines}\n"
    return head.encode() + b"".join(data for _, data in parts)


def guide_payload(**changes):
    known = info()
    fields = {"kind": "guide", "release": known["version"].split("-")[0], "schema": schema(), "version": known["version"],
              "made": known["content_date"], "expires": FAR, "parts": [("guide.db", read(os.environ["ROHNAMO_FIXTURE"]))]}
    fields.update(changes)
    return payload_of(**fields)


def joined(payload, signature):
    """A pack, by hand: the signature with the one untrusted comment."""
    lines = signature.split(b"\n")
    lines[0] = b"untrusted comment: rohnamo pack"
    return b"RHNMpack1\n" + b"\n".join(lines) + payload


def accepts(checks, pack, key, what, comment=None):
    """We take it, and minisign takes what we take out of it."""
    status, out, errors = guide("verify", "--key", public(key), "--extract", kiosk.scratch("out"), pack)
    checks.equal((status, errors), (0, ""), f"verify, {what}")
    ended, told = minisign("-V", "-p", kiosk.scratch(key + ".pub"), "-m", kiosk.scratch("out/payload"))
    checks.equal(ended, 0, f"minisign -V, {what}: {told}")
    if comment:
        checks.that(f"comment {comment}\n" in out, f"verify tells another comment, {what}: {out}")
        checks.that(f"Trusted comment: {comment}\n" in told, f"minisign tells another comment, {what}: {told}")
    return out


def refuses(checks, pack, keys, says, what):
    words = [word for key in keys for word in ("--key", public(key))]
    status, out, errors = guide("verify", *words, pack)
    checks.that(status == 1 and says in errors and errors.startswith(f"{pack}:1: error: ") and "; " in errors, f"{what}: {status} {out}{errors}")
    return out


def we_sign(checks):
    fixture, pack = os.environ["ROHNAMO_FIXTURE"], kiosk.scratch("guide.rohnamo")
    done = guide("pack", "--guide", fixture, "--expires", FAR, "--key", kiosk.scratch("plain.key"), "-o", pack)
    checks.equal(done, (0, "", ""), "pack")
    known = info()
    release = known["version"].split("-")[0]
    comment = f"rohnamo guide, release {release} ({known['version']}), made {known['content_date']}, expires {FAR}"
    out = accepts(checks, pack, "plain", "signed here", comment)
    size = os.path.getsize(fixture)
    key_id = read(kiosk.scratch("plain.pub")).split()[5].decode()
    checks.equal(out, f"kind guide\nrelease {release}\nschema {schema()}\nversion {known['version']}\nmade {known['content_date']}\nexpires {FAR}\n"
                 f"part guide.db {size}\nkey {key_id}\ncomment {comment}\n", "what verify tells")
    checks.that(read(kiosk.scratch("out/payload")) == guide_payload(), "the payload is not what its form says")
    checks.that(read(kiosk.scratch("out/guide.db")) == read(fixture), "the extracted guide is another")
    checks.that(read(pack) == joined(guide_payload(), read(kiosk.scratch("out/payload.minisig"))), "the pack is not what its form says")
    again = kiosk.scratch("again.rohnamo")
    guide("pack", "--guide", fixture, "--expires", FAR, "--key", kiosk.scratch("plain.key"), "-o", again)
    checks.that(read(again) == read(pack), "the same guide and key give another pack")
    status, _, errors = guide("verify", "--key", kiosk.scratch("stranger.pub"), "--key", kiosk.scratch("plain.pub"), pack)
    checks.equal((status, errors), (0, ""), "verify with two files of keys")


def default_expiry(checks):
    """As long after check_by as that is after content_date; refused once it has passed."""
    known = info()
    made, by = (datetime.date.fromisoformat(known[name]) for name in ("content_date", "check_by"))
    expires = by + (by - made)
    today = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=5)).date()
    status, _, errors = guide("pack", "--guide", os.environ["ROHNAMO_FIXTURE"], "-o", kiosk.scratch("default.rohnamo"))
    if expires < today:
        checks.that(status == 1 and f"it has expired on {expires}" in errors, f"an old guide: {errors}")
    else:
        checks.equal(status, 0, f"pack without --expires: {errors}")
        checks.that(f"expires {expires}\n".encode() in read(kiosk.scratch("default.payload")), "another expiry than the guide's own")


def minisign_signs(checks):
    out = kiosk.scratch("by-minisign.rohnamo")
    status, _, errors = guide("pack", "--guide", os.environ["ROHNAMO_FIXTURE"], "--expires", FAR, "-o", out)
    payload = kiosk.scratch("by-minisign.payload")
    checks.that(status == 0 and "minisign -S -m " + payload in errors, f"pack without a key: {status} {errors}")
    checks.that(read(payload) == guide_payload(), "the payload to be signed is not what its form says")
    for what, options, comment in (("-S", [], None), ("-S -l", ["-l"], None),
                                   ("-S -t -c", ["-t", "Рӯзи 5 · a comment", "-c", "whatever"], "Рӯзи 5 · a comment"),
                                   ("-S -l -t", ["-l", "-t", "old form"], "old form")):
        ended, told = minisign("-S", *options, "-s", kiosk.scratch("plain.key"), "-m", payload)
        checks.equal(ended, 0, f"minisign {what}: {told}")
        joins_and_holds(checks, payload, out, "plain", f"minisign {what}", comment)
    ended, told = at_terminal(["minisign", "-S", "-s", kiosk.scratch("hidden.key"), "-m", payload], PASSWORD.encode() + b"\n")
    checks.equal(ended, 0, f"minisign with a password: {told}")
    joins_and_holds(checks, payload, out, "hidden", "minisign with a password", None)


def joins_and_holds(checks, payload, out, key, what, comment):
    checks.equal(guide("sign", "--payload", payload, "--signature", payload + ".minisig", "-o", out), (0, "", ""), f"sign, {what}")
    checks.that(read(out) == joined(read(payload), read(payload + ".minisig")), f"another pack than its form says, {what}")
    accepts(checks, out, key, what, comment)


def passwords(checks):
    payload, key, out = kiosk.scratch("by-minisign.payload"), kiosk.scratch("hidden.key"), kiosk.scratch("password.rohnamo")
    words = ["sign", "--payload", payload, "--key", key, "-o", out]
    typed = PASSWORD.encode()
    status, seen = at_terminal([sys.argv[1], *words], "wrongӣ\x15".encode() + typed[:-2] + "qӣ\x7f\x7f".encode() + typed[-2:] + b"\n")
    checks.equal(status, 0, f"a password typed with mistakes: {seen}")
    checks.that("Password of the secret key" in seen and len(seen.strip()) < 40, f"what is typed is seen: {seen}")
    accepts(checks, out, "hidden", "a password at the terminal")
    os.unlink(out)
    for answer, says in ((b"wrong\n", "the password is not that of the secret key"), (b"\x03", "no password was given")):
        status, seen = at_terminal([sys.argv[1], *words], answer)
        checks.that(status == 1 and says in seen, f"{answer}: {status} {seen}")
    status, _, errors = guide(*words)
    checks.that(status == 1 and "no terminal" in errors and "--password-file" in errors, f"without a terminal: {status} {errors}")
    checks.that(not os.path.exists(out), "a pack was written without the password")
    checks.equal(guide(*words, "--password-file", put("password", PASSWORD + "\r\nanother line\n")), (0, "", ""), "--password-file")
    accepts(checks, out, "hidden", "a password from a file")
    status, _, errors = guide(*words, "--password-file", kiosk.scratch("nowhere"))
    checks.that(status == 1 and "nowhere" in errors, f"a password file that is not there: {errors}")


def single_bits(checks):
    """One bit of the payload or of its signature: minisign and we refuse; only the untrusted comment is free for minisign."""
    chance = random.Random(6)
    payload, signature = read(kiosk.scratch("out/payload")), read(kiosk.scratch("out/payload.minisig"))
    free = signature.index(b"\n") + 1
    places = [("payload", chance.randrange(len(payload))) for _ in range(20)] + [("payload", n) for n in (0, 9, 30, len(payload) - 1)]
    places += [("signature", chance.randrange(free, len(signature))) for _ in range(30)] + [("signature", 25)]
    for where, at in places:
        parts = {"payload": bytearray(payload), "signature": bytearray(signature)}
        bit = chance.randrange(7 if where == "signature" else 8)  # the text stays one
        parts[where][at] ^= 1 << bit
        put("flipped/payload", bytes(parts["payload"]))
        put("flipped/payload.minisig", bytes(parts["signature"]))
        pack = put("flipped.rohnamo", b"RHNMpack1\n" + bytes(parts["signature"]) + bytes(parts["payload"]))
        what = f"bit {bit} of byte {at} of the {where}"
        status, _, errors = guide("verify", "--key", public("hidden"), pack)
        checks.that(status == 1 and "Sanitizer" not in errors, f"{what} is taken here: {errors}")
        ended, told = minisign("-V", "-p", kiosk.scratch("hidden.pub"), "-m", kiosk.scratch("flipped/payload"))
        ends = where == "signature" and signature[at:at + 1] == b"\n" and at + 1 == len(signature)
        checks.that(ended != 0 or (where == "signature" and at < free) or ends, f"{what} is taken by minisign: {told}")


def signed_by_minisign(payload, key="plain"):
    """A pack with any payload, its signature good."""
    path = put("any.payload", payload)
    status, told = minisign("-S", "-s", kiosk.scratch(key + ".key"), "-m", path)
    assert status == 0, told
    return put("any.rohnamo", joined(payload, read(path + ".minisig")))


def what_is_refused(checks):
    good = guide_payload()
    pack = signed_by_minisign(good)
    accepts(checks, pack, "plain", "made by hand")
    key_id = read(kiosk.scratch("plain.pub")).split()[5].decode()
    out = refuses(checks, pack, [], "no key was given", "without a key")
    checks.that("kind guide\n" in out and f"key {key_id} (not verified)" in out, f"without a key: {out}")
    out = refuses(checks, pack, ["stranger", "hidden"], f"is signed by the key {key_id}", "by somebody else's key")
    checks.that("release" not in out, f"a forged pack's list is told: {out}")
    guide("verify", "--key", public("stranger"), "--extract", kiosk.scratch("forged"), pack)
    checks.equal(sorted(os.listdir(kiosk.scratch("forged"))), ["payload", "payload.minisig"], "of a forged pack is extracted")
    refuses(checks, put("c.rohnamo", read(pack) + b"\0"), ["plain"], "it was changed after that", "a byte more")
    refuses(checks, put("c.rohnamo", read(pack)[:-1]), ["plain"], "it was changed after that", "a byte less")
    refuses(checks, put("c.rohnamo", good), ["plain"], "is not a pack", "a payload")
    refuses(checks, put("c.rohnamo", b""), ["plain"], "is not a pack", "nothing")
    rows = [
        ("line 3 of the pack's list", guide_payload(release="07")),
        ("line 2 of the pack's list", guide_payload(kind="program")),
        ("line 8 of the pack's list", guide_payload(parts=[("../guide.db", b"x")])),
        ("is not the one of its list", good[:-1] + bytes([good[-1] ^ 1])),
        ("its list says", good + b"x"),
        ("not of the release, version and schema", guide_payload(release=9999)),
        ("not of the release, version and schema", guide_payload(schema=schema() + 1)),
        ("not of the release, version and schema", guide_payload(version="7-00000000")),
        ("it has expired on 2026-11-22", guide_payload(made="2026-11-21", expires="2026-11-22")),
        ("guide", guide_payload(parts=[("guide.db", b"x" * 5000)])),
        ("line 9 of the pack's list", guide_payload(parts=[("guide.db", b"x"), ("guide.db", b"x")])),
    ]
    for says, payload in rows:
        refuses(checks, signed_by_minisign(payload), ["plain"], says, says)
    status, _, errors = guide("sign", "--payload", put("bad.payload", rows[0][1]), "--key", kiosk.scratch("plain.key"), "-o",
                              kiosk.scratch("bad.rohnamo"))
    checks.that(status == 1 and "line 3 of the pack's list" in errors, f"sign of a bad payload: {status} {errors}")
    for name, text in (("nonsense", b"hello\n"), ("plain.key", None)):
        status, _, errors = guide("sign", "--payload", put("good.payload", good), "--signature",
                                  put(name, text) if text else kiosk.scratch(name), "-o", kiosk.scratch("bad.rohnamo"))
        checks.that(status == 1 and "is no signature of minisign" in errors, f"sign with {name}: {status} {errors}")
    checks.that(not os.path.exists(kiosk.scratch("bad.rohnamo")), "a bad pack was written")


def bad_guides(checks):
    whole = read(os.environ["ROHNAMO_FIXTURE"])
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 1
    for name, data in (("empty.db", b""), ("half.db", whole[:len(whole) // 2]), ("flipped.db", bytes(flipped))):
        status, _, errors = guide("pack", "--guide", put(name, data), "--key", kiosk.scratch("plain.key"), "-o", kiosk.scratch("no.rohnamo"))
        checks.that(status == 1 and name in errors, f"pack of {name}: {status} {errors}")
    status, _, errors = guide("pack", "--guide", os.environ["ROHNAMO_FIXTURE"], "--expires", "2026-11-22", "-o", kiosk.scratch("no.rohnamo"))
    checks.that(status == 1 and "it has expired on 2026-11-22" in errors, f"pack that has expired: {status} {errors}")
    checks.that(not os.path.exists(kiosk.scratch("no.rohnamo")) and not os.path.exists(kiosk.scratch("no.payload")), "a bad guide was packed")


def sites(checks):
    folder, out = kiosk.scratch("site"), kiosk.scratch("site.rohnamo")
    os.makedirs(folder)
    words = ["pack", "--site", folder, "--release", "12", "--guide", os.environ["ROHNAMO_FIXTURE"], "--key", kiosk.scratch("plain.key"), "-o", out]
    status, _, errors = guide(*words)
    checks.that(status == 1 and "has none of contacts.csv" in errors, f"an empty site folder: {status} {errors}")
    for name, text in TABLES.items():
        put(os.path.join("site", name), text)
    put("site/settings.conf", "not for kiosks\n")
    before = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=5)).date()
    status, _, errors = guide(*words)
    checks.equal((status, errors), (0, ""), "pack --site")
    accepts(checks, out, "plain", "a site")
    made = read(kiosk.scratch("out/payload")).split(b"\nmade ")[1].split(b"\n")[0].decode()
    expires = read(kiosk.scratch("out/payload")).split(b"\nexpires ")[1].split(b"\n")[0].decode()
    checks.that(before.isoformat() <= made and int(expires[:4]) == int(made[:4]) + 1, f"made {made}, expires {expires}")
    wanted = payload_of("site", 12, 0, None, made, expires, [(name, text.encode()) for name, text in TABLES.items()])
    checks.that(read(kiosk.scratch("out/payload")) == wanted, "the site's payload is not what its form says")
    for name, text in TABLES.items():
        checks.equal(read(kiosk.scratch("out/" + name)).decode(), text, name)
    os.unlink(out)
    os.unlink(os.path.join(folder, "contacts.csv"))
    at = words.index("--guide")
    checks.equal(guide(*words[:at], *words[at + 2:]), (0, "", ""), "pack --site over the guide that stands with the program")
    os.unlink(out)
    put("site/notice.csv", TABLES["notice.csv"] + "2026-13-01,,,x\n")
    status, _, errors = guide(*words)
    checks.that(status == 1 and errors.startswith(f"{folder}/notice.csv:3: error: from '2026-13-01' cannot be used; allowed:"),
                f"a row that is wrong: {status} {errors}")
    put("site/notice.csv", "")
    status, _, errors = guide(*words)
    checks.that(status == 1 and "notice.csv' is empty" in errors, f"an empty table: {status} {errors}")
    checks.that(not os.path.exists(out), "a wrong site was packed")


def has_terminals():
    try:
        for side in pty.openpty():
            os.close(side)
    except OSError:
        return False
    return True


def main():
    if not has_terminals():
        sys.exit(SKIPPED)
    checks = kiosk.Checks()
    kiosk.scratch()
    make_keys(checks)
    we_sign(checks)
    default_expiry(checks)
    minisign_signs(checks)
    passwords(checks)
    single_bits(checks)
    what_is_refused(checks)
    bad_guides(checks)
    sites(checks)
    checks.done()


main()
