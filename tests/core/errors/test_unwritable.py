"""Where nothing can be written, an editor is told so in the own language, and what was written comes back."""

import errno
import sqlite3

import pytest
from django.db import InternalError, OperationalError
from django.test import RequestFactory
from django.utils.datastructures import MultiValueDictKeyError

from cms.core import editing_sessions
from cms.core.errors import views
from cms.core.errors.unwritable import is_unwritable
from cms.core.middleware.bad_input import RefuseBadInputMiddleware


def caused(error: Exception, code: int) -> Exception:
    error.__cause__ = sqlite3.OperationalError()
    error.__cause__.sqlite_errorcode = code
    return error


class ReadOnlyError(Exception):
    sqlstate = "25006"


def read_only() -> Exception:
    error = InternalError()
    error.__cause__ = ReadOnlyError()
    return error


def within(error: Exception) -> Exception:
    outer = ValueError()
    outer.__context__ = error
    return outer


CANNOT = [
    OSError(errno.ENOSPC, "full"),
    OSError(errno.EROFS, "read-only"),
    caused(OperationalError(), sqlite3.SQLITE_FULL),
    OperationalError("server closed the connection"),
    read_only(),
    within(OSError(errno.ENOSPC, "full")),
]
OTHERS = [
    None,
    ValueError(),
    FileNotFoundError(errno.ENOENT, "missing"),
    InternalError(),
    caused(OperationalError("no such column"), sqlite3.SQLITE_ERROR),
]


@pytest.mark.parametrize("error", CANNOT, ids=repr)
def test_a_full_disk_and_a_database_that_takes_nothing_are_known(error):
    assert is_unwritable(error)


@pytest.mark.parametrize("error", OTHERS, ids=repr)
def test_our_own_mistakes_are_not_taken_for_it(error):
    assert not is_unwritable(error)


def answer(request, error=CANNOT[0]):
    request.user = None
    try:
        raise error
    except Exception:
        return views.server_error(request)


def test_what_was_written_is_on_the_page_to_be_sent_again():
    sent = {"title": 'Bảng giá "mới" <b>', "body-0-value": "\nhai dòng\n", "action-publish": "x"}
    response = answer(RequestFactory().post("/admin/pages/3/edit/?next=1", sent))
    assert (response.status_code, response.headers["Cache-Control"]) == (503, "no-store")
    assert int(response.headers["Retry-After"]) > 0
    html = response.text
    assert 'action="/admin/pages/3/edit/?next=1"' in html
    assert "Bảng giá &quot;mới&quot; &lt;b&gt;</textarea>" in html
    assert '<textarea name="body-0-value" hidden>\n\nhai dòng\n</textarea>' in html
    assert 'name="action-publish"' in html


def test_it_speaks_the_language_of_the_address():
    assert answer(RequestFactory().post("/en/support/", {"text": "x"})).headers["Content-Language"] == "en"
    assert answer(RequestFactory().get("/ho-tro/")).headers["Content-Language"] == "vi"


def test_a_password_is_never_written_back():
    response = answer(RequestFactory().post("/admin/login/", {"login": "an", "password": "rất-kín-1"}))
    assert response.status_code == 503
    assert "rất-kín-1" not in response.text
    assert "<form" not in response.text


def test_a_script_gets_json():
    response = answer(RequestFactory().post("/admin/pages/3/edit/", {"a": "b"}, headers={"Accept": "application/json"}))
    assert response.status_code == 503
    assert response.headers["Content-Type"] == "application/json"


def test_other_failures_are_still_failures():
    assert answer(RequestFactory().get("/"), ValueError()).status_code == 500


def test_a_form_without_its_hidden_fields_is_refused():
    middleware = RefuseBadInputMiddleware(lambda request: None)
    request = RequestFactory().post("/admin/pages/3/edit/", {"title": "Không có thân bài"})
    with pytest.raises(MultiValueDictKeyError) as caught:
        request.POST["body-count"]
    assert middleware.process_exception(request, caught.value).status_code == 400
    assert middleware.process_exception(request, KeyError()) is None


@pytest.mark.django_db
def test_an_edit_page_opens_without_who_else_edits_where_that_cannot_be_written():
    def refuse(error):
        def get_editing_sessions(view):
            raise error

        return editing_sessions._where_it_can_be_written(get_editing_sessions)(None)

    assert refuse(read_only()) is None
    assert editing_sessions._where_it_can_be_written(lambda view: view)("who") == "who"
    with pytest.raises(InternalError):
        refuse(InternalError())
