"""A mail server in a process of its own: `python -m tests.trial.mail_server PORT FOLDER` keeps each letter as a file.

While there is a file FOLDER/die, it dies by the next letter: kept, but never said to be.
"""

import os
import signal
import socketserver
import sys
import time
from pathlib import Path


class Conversation(socketserver.StreamRequestHandler):
    """SMTP (RFC 5321), as much of it as is needed to take letters."""

    def handle(self) -> None:
        self.say("220 trial")
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"DATA":
                self.say("354 go on")
                self.keep()
                self.say("250 kept")
            elif word == b"QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 fine")

    def say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())

    def keep(self) -> None:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        folder = Path(sys.argv[2])
        # Whole, or not there.
        unfinished = folder / f"{time.monotonic_ns()}.part"
        unfinished.write_bytes(b"".join(lines))
        unfinished.rename(unfinished.with_suffix(".eml"))
        if (folder / "die").exists():
            (folder / "die").unlink()
            os.kill(os.getpid(), signal.SIGKILL)


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads = True, True


if __name__ == "__main__":
    Server(("127.0.0.1", int(sys.argv[1])), Conversation).serve_forever()
