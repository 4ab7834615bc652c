"""A table whose every cell and caption can be translated."""

import copy

from django.utils.translation import gettext_lazy as _
from wagtail.contrib.table_block.blocks import TableBlock as WagtailTableBlock
from wagtail_localize.segments import StringSegmentValue

from cms.core.blocks.contract import FLAG, TEXT, list_of, record


class TableBlock(WagtailTableBlock):
    """Wagtail's spreadsheet-like table; wagtail-localize finds its caption and cells by row and column.

    Segment paths are "caption" and "cell-<row>-<column>", both counted from 0 and including header cells.
    """

    api_schema = record(caption=TEXT, has_header_row=FLAG, has_header_column=FLAG, rows=list_of(list_of(TEXT)))

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"

    def get_translatable_segments(self, value):
        segments = []
        if not value:
            return segments
        if value.get("table_caption"):
            segments.append(StringSegmentValue("caption", value["table_caption"]))
        for row_index, row in enumerate(value.get("data") or []):
            for column_index, cell in enumerate(row):
                if cell and str(cell).strip():
                    segments.append(StringSegmentValue(f"cell-{row_index}-{column_index}", str(cell)))
        return segments

    def restore_translated_segments(self, value, segments):
        value = copy.deepcopy(value)
        for segment in segments:
            if segment.path == "caption":
                value["table_caption"] = segment.render_text()
                continue
            _name, row, column = segment.path.split("-")
            # A cell that has gone since the text was sent to translation is not put back.
            if int(row) < len(value["data"]) and int(column) < len(value["data"][int(row)]):
                value["data"][int(row)][int(column)] = segment.render_text()
        return value

    def get_api_representation(self, value, context=None):
        if not value:
            return None
        return {
            "caption": value.get("table_caption") or "",
            "has_header_row": bool(value.get("first_row_is_table_header")),
            "has_header_column": bool(value.get("first_col_is_header")),
            "rows": [[cell or "" for cell in row] for row in value.get("data") or []],
        }
