"""The change feed: an exact copy for whoever reads it, in order, told of every withdrawal that concerns them."""

import json
import uuid
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage
from cms.delivery.models import DeliveredItem, DeliverySequence, Departure
from tests.api.feed_reader import Reader, delivered
from tests.factories import add_article, add_stream, make_image, publish

pytestmark = pytest.mark.django_db


def article_of(articles, number):
    """Return an article as it is in the database: instances are the module's, and other tests have changed them."""
    return ArticlePage.objects.get(pk=articles.articles[number].pk)


def test_a_new_reader_gets_everything_and_nothing_else(articles, client):
    article_of(articles, 4).unpublish()
    reader = Reader(client)
    told = reader.follow()
    assert reader.copy == delivered()
    assert {op for op, _reason, _pk in told} == {"upsert"}


def test_a_page_holds_as_many_as_asked_and_next_leads_on(articles, client):
    reader = Reader(client, limit="2")
    body = reader.ask()
    assert (len(body["items"]), body["meta"]["has_more"]) == (2, True)
    reader.follow()
    assert reader.copy == delivered()


def test_a_snapshot_is_exact_though_items_change_while_it_is_read(articles, client):
    first, second, third = (article_of(articles, number) for number in range(3))
    reader = Reader(client, limit="3")
    reader.ask()
    first.title = "Đổi trong lúc đọc"
    publish(first)
    second.unpublish()
    add_article(articles.stream, title="Thêm trong lúc đọc")
    reader.ask()
    third.delete()
    reader.follow()
    assert reader.copy == delivered()


def test_what_was_gone_before_the_first_call_is_not_told_within_the_snapshot(articles, client):
    gone = article_of(articles, 0)
    gone.unpublish()
    reader = Reader(client, limit="1")
    reader.ask()
    other = article_of(articles, 1)
    other.unpublish()
    told = reader.follow()
    assert ("delete", "unpublished", other.pk) in told
    assert gone.pk not in [pk for _op, _reason, pk in told]


@pytest.mark.parametrize(
    ("withdraw", "reason"),
    [
        (lambda article: article.unpublish(), "unpublished"),
        (lambda article: article.unpublish(set_expired=True), "expired"),
        (lambda article: ArticlePage.objects.get(pk=article.pk).delete(), "deleted"),
        (lambda article: PageViewRestriction.objects.create(page=article, restriction_type="login"), "restricted"),
    ],
)
def test_a_withdrawal_is_told_with_its_reason(articles, client, withdraw, reason):
    article = article_of(articles, 3)
    reader = Reader(client)
    reader.follow()
    withdraw(article)
    assert ("delete", reason, article.pk) in reader.follow()
    assert reader.copy == delivered()


def test_an_article_moved_out_of_the_stream_is_out_of_scope_there_and_new_in_the_other(articles, site, client):
    other = add_stream(site.home, title="Chuyên mục khác")
    here = Reader(client, stream=str(articles.stream.translation_key))
    there = Reader(client, stream=str(other.translation_key))
    here.follow()
    there.follow()
    assert len(here.copy) == len(articles.articles) + len(articles.english) + 2
    article = article_of(articles, 3)
    article.move(other, pos="last-child")
    assert ("delete", "out_of_scope", article.pk) in here.follow()
    assert ("upsert", None, article.pk) in there.follow()
    assert here.copy == delivered(stream=articles.stream.translation_key)
    assert there.copy == delivered(stream=other.translation_key)
    # However often it changes afterwards, both go on being told the right thing.
    article = ArticlePage.objects.get(pk=article.pk)
    article.title = "Sau khi chuyển"
    publish(article)
    assert here.follow() == [("delete", "out_of_scope", article.pk)]
    article.unpublish()
    assert [op for op, _reason, _pk in there.follow()] == ["delete"]


def test_what_moves_back_in_is_there_again(articles, site, client):
    other = add_stream(site.home, title="Chuyên mục khác")
    reader = Reader(client, stream=str(articles.stream.translation_key))
    reader.follow()
    article = article_of(articles, 3)
    article.move(other, pos="last-child")
    reader.follow()
    ArticlePage.objects.get(pk=article.pk).move(articles.stream, pos="last-child")
    assert ("upsert", None, article.pk) in reader.follow()
    assert reader.copy == delivered(stream=articles.stream.translation_key)


def test_what_becomes_the_partners_alone_is_out_of_scope_for_everyone_else(articles, client):
    reader = Reader(client)
    reader.follow()
    article = article_of(articles, 3)
    article.syndication = "partners"
    publish(article)
    assert ("delete", "out_of_scope", article.pk) in reader.follow()
    assert reader.copy == delivered()


def test_nobody_hears_of_what_they_never_could_have(articles, client):
    reader = Reader(client)
    reader.follow()
    secret = add_article(articles.stream, title="Chỉ cho đối tác", syndication="partners")
    secret.unpublish()
    assert secret.pk not in [pk for _op, _reason, pk in reader.follow()]


def test_a_stream_never_hears_of_an_article_that_was_public_elsewhere_only(articles, site, client):
    other = add_stream(site.home, title="Chuyên mục khác")
    reader = Reader(client, stream=str(other.translation_key))
    reader.follow()
    secret = add_article(other, title="Chỉ cho đối tác", syndication="partners")
    secret.move(articles.stream, pos="last-child")
    secret = ArticlePage.objects.get(pk=secret.pk)
    secret.syndication = ""
    publish(secret)
    assert reader.follow() == []


