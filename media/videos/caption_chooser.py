"""Choosing captions, or uploading them, from within a video's editor."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.chooser import ChooserViewSet

from media.videos.caption_file import CaptionFile


class CaptionChooserViewSet(ChooserViewSet):
    icon = "openquote"
    choose_one_text = _("Choose captions")
    choose_another_text = _("Choose other captions")
    edit_item_text = _("Edit these captions")
    form_fields = ["title", "language", "file"]
    create_action_label = _("Upload")
    creation_tab_label = _("Upload captions")


caption_chooser = CaptionChooserViewSet("caption_chooser", model=CaptionFile)
