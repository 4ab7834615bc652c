"""The organisation as pages and partners read it: in one language, each empty field filled from the Vietnamese."""

from dataclasses import dataclass

from django.conf import settings

from home.organisation.organisation import Organisation

FIELDS = (
    "name",
    "slogan",
    "responsible_unit",
    "responsible_person",
    "licence_number",
    "address",
    "telephone",
    "email",
    "footer_text",
)


@dataclass(frozen=True)
class OrganisationTexts:
    """Texts of one language; `other_name` is the name in `other_lang`, "" where there is no other."""

    name: str = ""
    slogan: str = ""
    responsible_unit: str = ""
    responsible_person: str = ""
    licence_number: str = ""
    address: str = ""
    telephone: str = ""
    email: str = ""
    footer_text: str = ""
    other_name: str = ""
    other_lang: str = ""


def organisation_texts(language: str) -> OrganisationTexts:
    """Return the live organisation as readers of `language` see it; all empty where there is none. One query."""
    by_language = {
        organisation.locale.language_code: organisation
        for organisation in Organisation.objects.filter(live=True).select_related("locale")
    }
    others = [code for code in by_language if code != language]
    other = others[0] if others else ""
    own = by_language.get(language)
    return OrganisationTexts(
        **filled_fields(own, by_language.get(settings.LANGUAGE_CODE)),
        # Without a text of its own the language shows the other's name as the name.
        other_name=by_language[other].name if other and own is not None else "",
        other_lang=other if own is not None else "",
    )


def filled_fields(own: Organisation | None, fallback: Organisation | None) -> dict[str, str]:
    """Return every text of `own`, each empty one as `fallback` has it; either may be None."""
    return {name: getattr(own, name, "") or getattr(fallback, name, "") for name in FIELDS}
