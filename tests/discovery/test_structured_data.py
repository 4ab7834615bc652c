"""Structured data: what search engines ask for, from the same documents that partners get, and never more."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from media.files.renditions import make_renditions
from tests.discovery.conftest import again
from tests.factories import add_article, publish

pytestmark = pytest.mark.django_db

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
REQUIRED = {
    "articles": ("NewsArticle", {"headline", "datePublished", "dateModified", "author", "publisher", "articleSection"}),
    "galleries": ("ImageGallery", {"name", "datePublished"}),
    "videos": ("VideoObject", {"name", "description", "uploadDate", "embedUrl"}),
    "law-documents": (
        "Legislation",
        {
            *("legislationIdentifier", "legislationDate", "legislationType", "legislationLegalForce"),
            *("legislationPassedBy", "encoding"),
        },
    ),
    "questions": ("QAPage", {"mainEntity"}),
    "streams": ("CollectionPage", {"name"}),
}


def graph(client, page):
    """Return {type: node} of a page's only script of data."""
    html = client.get(page.get_url()).content.decode()
    [text] = SCRIPT.findall(html)
    document = json.loads(text)
    assert document["@context"] == "https://schema.org"
    return {node["@type"]: node for node in document["@graph"]}


@pytest.mark.parametrize("endpoint", REQUIRED)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_type_says_what_it_is_in_its_language(everything, client, endpoint, language):
    page = everything.items[endpoint][language]
    expected, required = REQUIRED[endpoint]
    nodes = graph(client, page)
    node = nodes[expected]
    assert required <= set(node)
    assert node["inLanguage"] == language
    assert node["url"] == page.full_url
    assert node["publisher"] == {"@id": nodes["Organization"]["@id"]}
    relation = "workTranslation" if language == "vi" else "translationOfWork"
    other = node[relation][0] if language == "vi" else node[relation]
    assert other["inLanguage"] != language
    assert other["url"] == everything.items[endpoint]["en" if language == "vi" else "vi"].full_url
    crumbs = nodes["BreadcrumbList"]["itemListElement"]
    assert [crumb["position"] for crumb in crumbs] == list(range(1, len(crumbs) + 1))
    assert crumbs[-1]["item"] == page.full_url


def test_a_law_and_a_question_say_what_the_documents_say(everything, client):
    law = graph(client, everything.items["law-documents"]["vi"])["Legislation"]
    assert law["legislationIdentifier"] == "45/2019/QH14"
    assert law["legislationDate"] == "2019-11-20"
    assert law["legislationLegalForce"] == "https://schema.org/InForce"
    question = graph(client, everything.items["questions"]["vi"])["QAPage"]["mainEntity"]
    assert question["answerCount"] == 1
    assert question["acceptedAnswer"]["text"] == "Câu trả lời."
    assert question["acceptedAnswer"]["citation"][0]["url"] == everything.items["law-documents"]["vi"].full_url


def test_the_home_page_names_the_site_and_its_search(everything, client):
    for page, search in ((everything.home, "/tim-kiem/"), (everything.home_en, "/en/search/")):
        site = graph(client, page)["WebSite"]
        assert site["potentialAction"]["target"]["urlTemplate"] == f"http://localhost{search}?q={{search_term_string}}"
    other = site["translationOfWork"]
    assert (other["@type"], other["@id"], other["inLanguage"]) == ("WebSite", "http://localhost/#website", "vi")


def test_a_law_without_a_number_has_no_identifier(everything, client):
    law = again(everything.items["law-documents"]["vi"])
    law.number = "Không số"
    publish(law)
    node = graph(client, law)["Legislation"]
    assert {"legislationIdentifier", "alternateName"} & set(node) == set()


def test_pictures_are_named_once_they_are_ready(everything, client):
    make_renditions(everything.items["images"][""])
    image = graph(client, everything.items["articles"]["vi"])["NewsArticle"]["image"]
    assert image["contentUrl"].startswith("http://localhost/uploads/images/")
    assert image["width"] >= 800
    assert len(graph(client, everything.items["galleries"]["vi"])["ImageGallery"]["associatedMedia"]) == 1


def test_nothing_ends_the_script_too_early(everything, client):
    title = "</script><script>alert(1)</script><!-- & \u2028"
    article = again(everything.items["articles"]["vi"])
    article.title = title
    publish(article)
    assert graph(client, article)["NewsArticle"]["name"] == article.title


def test_what_only_this_website_shows_is_told_and_what_is_private_is_not(everything, client):
    assert graph(client, everything.hidden.html_only)["NewsArticle"]["name"] == everything.hidden.html_only.title
    html = client.get(everything.hidden.restricted.get_url(), follow=True).content.decode()
    assert everything.hidden.restricted.title not in html


def test_an_untranslated_page_is_told_as_its_source(everything, client):
    article = add_article(everything.stream, title="Chỉ tiếng Việt", slug="chi-tieng-viet")
    html = client.get("/en/news/chi-tieng-viet/").content.decode()
    node = next(node for node in json.loads(SCRIPT.search(html)[1])["@graph"] if node["@type"] == "NewsArticle")
    assert (node["inLanguage"], node["url"]) == ("vi", article.full_url)


def test_a_page_pays_two_queries_for_it(everything, client):
    with CaptureQueriesContext(connection) as queries:
        client.get(everything.items["articles"]["vi"].get_url())
    assert len([query for query in queries if '"document"' in query["sql"]]) <= 2
