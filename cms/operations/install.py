"""Make the virtual environment and install a locked set of dependencies: `install.py VENV REQUIREMENTS`.

Runs on the machine's own Python before anything is installed: the standard library only. `make` calls it when the
requirements are newer than its stamp. Every package is checked against its hash in the requirements file.
"""

import os
import subprocess
import sys
from collections import deque
from pathlib import Path


def say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def make_environment(venv: Path) -> None:
    """Create `venv` unless it works already. Exits with one line if this Python cannot."""
    python = venv / "bin" / "python"
    if python.exists() and subprocess.run([python, "-c", "import pip"], capture_output=True).returncode == 0:
        return
    say(f"Virtual environment: {venv}\n")
    done = subprocess.run([sys.executable, "-m", "venv", "--clear", venv], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(
            "This Python cannot make a virtual environment: install its venv module"
            f" (on Debian and Ubuntu: apt-get install python3-venv).\n{done.stdout}{done.stderr}".rstrip()
        )


def count_packages(requirements: Path) -> int:
    """Return how many packages a locked file names."""
    return sum(1 for line in requirements.read_text(encoding="utf-8").splitlines() if "==" in line.split("#")[0])


def install(venv: Path, requirements: Path) -> None:
    """Install the locked set, counting packages as they come. Exits with pip's last lines if it fails."""
    total, seen, last = count_packages(requirements), 0, deque(maxlen=30)
    command = [venv / "bin" / "python", "-m", "pip", "install", "--require-hashes", "--disable-pip-version-check"]
    command += ["--no-input", "--no-color", "--progress-bar", "off", "-r", requirements]
    line_end = "\r" if sys.stdout.isatty() else "\n"
    # Nothing that the caller's environment says about Python may leak into the new one.
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    say(f"Dependencies: {requirements.name}, {total} packages\n")
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
    ) as process:
        for line in process.stdout:
            last.append(line)
            if line.startswith(("Collecting ", "Processing ", "Requirement already satisfied: ", "Ignoring ")):
                seen += 1
                if line_end == "\r" or seen % 25 == 0:
                    say(f"  fetched {seen} of {total}{line_end}")
            elif line.startswith("Installing collected packages"):
                say(f"  fetched {seen} of {total}; installing{' ' * 10}\n")
    if process.returncode != 0:
        sys.exit("".join(last) + f"The dependencies of {requirements.name} could not be installed.")


if __name__ == "__main__":
    environment_folder, requirements_file = map(Path, sys.argv[1:3])
    make_environment(environment_folder)
    install(environment_folder, requirements_file)
