"""Every page type, in both languages, is valid HTML."""

import http.client
import json
import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import html5lib
import pytest
from html5lib.constants import E

OTHER_PAGES = {
    "/khong-co-trang-nay/": 404,
    "/en/no-such-page/": 404,
    "/tim-kiem/": 200,
    "/tim-kiem/?q=cong+doan": 200,
    "/en/search/?q=union": 200,
    "/tim-kiem/?q=xyzzyqq": 200,
    "/gui-cau-hoi/": 200,
    "/en/ask/": 200,
    "/en/request/": 200,
    "/theo-doi/": 200,
    "/en/track/": 200,
    "/en/statistics/": 200,
    "/thu-vien-video/?month=2026-08": 200,
    "/api/v2/docs/": 200,
}
# The Nu HTML checker: npm's vnu-jar, wherever it was put.
CHECKERS = (
    os.environ.get("VNU_JAR", ""),
    "/usr/share/java/vnu.jar",
    "/usr/local/lib/node_modules/vnu-jar/build/dist/vnu.jar",
    "/usr/lib/node_modules/vnu-jar/build/dist/vnu.jar",
)


def fetch(live_site, path: str, status: int) -> str:
    connection = http.client.HTTPConnection(urlsplit(live_site.url).netloc, timeout=60)
    connection.request("GET", path)
    response = connection.getresponse()
    html = response.read().decode()
    connection.close()
    assert response.status == status, path
    return html


def addresses(live_site) -> dict[str, int]:
    """Return {path: status} of one page of each type in each language, and of what is no page."""
    return {url: 200 for _label, _language, url in live_site.one_of_each_type()} | OTHER_PAGES


def test_every_page_parses_without_an_error(live_site):
    errors = []
    for path, status in addresses(live_site).items():
        parser = html5lib.HTMLParser()
        parser.parse(fetch(live_site, path, status))
        errors += [f"{path}, line {line}: {E[code] % data}" for (line, _column), code, data in parser.errors]
    assert errors == []


@pytest.mark.trial
def test_the_nu_html_checker_has_nothing_to_say(live_site, tmp_path):
    jar = next((path for path in CHECKERS if path and Path(path).is_file()), None)
    if jar is None or shutil.which("java") is None:
        pytest.skip("java or the Nu HTML checker is missing: npm install --global vnu-jar, or name it in VNU_JAR")
    names = {}
    for number, (path, status) in enumerate(addresses(live_site).items()):
        file = tmp_path / f"{number:03}.html"
        file.write_text(fetch(live_site, path, status))
        names[str(file)] = path
    command = ["java", "-jar", jar, "--format", "json", "--exit-zero-always", *names]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(done.stderr)["messages"]
    said = [f"{names[m['url'].removeprefix('file:')]}, line {m.get('lastLine')}: {m['message']}" for m in messages]
    assert said == []
