"""Reads the text of one PDF or DOCX: a program of its own, so that no file, whatever it is, holds up anybody else.

`python text_reader.py pdf|docx PATH` writes {"text", "pages", "problem"} as JSON. It takes from itself what it must not
have: memory, processor time, new files. `problem` is one of media.files.document_text.ReadingProblem, "" for none.
"""

import json
import resource
import sys
import zipfile
from collections.abc import Iterator

MAX_TEXT = 1_000_000
MAX_MEMORY = 1_500_000_000
MAX_SECONDS = 60
# Of a DOCX: its main part, which is XML, and everything in it, pictures too.
MAX_MAIN_PART = 60_000_000
MAX_UNPACKED = 320_000_000
MAIN_PART = "word/document.xml"


class ProblemError(Exception):
    """The file cannot be read; its argument says why."""


def read_pdf(path: str) -> tuple[str, int]:
    """Return text and number of pages. Raises ProblemError."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
        pages = len(document)
        text = "\n".join(_cut(_pages_of(document)))
    except pypdfium2.PdfiumError as error:
        raise ProblemError("locked" if "password" in str(error).lower() else "damaged") from error
    if pages and not any(character.isalnum() for character in text):
        raise ProblemError("no_text", pages)
    return text, pages


def _pages_of(document) -> Iterator[str]:
    for page in document:
        # U+FFFE stands for a hyphen at the end of a line, within a word.
        yield page.get_textpage().get_text_bounded().replace("\ufffe\r\n", "").replace("\ufffe", "")


def read_docx(path: str) -> tuple[str, None]:
    """Return the text; how many pages it has depends on the printer. Raises ProblemError."""
    import docx
    from docx.oxml.ns import qn

    try:
        with zipfile.ZipFile(path) as archive:
            sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
    except zipfile.BadZipFile as error:
        raise ProblemError("damaged") from error
    if sizes.get(MAIN_PART, 0) > MAX_MAIN_PART or sum(sizes.values()) > MAX_UNPACKED:
        raise ProblemError("too_large")
    body = docx.Document(path).element.body
    paragraphs = ("".join(_words_of(paragraph, qn)) for paragraph in body.iter(qn("w:p")))
    return "\n".join(_cut(paragraphs)), None


def _words_of(paragraph, qn) -> Iterator[str]:
    breaks = {qn("w:tab"), qn("w:br"), qn("w:cr")}
    for element in paragraph.iter(qn("w:t"), *breaks):
        yield " " if element.tag in breaks else element.text or ""


def _cut(parts: Iterator[str]) -> Iterator[str]:
    """Give parts until there is more text than anybody searches."""
    length = 0
    for part in parts:
        yield part[: MAX_TEXT - length]
        length += len(part)
        if length >= MAX_TEXT:
            return


READERS = {"pdf": read_pdf, "docx": read_docx}


def read(kind: str, path: str) -> dict:
    """Return what the file says, or why it says nothing; raises nothing."""
    try:
        text, pages = READERS[kind](path)
    except ProblemError as error:
        problem, *pages_known = error.args
        return {"text": "", "pages": pages_known[0] if pages_known else None, "problem": problem}
    except MemoryError:
        return {"text": "", "pages": None, "problem": "too_large"}
    except Exception:
        # Libraries raise whatever a broken file makes them stumble over.
        return {"text": "", "pages": None, "problem": "damaged"}
    return {"text": text, "pages": pages, "problem": ""}


def main() -> None:
    kind, path = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    sys.stdout.write(json.dumps(read(kind, path)))


if __name__ == "__main__":
    main()
