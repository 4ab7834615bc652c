"""{% picture %}: a picture in all its widths, with its dimensions always set."""

from django import template

from media.files.picture import Picture
from media.files.shapes import FORMATS

register = template.Library()


@register.inclusion_tag("components/picture.html")
def picture(picture: Picture | None, shape="wide", sizes="100vw", lead=False, css_class="", lang=""):
    """Show a Picture. `lead` marks the one large picture of the page: it is loaded at once, and first.

    With "next" it is loaded at once, but after what the words above it need: on a phone they are read first.
    `lang` is the language of its words where that is another than the page's.
    """
    if not picture:
        return {"fallback": None}
    return {
        "sources": [
            {"type": content_type, "srcset": ", ".join(f"{source.url} {source.width}w" for source in sources)}
            for name, content_type in FORMATS.items()
            # Browsers that know neither of the others are few and old: they take <img>'s own. On a page with many
            # pictures, addresses are a third of what is sent before anything is seen.
            if name != "jpeg" and (sources := picture.sources(shape, name))
        ],
        "fallback": picture.fallback(shape),
        "alt": picture.alt,
        "sizes": sizes,
        "lead": lead,
        "css_class": css_class,
        "lang": lang,
    }
