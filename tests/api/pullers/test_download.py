"""The pullers are offered in the documentation, as they are in the source."""

from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_documentation_leads_to_each(articles, client, language):
    page = client.get("/api/v2/docs/", {"lang": language}).content.decode()
    for name in ("pull.py", "pull.php"):
        assert f'href="/api/v2/docs/{name}"' in page
        response = client.get(f"/api/v2/docs/{name}")
        assert response.content == Path(settings.BASE_DIR, "cms", "api", "pullers", name).read_bytes()
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'


def test_other_files_of_the_project_are_not_offered(db, client):
    for name in ("__init__.py", "pull.rb", "..%2Frouter.py"):
        assert client.get(f"/api/v2/docs/{name}", follow=True).status_code == 404
