"""One writer of a storm: `python -m tests.trial.writer NUMBER WRITERS SEED OPERATIONS FOLDER`, a process of its own.

It changes its own share of the articles, so that it knows what must stand in the end, and what all share: pictures,
categories, restrictions on streams. What it expects is left in FOLDER/writer-NUMBER.json, with what went wrong.
"""

import json
import random
import sys
import traceback
from collections import Counter
from pathlib import Path

import django

django.setup()

from wagtail.actions.delete_page import DeletePageAction  # noqa: E402 - Django must be set up first
from wagtail.actions.move_page import MovePageAction  # noqa: E402 - as above
from wagtail.actions.unpublish_page import UnpublishPageAction  # noqa: E402 - as above
from wagtail.models import PageViewRestriction  # noqa: E402 - as above

from articles.models import ArticlePage, ArticleStreamPage, Category  # noqa: E402 - as above
from cms.delivery.tree_lock import changing_tree  # noqa: E402 - as above
from media.models import CustomImage  # noqa: E402 - as above
from tests.factories import add_article, publish, translate  # noqa: E402 - as above

# How often each is done, in a hundred or so.
WEIGHTS = {
    "add": 14,
    "edit": 26,
    "unpublish": 8,
    "publish_again": 8,
    "move": 14,
    "delete": 5,
    "restrict": 4,
    "unrestrict": 5,
    "change_rights": 6,
    "translate": 4,
    "edit_picture": 3,
    "edit_category": 2,
    "restrict_stream": 1,
}


class Writer:
    """`expected` maps a page's key to its title, stream and whether it is live; None for one that is deleted."""

    def __init__(self, number: int, writers: int, seed: int, folder: Path):
        self.number, self.folder = number, folder
        self.random = random.Random(f"{seed}-{number}")
        self.done, self.failures = Counter(), []
        self.expected: dict[int, dict | None] = {}
        for page in ArticlePage.objects.filter(alias_of=None).order_by("pk"):
            if page.pk % writers == number:
                self.expect(page)

    def expect(self, page) -> None:
        stream = page.get_parent().pk
        self.expected[page.pk] = {"title": page.title, "live": page.live, "stream": stream}

    def run(self, operations: int) -> None:
        names, weights = list(WEIGHTS), list(WEIGHTS.values())
        for count in range(operations):
            self.attempt(self.random.choices(names, weights)[0], f"{self.number}.{count}")
        self.write_down()

    def attempt(self, name: str, mark: str) -> None:
        """Do one thing. Whatever an editor would have seen an error page for is a failure."""
        try:
            getattr(self, name)(mark)
        except Exception:
            self.failures.append(f"{name} {mark}: {traceback.format_exc()}")
        else:
            self.done[name] += 1

    def mine(self, **conditions) -> ArticlePage | None:
        """Return one of the writer's own pages, as it is now."""
        keys = [pk for pk, state in self.expected.items() if state is not None]
        pages = list(ArticlePage.objects.filter(pk__in=keys, **conditions).order_by("pk").values_list("pk", flat=True))
        return ArticlePage.objects.get(pk=self.random.choice(pages)) if pages else None

    def stream(self, locale_id: int | None = None, besides: int | None = None) -> ArticleStreamPage:
        streams = ArticleStreamPage.objects.filter(alias_of=None, live=True).exclude(pk=besides).order_by("pk")
        streams = streams.filter(locale_id=locale_id) if locale_id else streams.filter(locale__language_code="vi")
        return self.random.choice(list(streams))

    def add(self, mark: str) -> None:
        images = list(CustomImage.objects.order_by("pk"))
        self.expect(
            add_article(
                self.stream(),
                title=f"Bài {mark}",
                cover=self.random.choice(images),
                cover_alt_text="Một bức tranh",
                category=self.random.choice(list(Category.objects.filter(locale__language_code="vi").order_by("pk"))),
            )
        )

    def edit(self, mark: str) -> None:
        page = self.mine(live=True)
        if page is not None:
            page.title = f"Sửa {mark}"
            self.expect(publish(page))

    def unpublish(self, mark: str) -> None:
        page = self.mine(live=True)
        if page is not None:
            UnpublishPageAction(page).execute(skip_permission_checks=True)
            self.expected[page.pk]["live"] = False

    def publish_again(self, mark: str) -> None:
        page = self.mine(live=False)
        if page is not None:
            page.title = f"Lại {mark}"
            self.expect(publish(page))

    def move(self, mark: str) -> None:
        page = self.mine()
        if page is not None:
            target = self.stream(page.locale_id, besides=page.get_parent().pk)
            # Another writer may take the address between the look and the move: then an editor is told so.
            with changing_tree():
                if target.get_children().filter(slug=page.slug).exists():
                    return
                MovePageAction(page, target, pos="last-child").execute(skip_permission_checks=True)
            self.expected[page.pk]["stream"] = target.pk

    def delete(self, mark: str) -> None:
        page = self.mine()
        if page is not None:
            DeletePageAction(page, user=None).execute(skip_permission_checks=True)
            self.expected[page.pk] = None

    def restrict(self, mark: str) -> None:
        page = self.mine(live=True)
        if page is not None and not PageViewRestriction.objects.filter(page=page).exists():
            PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    def unrestrict(self, mark: str) -> None:
        page = self.mine(view_restrictions__isnull=False)
        if page is not None:
            PageViewRestriction.objects.filter(page=page).first().delete()

    def restrict_stream(self, mark: str) -> None:
        stream = self.stream()
        restriction = PageViewRestriction.objects.create(page=stream, restriction_type=PageViewRestriction.LOGIN)
        self.edit(mark)
        restriction.delete()

    def change_rights(self, mark: str) -> None:
        page = self.mine(live=True)
        if page is not None:
            page.syndication = self.random.choice(["", "public", "partners", "none"])
            self.expect(publish(page))

    def translate(self, mark: str) -> None:
        page = self.mine(live=True, locale__language_code="vi")
        if page is None:
            return
        parent = page.get_parent().get_translations().filter(locale__language_code="en", alias_of=None).first()
        there = page.get_translations().filter(alias_of=None).first()
        if parent is not None and there is None:
            english = translate(
                page, parent.specific, title=f"English {mark}", slug=f"english-{mark.replace('.', '-')}"
            )
            self.expect(english)

    def edit_picture(self, mark: str) -> None:
        image = self.random.choice(list(CustomImage.objects.order_by("pk")))
        image.credit = f"Ảnh {mark}"
        image.save()

    def edit_category(self, mark: str) -> None:
        category = self.random.choice(list(Category.objects.order_by("pk")))
        category.name = f"{category.name.split(' ~')[0]} ~{mark}"
        category.save_revision().publish()

    def write_down(self) -> None:
        told = {
            "expected": self.expected,
            "failures": self.failures,
            "done": self.done,
        }
        Path(self.folder, f"writer-{self.number}.json").write_text(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    number, writers, seed, operations = (int(text) for text in sys.argv[1:5])
    Writer(number, writers, seed, Path(sys.argv[5])).run(operations)
