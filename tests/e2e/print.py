"""A slip is printed to ippeveprinter on loopback; no paper, a printer that is gone and one that says nothing are told in one word. The
same over the socket of --serve, by its own name or handed over as systemd does.

usage: print.py ROHNAMO-PRINT"""

import os
import socket
import subprocess
import sys
import time

import display
import kiosk
from printer import Printer, Service, ask

HELPER = sys.argv[1]


def send(*arguments, data):
    ended = subprocess.run([HELPER, *arguments], input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                           timeout=kiosk.PATIENCE_S, check=False)
    return ended.returncode, ended.stdout.decode().strip(), ended.stderr.decode().strip()


def served(checks, png):
    """Over the socket: one after the other, whatever the one before did."""
    path = kiosk.scratch("print.sock")
    printer = Printer("-c", "/bin/true")
    request = f"print {printer.address} {len(png)}\n".encode() + png
    try:
        with Service(HELPER, path):
            with socket.socket(socket.AF_UNIX) as broken_off:
                broken_off.connect(path)
                broken_off.sendall(request[:-1])
            checks.equal(ask(path, request), "sent", "behind one that broke off")
            display.until(lambda: printer.printed(".png") == [png], "the slip on paper")
            checks.equal(ask(path, b"print no-such-queue %d\n" % len(png) + png), "no-printer", "a queue that is not there")
            checks.equal(ask(path, f"print {printer.address} 3\n".encode() + b"abc"), "bad-file", "no picture")
            checks.equal(ask(path, b"GET / HTTP/1.1\r\n\r\n"), "", "another language")
            checks.equal(ask(path, request[:40], end=True), "", "half a line")
        checks.equal(send("--serve", data=b"")[0], 1, "no socket handed over")
        checks.equal(send("--serve", "--socket", "/nowhere/print.sock", data=b"")[0], 1, "a folder that is not there")
        checks.equal(len(printer.printed(".png")), 1, "what came out of the printer")
        display.until(lambda: send(printer.address, data=png)[1] == "sent", "that it takes another")
        with Service(HELPER, path, handed_over=True):
            display.until(lambda: ask(path, request) == "sent", "the socket that was handed over")
    finally:
        printer.close()


def slip(name):
    path = kiosk.scratch(name)
    status, _, errors = kiosk.run("--slip", path, "--paper", "58mm", "--screen", "page/how-long", "--lang", "tg", "--today", kiosk.TODAY)
    assert status == 0, errors
    with open(path, "rb") as file:
        return file.read()


def main():
    checks = kiosk.Checks()
    png, pdf = slip("slip.png"), slip("slip.pdf")
    runs_out = kiosk.scratch("runs-out.sh")
    with open(runs_out, "w", encoding="ascii") as script:
        script.write("#!/bin/sh\necho 'STATE: +media-empty-error' >&2\n")
    os.chmod(runs_out, 0o755)

    printer = Printer("-c", "/bin/true")
    try:
        checks.equal(send(printer.address, data=png)[:2], (0, "sent"), "a PNG")
        display.until(lambda: printer.printed(".png") == [png], "the PNG on paper")
        display.until(lambda: send(printer.address, data=pdf)[1] != "busy", "that it takes another")
        display.until(lambda: pdf in printer.printed(".pdf"), "the PDF on paper")
        checks.equal(send(printer.address, data=b"no picture")[:2], (1, "bad-file"), "something else")
        checks.equal(send(printer.address, data=b"")[:2], (1, "bad-file"), "nothing")
    finally:
        printer.close()
    status, word, sentence = send(printer.address, data=png)
    checks.equal((status, word), (1, "no-printer"), "a printer that is gone")
    checks.that(printer.address in sentence, f"the sentence names no printer: {sentence}")
    checks.equal(send("no-such-queue", data=png)[:2], (1, "no-printer"), "a queue that is not there")

    printer = Printer("-c", os.path.abspath(runs_out))
    try:
        checks.equal(send(printer.address, data=png)[:2], (0, "sent"), "the last slip")
        display.until(lambda: send(printer.address, data=png)[1] == "no-paper", "that the paper has run out")
        checks.equal(send(printer.address, data=png)[0], 1, "no paper")
    finally:
        printer.close()

    with socket.socket() as silent:  # takes the connection and says nothing
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        begun = time.monotonic()
        checks.equal(send(f"ipp://localhost:{silent.getsockname()[1]}/ipp/print", data=png)[:2], (1, "no-printer"), "a silent printer")
        checks.that(time.monotonic() - begun < 30, "a silent printer is waited for too long")
    served(checks, png)
    checks.equal(send("http://localhost/", data=png)[0], 2, "another kind of address")
    checks.equal(send("--serve", "--socket", data=png)[0], 2, "no socket named")
    checks.equal(send(data=png)[0], 2, "no queue named")
    checks.equal(send("--nothing", data=png)[0], 2, "an option that is none")
    checks.done()


main()
