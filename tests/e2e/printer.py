"""A printer on loopback (ippeveprinter), rohnamo-print --serve on a socket, and a client of it."""

import os
import socket
import subprocess

import display
import kiosk


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
        self.spool = kiosk.scratch(f"spool-{self.port}")
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


class Service:
    """rohnamo-print --serve; `with` ends it. Handed over: as systemd does it, descriptor 3 and two variables."""

    def __init__(self, helper, path, handed_over=False):
        self.listener = None
        if os.path.exists(path) and handed_over:
            os.unlink(path)
        if handed_over:
            self.listener = socket.socket(socket.AF_UNIX)
            self.listener.bind(path)
            self.listener.listen()
            script = f'exec 3<&{self.listener.fileno()}; LISTEN_PID=$$ LISTEN_FDS=1 exec "$0" --serve'
            words, passed = ["/bin/bash", "-c", script, helper], [self.listener.fileno()]
        else:
            words, passed = [helper, "--serve", "--socket", path], []
        self.process = subprocess.Popen(words, pass_fds=passed, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        try:
            display.until(lambda: listens(path), "the print service")
        except BaseException:
            self.end()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        self.process.kill()
        self.process.wait(display.PATIENCE_S)
        if self.listener:
            self.listener.close()


def listens(path):
    with socket.socket(socket.AF_UNIX) as s:
        return s.connect_ex(path) == 0


def ask(path, request, end=False):
    """The word that is answered; "" when it hangs up without one. `end`: says that nothing more comes."""
    with socket.socket(socket.AF_UNIX) as s:
        s.settimeout(kiosk.PATIENCE_S)
        s.connect(path)
        try:
            s.sendall(request)
            if end:
                s.shutdown(socket.SHUT_WR)
            return s.recv(64).decode().strip()
        except (ConnectionResetError, BrokenPipeError):  # not all of it was read
            return ""
