"""Numbers in text become links to the record wherever the text is shown; what the editor wrote stays as it was."""

from datetime import date

from django.db import transaction
from django.template import engines

from articles.citations.page_citations import PageCitations
from articles.models import ArticlePage
from tests.articles.citations.content import NUMBER, URL, add_decree, article, row_of
from tests.articles.content import add_law_document, add_question, add_question_index


def test_a_number_is_a_link_on_the_page_and_in_the_document(client, library, stream):
    add_decree(library)
    page = article(stream, "<p>Theo Nghị định số 145/2020/NÐ–CP &amp; văn bản khác.</p>")
    html = client.get(page.url).content.decode()
    assert f'<a href="{URL}">145/2020/NÐ–CP</a> &amp; văn bản' in html
    assert f'{URL}\\">145/2020' in row_of(page).document
    assert "<a" not in ArticlePage.objects.get(pk=page.pk).body.get_prep_value()[0]["value"]


def test_links_and_second_mentions_are_left_alone(client, library, stream):
    add_decree(library)
    html = f'<p><a href="https://a.vn/">{NUMBER}</a> {NUMBER}, {NUMBER}</p><p>{NUMBER}</p>'
    shown = client.get(article(stream, html).url).content.decode()
    assert shown.count(f'<a href="{URL}">') == 2
    assert f'<a href="https://a.vn/">{NUMBER}</a>' in shown


def test_a_title_with_its_year_names_the_act_of_that_year_only(client, library, stream):
    add_law_document(library, title="Bộ luật Lao động", number="45/2019/QH14", issue_date=date(2019, 11, 20))
    page = article(stream, "<p>Bộ luật Lao động năm 2019 thay Bộ luật Lao động 2012.</p>")
    shown = client.get(page.url).content.decode()
    assert ">Bộ luật Lao động năm 2019</a> thay Bộ luật Lao động 2012." in shown
    assert [cited.number for cited in PageCitations.of(page).all()] == ["Bộ luật Lao động năm 2019"]


def test_an_answer_and_a_callout_link_too(client, library, site):
    add_decree(library)
    callout = {"type": "callout", "value": {"kind": "info", "heading": "", "text": f"<p>{NUMBER}</p>"}}
    page = add_question(add_question_index(site.home), question=f"<p>Theo {NUMBER}?</p>", answer=[callout])
    assert client.get(page.url).content.decode().count(f'">{NUMBER}</a>') == 2
    assert row_of(page).document.count(f'{URL}\\">{NUMBER}') == 2


def test_two_queries_find_all_that_a_page_cites(library, stream, django_assert_max_num_queries):
    numbers = [f"{serial}/2020/NĐ-CP" for serial in range(1, 9)]
    with transaction.atomic():
        for number in numbers[:4]:
            add_decree(library, number)
    page = ArticlePage.objects.get(pk=article(stream, f"<p>{', '.join(numbers)}</p>").pk)
    with django_assert_max_num_queries(2):  # the records, and their status by day
        cited = PageCitations.of(page).all()
    assert [entry.number for entry in cited] == numbers
    assert [entry.record is not None for entry in cited] == [True] * 4 + [False] * 4


def test_a_page_without_numbers_asks_nothing(stream, django_assert_num_queries):
    page = ArticlePage.objects.get(pk=article(stream, "<p>Ngày 15/12/2025, 24/7.</p>").pk)
    with django_assert_num_queries(0):
        assert PageCitations.of(page).all() == []


def test_an_answer_on_no_page_links_too_and_stays_escaped(library):
    add_decree(library)
    template = engines["django"].from_string("{% load mentions %}{{ answer|linebreaks|with_links }}")
    shown = template.render({"answer": f"Theo {NUMBER}.\n\n<b>Điều 102</b>"})
    assert f'<p>Theo <a href="{URL}">{NUMBER}</a>.</p>' in shown
    assert "&lt;b&gt;" in shown
