"""A slip is printed to ippeveprinter on loopback; no paper, a printer that is gone and one that says nothing are told in one word.

usage: print.py ROHNAMO-PRINT"""

import os
import socket
import subprocess
import sys
import time

import display
import kiosk

HELPER = sys.argv[1]


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def answers(port):
    with socket.socket() as s:
        return s.connect_ex(("127.0.0.1", port)) == 0


class Printer:
    """It wants a bus to announce itself on, and gets one of its own on which nobody listens."""

    def __init__(self, *options):
        self.port = free_port()
        self.bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
                                    stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        address = self.bus.stdout.readline().decode("ascii").strip()
        self.spool = kiosk.scratch("spool")
        os.makedirs(self.spool, exist_ok=True)
        self.server = subprocess.Popen(
            ["/usr/sbin/ippeveprinter", "-r", "off", "-n", "localhost", "-p", str(self.port), "-d", self.spool, "-k",
             "-f", "image/png,application/pdf", *options, "slip"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, env=dict(os.environ, DBUS_SYSTEM_BUS_ADDRESS=address))
        display.until(lambda: answers(self.port), "the printer program")

    @property
    def address(self):
        return f"ipp://localhost:{self.port}/ipp/print"

    def printed(self, ending):
        """The whole of what came out: the file is there before its last byte."""
        names = sorted(n for n in os.listdir(self.spool) if n.endswith(ending))
        return [open(os.path.join(self.spool, n), "rb").read() for n in names]

    def close(self):
        for process in (self.server, self.bus):
            process.terminate()
            process.wait(display.PATIENCE_S)
        self.bus.stdout.close()


def send(*arguments, data):
    ended = subprocess.run([HELPER, *arguments], input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                           timeout=kiosk.PATIENCE_S, check=False)
    return ended.returncode, ended.stdout.decode().strip(), ended.stderr.decode().strip()


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
    checks.equal(send(data=png)[0], 2, "no queue named")
    checks.equal(send("--nothing", data=png)[0], 2, "an option that is none")
    checks.done()


main()
