"""What the documentation tells readers to run, runs."""

from urllib.request import urlopen

import pytest

from tests.api.docs.programs import RUNNERS, Programs, path_of, run

# What a program prints that did what it says.
PROVES = {"If-None-Match": "304", "webhook-signature": "true", "limit=many": "limit", "/changes/": '"op":"upsert"'}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("runner", RUNNERS)
def test_every_program_on_the_page_runs(live_site, tmp_path, runner, language):
    if path_of(runner) is None:
        pytest.skip(f"{runner} is not on this machine")
    page = urlopen(f"{live_site.url}/api/v2/docs/?lang={language}", timeout=60).read().decode()
    programs = [text for named, text in Programs(page).found if named == runner]
    assert len(programs) >= 4
    for text in programs:
        done = run(runner, text, tmp_path)
        assert done.returncode == 0, f"{text}\n{done.stdout}\n{done.stderr}"
        assert done.stdout.strip(), text
        assert not done.stderr.strip(), f"{text}\n{done.stderr}"
        for part, proof in PROVES.items():
            if part in text:
                assert proof in done.stdout.lower(), f"{text}\n{done.stdout}"


def test_every_program_on_the_page_has_a_runner(live_site):
    page = urlopen(f"{live_site.url}/api/v2/docs/", timeout=60).read().decode()
    assert {runner for runner, _text in Programs(page).found} == set(RUNNERS)
