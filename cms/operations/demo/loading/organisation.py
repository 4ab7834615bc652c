"""What the site says of the organisation: only what is certain, the rest stays empty."""

from cms.operations.demo.content import read, text
from cms.operations.demo.loading.library import Library
from home.models import Organisation

FIELDS = (
    *("name", "slogan", "footer_text", "responsible_unit", "responsible_person"),
    *("licence_number", "address", "telephone", "email"),
)


def load_organisation(library: Library) -> None:
    item = read("pages")["organisation"]
    library.snippet(
        Organisation,
        "organisation",
        "organisation",
        lambda language: Organisation(**{name: text(item.get(name), language) for name in FIELDS}),
    )
