"""The addresses of feeds, below /feeds/ and /en/feeds/."""

from django.urls import path, register_converter

from cms.discovery.feeds.views import FORMATS, feed


class FeedNameConverter:
    """One of the file names a feed has."""

    regex = "|".join(name.replace(".", r"\.") for name in FORMATS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FeedNameConverter, "feed")

urlpatterns = [
    path("<feed:name>", feed, name="site_feed"),
    path("<slug:section>/<feed:name>", feed, name="section_feed"),
    path("<slug:section>/<slug:topic>/<feed:name>", feed, name="topic_feed"),
]
