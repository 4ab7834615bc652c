"""Pullers that follow a site while it is written to, and are killed now and then."""

import random
import signal
import subprocess
import threading
import time
from pathlib import Path


class Follower:
    """Runs a puller again and again. `wrong` holds what a puller must never say."""

    # What a reader may be told in the middle of a storm: a file was replaced before it could be fetched.
    EXPECTED = "files could not be had"

    def __init__(self, name: str, command: list[str], folder: Path, seed: int):
        self.name, self.folder = name, folder
        self.command = [str(folder) if part == "FOLDER" else part for part in command]
        self.random = random.Random(f"{seed}-{name}")
        self.runs, self.kills = 0, 0
        self.wrong: list[str] = []
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._follow)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join()

    def pull(self) -> str:
        """Run once to the end; return what it said, "" if all went well."""
        with subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
            said = process.communicate()[1]
        self.runs += 1
        return "" if process.returncode == 0 else said or f"status {process.returncode}"

    def _follow(self) -> None:
        while not self._stopping.is_set():
            if self.random.random() < 0.2:
                self._pull_and_kill()
            else:
                said = self.pull()
                if said and self.EXPECTED not in said:
                    self.wrong.append(said)
            self._stopping.wait(self.random.uniform(0.2, 2))

    def _pull_and_kill(self) -> None:
        with subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(self.random.uniform(0.05, 1))
            process.send_signal(signal.SIGKILL)
        self.kills += 1
