"""Make the virtual environment and install a locked set of dependencies: `install.py VENV REQUIREMENTS`.

Runs on the machine's own Python before anything is installed: the standard library only. `make` calls it when the
requirements are newer than its stamp. Every package is checked against its hash in the requirements file.

uv installs in seconds what pip takes more than a minute for; pip brings it, and installs where uv cannot (it knows no
mirror that pip is set to use).
"""

import os
import subprocess
import sys
import tempfile
from collections import deque
from pathlib import Path

# Where uv itself is locked.
TOOLS = Path("requirements-dev.txt")


def say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def environment() -> dict[str, str]:
    """Return the caller's variables, but nothing that says something of another Python."""
    return {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")}


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


def locked(package: str, requirements: Path) -> str:
    """Return the lines of a locked file that pin one package, with its hashes; "" if it is not there."""
    found, is_inside = [], False
    for line in requirements.read_text(encoding="utf-8").splitlines():
        is_inside = line.startswith(f"{package}==") or (is_inside and line.startswith(" "))
        if is_inside:
            found.append(line)
    return "".join(f"{line}\n" for line in found)


def pip(venv: Path, requirements: Path) -> list:
    command = [venv / "bin" / "python", "-m", "pip", "install", "--require-hashes", "--disable-pip-version-check"]
    return [*command, "--no-input", "--no-color", "--progress-bar", "off", "-r", requirements]


def bring_uv(venv: Path) -> bool:
    """Install uv in its locked version; return whether it is there."""
    lines = locked("uv", TOOLS) if TOOLS.exists() else ""
    if not lines:
        return False
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder, "uv.txt")
        wanted.write_text(lines, encoding="utf-8")
        return subprocess.run(pip(venv, wanted), capture_output=True, env=environment()).returncode == 0


def install_with_uv(venv: Path, requirements: Path) -> bool:
    """Install the locked set; return whether it is installed. uv shows how far it is, in a terminal."""
    command = [venv / "bin" / "uv", "pip", "install", "--require-hashes", "--compile-bytecode"]
    command += ["--python", venv / "bin" / "python", "-r", requirements]
    # The certificates of this machine, which an organisation may have added to.
    variables = {**environment(), "UV_NATIVE_TLS": "1", "UV_NO_CONFIG": "1"}
    quiet = {} if sys.stderr.isatty() else {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    done = subprocess.run(command, text=True, env=variables, **quiet)
    if done.returncode != 0:
        say(f"{''.join((done.stdout or '').splitlines(keepends=True)[-5:])}uv could not install them: pip does\n")
    return done.returncode == 0


def install_with_pip(venv: Path, requirements: Path) -> None:
    """Install the locked set, counting packages as they come. Exits with pip's last lines if it fails."""
    total, seen, last = count_packages(requirements), 0, deque(maxlen=30)
    line_end = "\r" if sys.stdout.isatty() else "\n"
    with subprocess.Popen(
        pip(venv, requirements), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment()
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
    say(f"Dependencies: {requirements_file.name}, {count_packages(requirements_file)} packages\n")
    if not (bring_uv(environment_folder) and install_with_uv(environment_folder, requirements_file)):
        install_with_pip(environment_folder, requirements_file)