def test_a_partner_whose_key_allows_it_follows_partner_streams(articles, client, monkeypatch):
    from cms.api.audience import WITH_PARTNERS
    from cms.api.endpoints import changes

    monkeypatch.setattr(changes, "audiences_of", lambda request: WITH_PARTNERS)
    secret = add_article(articles.stream, title="Chỉ cho đối tác", syndication="partners")
    reader = Reader(client)
    assert ("upsert", None, secret.pk) in reader.follow()
    assert reader.copy == delivered(WITH_PARTNERS)
    assert client.get(reader.address)["Cache-Control"] == "private, no-cache"


def test_it_is_narrowed_by_type_and_language(articles, client):
    add_article(articles.stream, cover=make_image(), cover_alt_text="Một bức tranh")
    narrowed = Reader(client, type="articles.ArticlePage,media.CustomImage", locale="en")
    narrowed.follow()
    english, image = delivered(type="articles.ArticlePage", locale="en"), delivered(type="media.CustomImage")
    assert len(english) == 2
    assert len(image) == 1
    assert narrowed.copy == english | image


def test_an_item_says_what_it_is_and_a_document_is_as_at_its_own_address(articles, client, get):
    article = article_of(articles, 0)
    response = get("changes/", include="document", limit="1000")
    raw = get(f"articles/{article.pk}/").content
    line = next(line for line in response.content.split(b"\n") if raw in line)
    assert line.removesuffix(b",").endswith(b',"document":' + raw + b"}")
    item = json.loads(line.removesuffix(b","))
    row = DeliveredItem.objects.get(type="articles.ArticlePage", object_id=article.pk)
    assert {name: value for name, value in item.items() if name not in ("document", "changed_at")} == {
        "op": "upsert",
        "type": "articles.ArticlePage",
        "uuid": str(article.translation_key),
        "locale": "vi",
        "id": article.pk,
        "sequence": row.sequence,
    }
    assert "document" not in get("changes/").json()["items"][0]


def test_asking_in_vain_costs_one_query_and_gives_an_empty_page(articles, client):
    stream = str(uuid.uuid4())
    for query in ({}, {"stream": stream, "locale": "vi", "type": "articles.ArticlePage"}):
        reader = Reader(client, **query)
        reader.follow()
        with CaptureQueriesContext(connection) as queries:
            body = reader.ask()
        assert len(queries) == 1
        assert body["items"] == []
        assert body["meta"]["has_more"] is False
        # The filters are kept on the way.
        asked = parse_qs(urlsplit(body["meta"]["next"]).query)
        assert {name: values[0] for name, values in asked.items() if name != "token"} == query | {"include": "document"}


def test_nothing_new_is_304(articles, client):
    reader = Reader(client)
    reader.follow()
    response = client.get(reader.address)
    again = client.get(reader.address, headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert response["Last-Modified"]
    article_of(articles, 0).unpublish()
    assert client.get(reader.address, headers={"If-None-Match": response["ETag"]}).status_code == 200


def test_two_changes_within_a_second_are_not_hidden_by_a_date(articles, client):
    reader = Reader(client)
    reader.follow()
    date = client.get(reader.address)["Last-Modified"]
    article_of(articles, 0).unpublish()
    assert client.get(reader.address, headers={"If-Modified-Since": date}).json()["items"]


def test_a_token_of_another_epoch_is_gone_and_says_where_to_start_again(articles, client, get):
    reader = Reader(client, locale="vi")
    reader.follow()
    DeliverySequence.objects.update(epoch="0badcafe")
    response = client.get(reader.address)
    assert (response.status_code, response["Content-Type"]) == (410, "application/problem+json")
    problem = response.json()
    assert problem["parameter"] == "token"
    assert problem["restart"] == "http://localhost/api/v2/changes/?locale=vi&include=document"
    assert client.get(problem["restart"].removeprefix("http://localhost")).status_code == 200


def test_a_token_from_before_the_horizon_is_gone_unless_its_snapshot_began_after_it(articles, client):
    old, late = Reader(client), Reader(client, limit="1")
    old.follow()
    article_of(articles, 0).unpublish()
    late.ask()
    DeliverySequence.objects.update(horizon=DeliverySequence.current().value)
    Departure.objects.all().delete()
    assert client.get(old.address).status_code == 410
    late.follow()
    assert late.copy == delivered()


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ({"token": "x"}, "token"),
        ({"token": "{epoch}.-1"}, "token"),
        ({"token": "{epoch}.01"}, "token"),
        ({"token": "{epoch}.1.1"}, "token"),
        ({"token": "{epoch}.٣"}, "token"),
        ({"token": "{epoch}." + "9" * 18}, "token"),
        ({"token": "{epoch}." + "9" * 2000}, "token"),
        ({"token": ""}, "token"),
        ({"snapshot": "1"}, "snapshot"),
        ({"token": "{epoch}.2", "snapshot": "1"}, "snapshot"),
        ({"token": "{epoch}.2", "snapshot": "999999999"}, "snapshot"),
        ({"token": "{epoch}.2", "snapshot": "9" * 100}, "snapshot"),
        ({"limit": "0"}, "limit"),
        ({"limit": "1001"}, "limit"),
        ({"type": "articles.Nothing"}, "type"),
        ({"type": ""}, "type"),
        ({"locale": "fr"}, "locale"),
        ({"stream": "1"}, "stream"),
        ({"include": "everything"}, "include"),
        ({"fields": "title"}, "fields"),
    ],
)
def test_what_cannot_be_meant_is_refused(articles, get, query, parameter):
    epoch = DeliverySequence.current().epoch
    response = get("changes/", **{name: value.format(epoch=epoch) for name, value in query.items()})
    assert (response.status_code, response.json()["parameter"]) == (400, parameter)


def test_an_empty_store_gives_an_empty_feed_that_leads_on(db, client):
    DeliveredItem.objects.all().delete()
    DeliverySequence.objects.all().delete()
    reader = Reader(client)
    assert reader.follow() == []
    assert client.get(reader.address).status_code == 200
