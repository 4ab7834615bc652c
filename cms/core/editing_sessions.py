"""An edit page opens also while nothing can be written: it then does not say who else has it open.

Opening one writes a row (who edits what); on a full disk or a database that only reads, the page itself was refused.
Can go when Wagtail writes that row with the first ping.
"""

import logging

from django.db import DatabaseError, transaction
from wagtail.admin.views.generic.mixins import CreateEditViewOptionalFeaturesMixin
from wagtail.admin.views.pages.edit import EditView

from cms.core.errors.unwritable import is_unwritable

logger = logging.getLogger(__name__)


def put_in_place() -> None:
    """Do it for pages and for snippets; doing it twice changes nothing."""
    for view in (EditView, CreateEditViewOptionalFeaturesMixin):
        if not hasattr(view.get_editing_sessions, "__wrapped__"):
            view.get_editing_sessions = _where_it_can_be_written(view.get_editing_sessions)


def _where_it_can_be_written(get_editing_sessions):
    def get_or_go_without(view):
        try:
            with transaction.atomic():
                return get_editing_sessions(view)
        except DatabaseError as error:
            if not is_unwritable(error):
                raise
            logger.warning("An edit page is shown without who else has it open: nothing can be written now")
            return None

    get_or_go_without.__wrapped__ = get_editing_sessions
    return get_or_go_without
