"""What installs everything brings the tool it installs with in its locked version, and can do without it."""

from pathlib import Path

import pytest
from django.conf import settings

from cms.operations import install

DEV = Path(settings.BASE_DIR, "requirements-dev.txt")


def test_the_lines_of_one_package_are_its_version_and_hashes():
    first, *others = install.locked("uv", DEV).splitlines()
    assert first.startswith("uv==")
    assert [line for line in others if "--hash=sha256:" in line]
    assert all(line.startswith(" ") for line in others)
    assert install.locked("no-such-package", DEV) == ""


def test_every_package_of_production_is_there_for_tests_in_the_same_version():
    production = [line for line in Path(settings.BASE_DIR, "requirements.txt").read_text().splitlines() if "==" in line]
    assert len(production) == install.count_packages(Path(settings.BASE_DIR, "requirements.txt"))
    assert set(production) <= set(DEV.read_text().splitlines())


@pytest.mark.parametrize("tools", ["requirements.txt", "gone.txt"])
def test_without_a_locked_uv_nothing_is_brought(monkeypatch, tmp_path, tools):
    monkeypatch.setattr(install, "TOOLS", Path(settings.BASE_DIR, tools))
    assert not install.bring_uv(tmp_path)


def test_where_uv_fails_it_says_so(tmp_path, capfd):
    (tmp_path / "bin").mkdir()
    uv = tmp_path / "bin" / "uv"
    uv.write_text("#!/bin/sh\necho no index\nexit 2\n")
    uv.chmod(0o755)
    assert not install.install_with_uv(tmp_path, DEV)
    assert "uv could not install them: pip does" in capfd.readouterr().out
