"""All doors of the demo site say the same: the website, the API, its lists and the change feed."""

import pytest


def test_the_laws_doors_say_the_same(live_site):
    done = live_site.run("check_parity", "--url", live_site.url, "--type", "articles.LawDocumentPage", "--limit", "4")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.trial
def test_all_doors_say_the_same(live_site):
    done = live_site.run("check_parity", "--url", live_site.url)
    assert done.returncode == 0, done.stdout + done.stderr
