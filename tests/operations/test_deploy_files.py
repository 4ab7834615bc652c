"""What is given for servers is right, as far as the programs on this machine can tell; others are skipped."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import trustme
from django.conf import settings

from cms.operations.start.supervisor import STOP_SECONDS
from tests.caching.served import free_port
from tests.programs import needs

DEPLOY = Path(settings.BASE_DIR, "cms", "operations", "deploy")
CONTAINER = Path(settings.BASE_DIR, "Containerfile")
# How exposed a unit may be by systemd's own count: 0 is not at all, 10 is wholly.
MOST_EXPOSED = 20


def run(*command) -> str:
    """Return what a program says. Fails with it unless its exit code is 0."""
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def nginx_in(folder: Path, **ports: int) -> Path:
    """Write nginx.conf into a folder, with a certificate; `http` and `https` are its ports."""
    certificate = trustme.CA().issue_cert("www.example.vn", "localhost")
    certificate.private_key_pem.write_to_path(folder / "privkey.pem")
    for pem in certificate.cert_chain_pems:
        pem.write_to_path(folder / "fullchain.pem", append=True)
    text = (DEPLOY / "nginx.conf").read_text().replace("/etc/ssl/cms/", f"{folder}/")
    text = re.sub(r"(listen (?:\[::\]:)?)80 ", rf"\g<1>{ports.get('http', 8080)} ", text)
    text = re.sub(r"(listen (?:\[::\]:)?)443 ", rf"\g<1>{ports.get('https', 8443)} ", text)
    (folder / "nginx.conf").write_text(text)
    return folder / "nginx.conf"


@needs("nginx")
def test_nginx_takes_its_configuration(tmp_path):
    said = run("nginx", "-t", "-p", f"{tmp_path}/", "-c", nginx_in(tmp_path))
    assert "test is successful" in said
    assert "[warn]" not in said


@needs("varnish")
def test_varnish_takes_its_configuration(tmp_path):
    run("varnishd", "-C", "-f", DEPLOY / "varnish.vcl", "-n", tmp_path / "work")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
@pytest.mark.parametrize("name", ["cms-web", "cms-worker", "cms-backup"])
def test_systemd_takes_its_units_and_finds_them_well_guarded(tmp_path, name):
    text = (DEPLOY / "systemd" / f"{name}.service").read_text()
    # Where the code is on this machine.
    text = text.replace("/srv/cms/.venv/bin/python", sys.executable).replace("/srv/cms", str(settings.BASE_DIR))
    unit = tmp_path / f"{name}.service"
    unit.write_text(text)
    run("systemd-analyze", "verify", "--man=no", unit)
    run("systemd-analyze", "security", "--offline=yes", f"--threshold={MOST_EXPOSED}", unit)


def test_the_container_has_no_root_no_secret_and_a_health_check():
    text = CONTAINER.read_text()
    stages = text.split("\nFROM ")[1:]
    assert len(stages) == 2 and all(re.match(r"python:3\.\d+-slim-\w+( AS build)?\n", stage) for stage in stages)
    assert "--require-hashes" in stages[0] and "--require-hashes" not in stages[1]
    assert re.search(r"^USER \d+:\d+$", stages[1], re.MULTILINE)
    assert stages[1].index("USER ") < stages[1].index("ENTRYPOINT ")
    assert "HEALTHCHECK" in stages[1]
    assert not re.search(r"^(ADD|ARG) |SECRET_KEY|PASSWORD", text, re.MULTILINE)
    # A process that is told to stop has its own time before it is ended by force.
    assert int(re.search(r"--stop-timeout (\d+)", text)[1]) > STOP_SECONDS
    ignored = Path(settings.BASE_DIR, ".dockerignore").read_text().splitlines()
    assert {".git", ".env", "var", "tests", ".venv"} <= set(ignored)
    # Nothing that runs is left out.
    assert not {"cms", "home", "articles", "media", "templates", "manage.py", "requirements.txt"} & set(ignored)


def test_the_health_check_fails_where_nobody_answers():
    command = [sys.executable, str(DEPLOY / "probe.py")]
    assert subprocess.run(command, env={"PORT": str(free_port())}).returncode == 1
