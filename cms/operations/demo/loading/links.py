"""Links to other institutions, and their directory."""

from cms.operations.demo.content import read, text
from cms.operations.demo.loading.library import Library
from home.models import Link, LinkGroup, LinkIndexPage


def load_links(library: Library, home) -> None:
    content = read("links")
    for order, group in enumerate(content["groups"]):
        library.snippet(
            LinkGroup,
            "link_group",
            group["key"],
            lambda language, group=group, order=order: LinkGroup(name=text(group["name"], language), order=order),
        )
        for place, link in enumerate(group["links"]):
            library.snippet(
                Link,
                "link",
                f"{group['key']}/{place}",
                lambda language, group=group, link=link, place=place: Link(
                    name=text(link["name"], language),
                    url=link["url"],
                    group_id=library.find("link_group", group["key"]),
                    order=place,
                ),
                translated="en" in link["name"],
            )
    library.page(
        home,
        "index",
        "links",
        lambda language: LinkIndexPage(
            title=text(content["index"]["title"], language),
            introduction=text(content["index"]["introduction"], language),
        ),
    )
