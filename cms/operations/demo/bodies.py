"""Bodies of the demo's pages: from the blocks of its YAML files to a StreamField's raw data."""

from collections.abc import Callable
from typing import Any

from cms.operations.demo.content import identity, text


class BodyBuilder:
    """Builds the raw data of bodies in one language.

    `find(kind, key)` returns the primary key of an item named in a text ("picture", "gallery", "video",
    "law_document", "question", "file", "election"), or None where it is not loaded. Block ids come from the place in
    the text, so both languages' bodies have the same, as wagtail-localize's translations do.
    """

    def __init__(self, language: str, find: Callable[[str, str], int | None]):
        self.language = language
        self.find = find

    def build(self, owner: str, blocks: list[dict] | None) -> list[dict]:
        """Return the raw stream of a page whose key is `owner`; blocks whose item is missing are left out."""
        stream = []
        for index, block in enumerate(blocks or []):
            ((kind, content),) = block.items()
            value = getattr(self, f"_{kind}")(content, f"{owner}/{index}")
            if value is not None:
                stream.append({"type": kind, "value": value, "id": str(identity("block", f"{owner}/{index}"))})
        return stream

    def _text(self, value: Any) -> str:
        return text(value, self.language)

    def _heading(self, content, place):
        return {"level": content.get("level", "h2"), "text": self._text(content["text"])}

    def _paragraph(self, content, place):
        return self._text(content)

    def _image(self, content, place):
        image = self.find("picture", content["picture"])
        return image and {
            "image": image,
            "alt_text": self._text(content.get("alt")),
            "is_decorative": content.get("decorative", False),
            "caption": self._text(content.get("caption")),
            "credit": self._text(content.get("credit")),
        }

    def _quote(self, content, place):
        return {"text": self._text(content["text"]), "attribution": self._text(content.get("attribution"))}

    def _callout(self, content, place):
        return {
            "kind": content.get("kind", "info"),
            "heading": self._text(content.get("heading")),
            "text": self._text(content["text"]),
        }

    def _table(self, content, place):
        row, column = content.get("header_row", True), content.get("header_column", False)
        return {
            "data": [[self._text(cell) for cell in cells] for cells in content["rows"]],
            "cell": [],
            "mergeCells": [],
            "table_caption": self._text(content.get("caption")),
            "first_row_is_table_header": row,
            "first_col_is_header": column,
            "table_header_choice": {(1, 1): "both", (1, 0): "row", (0, 1): "column", (0, 0): "neither"}[(row, column)],
        }

    def _timeline(self, content, place):
        entries = [
            {
                "date_label": self._text(entry["date_label"]),
                "title": self._text(entry["title"]),
                "text": self._text(entry.get("text")),
            }
            for entry in content["entries"]
        ]
        return {"heading": self._text(content.get("heading")), "entries": _items(entries, place)}

    def _files(self, content, place):
        files = [
            {"document": document, "title": self._text(entry.get("title"))}
            for entry in content["files"]
            if (document := self.find("file", entry["file"]))
        ]
        return (files and {"heading": self._text(content.get("heading")), "files": _items(files, place)}) or None

    def _gallery(self, key, place):
        gallery = self.find("gallery", key)
        return gallery and {"gallery": gallery}

    def _video(self, key, place):
        video = self.find("video", key)
        return video and {"video": video}

    def _law_citation(self, content, place):
        document = self.find("law_document", content["document"])
        return document and {"document": document, "note": self._text(content.get("note"))}

    def _question_reference(self, key, place):
        question = self.find("question", key)
        return question and {"question": question}

    def _election(self, key, place):
        election = self.find("election", key)
        return election and {"election": election}


def _items(values: list[dict], place: str) -> list[dict]:
    return [
        {"type": "item", "value": value, "id": str(identity("item", f"{place}/{index}"))}
        for index, value in enumerate(values)
    ]
