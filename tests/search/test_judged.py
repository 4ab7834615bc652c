"""The engine puts what answers a query first: judged by hand, on whichever database the tests run."""

import pytest

from tests.search.judging import first_ten, index_documents, read_first_three, read_sample, reciprocal_rank

PASS_MARK = 0.9


@pytest.mark.django_db
def test_the_judged_queries_find_what_answers_them():
    documents, queries = read_sample()
    index_documents(documents)
    ranks = {query["query"]: reciprocal_rank(first_ten(query, documents), query["relevant"]) for query in queries}
    mean = sum(ranks.values()) / len(ranks)
    worst = {text: round(rank, 2) for text, rank in ranks.items() if rank < 1}
    assert mean >= PASS_MARK, worst


@pytest.mark.django_db
def test_the_first_three_are_the_same_on_every_database():
    documents, queries = read_sample()
    index_documents(documents)
    found = {query["id"]: first_ten(query, documents)[:3] for query in queries}
    assert found == read_first_three()
