"""The support page stands first for whoever searches for how to reach the organisation, whatever its text says."""

from cms.core.text.folding import fold
from home.pages.support_page import SupportPage

# As people type it, folded: as a whole query, for as a part of one it asks for something else.
CONTACT = {
    *("lien he", "thong tin lien he", "dia chi lien he", "cach lien he", "lien lac", "so dien thoai"),
    *("dien thoai", "duong day nong", "hotline", "gui yeu cau", "ho tro"),
    *("contact", "contacts", "contact us", "contact details", "phone number", "telephone", "get in touch", "support"),
}


def find_contact(query: str, language: str) -> list[tuple[str, int]]:
    """Return (label, primary key) of a language's support page where that is what is searched; else no query at all."""
    if " ".join(fold(query).split()) not in CONTACT:
        return []
    pages = SupportPage.objects.live().filter(locale__language_code=language)
    return [(SupportPage._meta.label, pk) for pk in pages.order_by("path").values_list("pk", flat=True)[:1]]
