"""Every address of the admin, with every role: who gets in is written in samples/admin_doors.json.

A new address must be written there (`GOLDEN=update` writes what is found: look at the difference), with the letters
of the roles it is for, small ones where nothing is found behind the door. The administrator gets in everywhere.
"""

import json
import os
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import DateField
from wagtail.models import Locale

from articles.models import LawLibraryPage
from cms.core.models import BaseSnippet
from cms.partners.models import Partner
from cms.users.roles.keeping import keep_roles
from cms.users.roles.people import make_people
from cms.users.roles.table import ROLES
from tests.factories import add_article, add_page, add_stream, make_image
from tests.users.walking import admin_doors, knock

SAMPLE = Path(__file__).parent / "samples" / "admin_doors.json"
# Who may enter is no matter of the database, and the numbers that addresses name are given by SQLite from 1 on.
pytestmark = pytest.mark.skipif(
    "postgresql" in settings.DATABASES["default"]["ENGINE"], reason="Objects have other numbers on PostgreSQL"
)
LETTERS = dict(zip((role.key for role in ROLES), "PEATLM", strict=True))
# What an address that is not written there is: for the administrator.
NOBODY = ""
MOMENT = datetime(2026, 3, 15, tzinfo=UTC)


@pytest.fixture
def people(site):
    """Return the roles' people by letter; there is a law library, and a stream with an article."""
    site.stream = add_stream(site.home)
    site.article = add_article(site.stream)
    add_page(site.home, LawLibraryPage, title="Thư viện")
    keep_roles()
    make_people()
    users = get_user_model().objects.filter(groups__role__isnull=False).prefetch_related("groups__role")
    return {LETTERS[user.groups.all()[0].role.key]: user for user in users}


def arguments_of_doors(site):
    """Return, by name, what addresses ask for; the rest gets 1."""
    article = site.article
    return {
        **dict.fromkeys(("page_id", "page_to_move_id"), article.pk),
        **dict.fromkeys(("parent_page_id", "destination_id"), site.stream.pk),
        **dict.fromkeys(("app_label", "content_type_app_name"), "articles"),
        **dict.fromkeys(("model_name", "content_type_model_name"), "articlepage"),
        "revision_id": article.latest_revision_id,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "action_name": "approve",
        "action": "delete",
        "image_id": make_image().pk,
        "media_type": "video",
        "filter_spec": "width-100",
        "uidb64": "x",
        "token": "x",
    }


def make_objects() -> dict[str, int]:
    """Make a partner, and one of each kind of snippet; return their keys by the address' namespace."""
    language, made = Locale.objects.get(language_code="vi"), {}
    for model in apps.get_models():
        if issubclass(model, BaseSnippet):
            moments = {
                field.name: MOMENT.date() if type(field) is DateField else MOMENT
                for field in model._meta.concrete_fields
                if isinstance(field, DateField) and not field.null and not field.has_default()
            }
            snippet = model(locale=language, **moments)
            model.save_base(snippet, raw=True)
            made[f"wagtailsnippets_{model._meta.app_label}_{model._meta.model_name}"] = snippet.pk
    partner = Partner.objects.create(name="Cổng tin")
    return made | dict.fromkeys(("partners",), partner.pk)


def test_every_role_enters_where_it_may_and_nowhere_else(site, people):
    values, keys = arguments_of_doors(site), make_objects()
    found = defaultdict(list)
    for name, view, names in admin_doors():
        arguments = {one: values.get(one, 1) for one in names}
        if "pk" in arguments:
            arguments["pk"] = keys.get(name.split(":")[0], 1)
        answers = {letter: knock(name, view, arguments, user) for letter, user in people.items()}
        letters = "".join(letter for letter in LETTERS.values() if answers[letter] == "in")
        # Where nothing is found behind a door, only who is turned away at once is known.
        letters += "".join(letter.lower() for letter in LETTERS.values() if answers[letter] == "?")
        found[letters or NOBODY].append(name)
    found = {letters: sorted(set(names)) for letters, names in found.items()}
    if os.environ.get("GOLDEN") == "update":
        SAMPLE.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n")
    written = json.loads(SAMPLE.read_text())
    expected = {name: letters for letters, names in written.items() for name in names}
    differing = {
        name: f"{letters or 'nobody'} get in, written: {expected.get(name, NOBODY) or 'nobody'}"
        for letters, names in found.items()
        for name in names
        if expected.get(name, NOBODY) != letters
    }
    assert not differing
