"""Legal questions and their answers."""

from articles.models import LegalBasis, LegalQuestionPage, QuestionIndexPage, QuestionTopic
from cms.operations.demo.content import is_translated, read, text
from cms.operations.demo.loading.dates import day
from cms.operations.demo.loading.library import Library


def load_questions(library: Library, home) -> None:
    content = read("questions")
    for topic in content["topics"]:
        library.snippet(
            QuestionTopic,
            "topic",
            topic["key"],
            lambda language, item=topic: QuestionTopic(name=text(item["name"], language)),
        )
    index = library.page(
        home,
        "index",
        "questions",
        lambda language: QuestionIndexPage(
            title=text(content["index"]["title"], language),
            introduction=text(content["index"]["introduction"], language),
        ),
    )
    for item in sorted(content["questions"], key=lambda item: item["answer_date"]):
        library.page(
            index,
            "question",
            item["key"],
            lambda language, item=item: _question(library, item, language),
            translated=is_translated(item),
        )


def _question(library: Library, item: dict, language: str) -> LegalQuestionPage:
    page = LegalQuestionPage(
        title=text(item["title"], language),
        question=text(item["question"], language),
        answer=library.body(language, f"question/{item['key']}", item["answer"]),
        topic_id=library.find("topic", item["topic"]),
        answered_by=text(item.get("answered_by"), language),
        answer_date=day(item["answer_date"]),
    )
    page.legal_basis = [
        LegalBasis(document_id=library.find("law_document", key), sort_order=order)
        for order, key in enumerate(item.get("legal_basis", []))
        if library.find("law_document", key)
    ]
    return page
