"""A log line names the request and nobody else, in both forms."""

import io
import json
import logging
import sys

import pytest

from cms.core import request_id
from cms.core.logs.formatters import FIELDS, JsonFormatter, LineFormatter
from cms.core.logs.masking import mask


@pytest.fixture(autouse=True)
def no_request():
    yield
    request_id.end()


def written(formatter, message, *arguments, fails=False, **fields):
    output = io.StringIO()
    handler = logging.StreamHandler(output)
    handler.setFormatter(formatter)
    error = None
    if fails:
        try:
            raise ValueError("Key (email)=(lan@example.vn) exists")
        except ValueError:
            error = sys.exc_info()
    extra = {FIELDS: fields} if fields else {}
    record = logging.Logger("cms.test").makeRecord(
        "cms.test", logging.WARNING, "file.py", 1, message, arguments, error, extra=extra
    )
    handler.emit(record)
    return output.getvalue()


def test_a_line_for_people_ends_with_the_request():
    assert written(LineFormatter(), "Row %d", 7).endswith("WARNING cms.test: Row 7\n")
    request_id.begin({"HTTP_X_REQUEST_ID": "0123456789abcdef"})
    assert written(LineFormatter(), "Row %d", 7, status=200).endswith("Row 7 status=200 [0123456789abcdef]\n")


def test_a_line_for_machines_is_one_object_whatever_is_in_it():
    request_id.begin({"HTTP_X_REQUEST_ID": "0123456789abcdef"})
    text = written(JsonFormatter(), "Đọc %s\nhai dòng", "“x”", fails=True, path="/tin-tuc/", status=200)
    assert text.count("\n") == 1
    line = json.loads(text)
    assert line["message"] == "Đọc “x”\nhai dòng"
    assert (line["level"], line["logger"], line["path"], line["status"]) == ("WARNING", "cms.test", "/tin-tuc/", 200)
    assert line["request_id"] == "0123456789abcdef"
    assert line["time"].endswith("+00:00")
    assert "ValueError" in line["exception"] and "lan@example.vn" not in text
    request_id.end()
    assert "request_id" not in json.loads(written(JsonFormatter(), "Row"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mail of nguyen.lan+tin@cong-ty.example.vn failed", "mail of [e-mail] failed"),
        ("redis://user:pass@10.0.0.5:6379/0 is away", "redis://[credentials]@10.0.0.5:6379/0 is away"),
        ("Authorization: Bearer abcdefgh12345678", "Authorization: Bearer [key]"),
        ("/tim-kiem/?q=luong+cua+toi&trang=2 failed", "/tim-kiem/?[query] failed"),
        ("Error: /preview/eyJwIjo3fQ:1x:Ab_-c/data.json", "Error: /preview/[token]/data.json"),
        ("call 0912 345 678 or +84912345678", "call [telephone] or [telephone]"),
        ("citizen 022099001234", "citizen [number]"),
        ("from 113.160.1.2 and 2405:4800:1::7", "from [address] and [address]"),
        ("no connection to 127.0.0.1:5432, 10.1.2.3, ::1", "no connection to 127.0.0.1:5432, 10.1.2.3, ::1"),
        ("12345 at 2026-11-22 18:40:01,123: 1.234567890 s", "12345 at 2026-11-22 18:40:01,123: 1.234567890 s"),
        ("3f2504e0-4f89-41d3-9a0c-0305e82c3301 is new; why?", "3f2504e0-4f89-41d3-9a0c-0305e82c3301 is new; why?"),
        ("cms.core.models::Page", "cms.core.models::Page"),
    ],
)  # fmt: skip
def test_what_tells_who_somebody_is_is_masked_and_the_rest_is_left(text, expected):
    assert mask(text) == expected
