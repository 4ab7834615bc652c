"""One article of the volume content, from its number."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

from articles.models import ArticlePage
from cms.operations.fill.ground import Ground
from cms.operations.fill.prose import Prose

NAMESPACE = UUID("6f0b4a52-3c55-4f0e-9d38-0f5a1b6d2c11")
# Articles are one hour apart, back from here: a fixed moment, so that the same seed gives the same content.
LATEST = datetime(2026, 6, 26, 1, 5, tzinfo=UTC)


def uuid_of(seed: int, *names) -> UUID:
    """Return the identity that volume content of this name has in every database."""
    return uuid5(NAMESPACE, "/".join(map(str, (seed, *names))))


def make_article(ground: Ground, seed: int, number: int, language: str) -> ArticlePage:
    """Return it unsaved, complete but for its place in the tree."""
    prose = Prose(language, f"{seed}/{number}")
    title = f"{prose.statement()} ({number})"
    lead = prose.paragraph(2)[:400]
    image = ground.images[number % len(ground.images)]
    return ArticlePage(
        title=title,
        slug=f"{'bai' if language == 'vi' else 'article'}-{number}",
        lead=lead,
        body=_body(prose, ground, number, language),
        cover=image,
        cover_alt_text=prose.statement(),
        category=ground.categories[number % len(ground.categories)],
        author=prose.pick("who"),
        place=prose.pick("where"),
        display_date=LATEST - timedelta(hours=number),
        translation_key=uuid_of(seed, "article", number),
        locale=ground.locales[language],
    )


def _body(prose: Prose, ground: Ground, number: int, language: str) -> list[dict]:
    """Return a body's raw data: five to nine blocks, as an editor's would be."""
    blocks = []

    def add(kind: str, value) -> None:
        blocks.append({"type": kind, "value": value, "id": str(uuid_of(number, language, len(blocks)))})

    add("paragraph", f"<p>{prose.paragraph(4)}</p><p>{prose.paragraph(3)}</p>")
    for section in range(2 + number % 3):
        add("heading", {"level": "h2", "text": prose.statement(), "anchor": ""})
        add("paragraph", f"<p>{prose.paragraph(3)}</p><ul><li>{prose.sentence()}</li><li>{prose.sentence()}</li></ul>")
        if section == 0:
            add("quote", {"text": prose.sentence(), "attribution": prose.pick("who")})
        if section == 1:
            image = ground.images[(number + 3) % len(ground.images)]
            add(
                "image",
                {
                    "image": image.pk,
                    "alt_text": prose.statement(),
                    "is_decorative": False,
                    "caption": prose.sentence(),
                    "credit": "",
                },
            )
    return blocks
