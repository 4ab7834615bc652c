"""Files to download."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from cms.core.blocks.base import BodyBlock
from cms.core.blocks.contract import ADDRESS, NUMBER, TEXT, UUID, list_of, record


class FileBlock(BodyBlock):
    """One file and the name it is shown by."""

    document = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(
        required=False, max_length=255, label=_("Title"), help_text=_("Empty: the title stored with the file.")
    )

    api_schema = record(uuid=UUID, title=TEXT, filename=TEXT, content_type=TEXT, size=NUMBER, sha256=TEXT, url=ADDRESS)

    class Meta:
        icon = "doc-full"
        label = _("File")

    def api_value(self, value):
        document = value["document"]
        # A file that only some may have is named on the website, where they can log in, and not to partners.
        if document is None or not document.is_public:
            return None
        return {**document.api_value(), "title": value["title"] or document.title}


class FilesBlock(BodyBlock):
    """A list of files under a heading."""

    heading = blocks.CharBlock(required=False, max_length=255, label=_("Heading"))
    files = blocks.ListBlock(FileBlock(), label=_("Files"))

    api_schema = record(heading=TEXT, files=list_of(FileBlock.api_schema))

    class Meta:
        icon = "download"
        label = _("Files")
        template = "blocks/files.html"

    def api_value(self, value):
        block = self.child_blocks["files"].child_block
        files = [block.api_value(item) for item in value["files"]]
        return {"heading": value["heading"] or "", "files": [item for item in files if item]}
