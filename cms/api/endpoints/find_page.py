"""`pages/find/?html_path=`: from a page's address on the site, in any language, to its address here."""

from django.conf import settings
from django.db.models import Subquery
from django.utils.translation import gettext_noop as _
from wagtail.models import Page, Site

from cms.api.endpoints.find import FindView
from cms.api.problems import invalid


class FindPageView(FindView):
    """Wagtail's own look-up knows the default language's tree only, and takes "/en/" for a page."""

    find_parameters = frozenset({"id", "html_path"})

    def find(self) -> int | None:
        if "html_path" not in self.query:
            return super().find()
        if "id" in self.query:
            raise invalid("html_path", _("html_path with id is not supported"))
        parts = [part for part in self.query.text("html_path").split("/") if part]
        prefixes = {code for code, _name in settings.LANGUAGES} - {settings.LANGUAGE_CODE}
        language = parts.pop(0) if parts and parts[0] in prefixes else settings.LANGUAGE_CODE
        site = Site.find_for_request(self.request)
        roots = [
            root.root_path
            for root in Site.get_site_root_paths()
            if site is not None and root.site_id == site.pk and root.language_code == language
        ]
        if not roots:
            return None
        page = Page.objects.filter(url_path="/".join([roots[0].rstrip("/"), *parts, ""])).values("pk")[:1]
        rows = self.delivered_rows().filter(object_id=Subquery(page))
        return rows.values_list("object_id", flat=True).first()
