"""Small cases for tests, sent through the public door and moved by people with the rights for it."""

import re

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from cms.cases.door import token as tokens
from cms.cases.models import Case
from cms.cases.moving import make_move
from tests.articles.content import make_topic

HERE = {"HTTP_ORIGIN": "http://testserver"}
TEXT = "Công ty trừ 30% lương của tôi trong bốn tháng. Như thế có đúng luật không?"


def form_token(kind="question", age=60):
    """Return the token of a form that was made so many seconds ago."""
    made = tokens.time.time
    try:
        tokens.time.time = lambda: made() - age
        return tokens.make_token(kind)
    finally:
        tokens.time.time = made


def question_form(**values):
    return {
        "token": form_token(),
        "notice": "2026-1",
        "topic": str(make_topic().translation_key) if "topic" not in values else "",
        "text": TEXT,
        "email": "nguoi.hoi@example.vn",
        "phone": "",
        "name": "",
        "union": "",
        "website": "",
        "agree_handle": "on",
        **values,
    }


def support_form(**values):
    form = {
        **question_form(topic="welfare", text="Tôi muốn hỏi về trợ cấp khó khăn."),
        "token": form_token("support"),
        **values,
    }
    del form["union"]
    return form


def send(form, name="ask_vi", client=None, **extra):
    return (client or Client()).post(reverse(name), form, **{**HERE, **extra})


def code_in(response):
    return re.search(r"code__code[^>]*>([0-9A-Z-]{19})<", response.content.decode())[1]


def send_question(**values):
    """Return (case, code) of a question sent through the form."""
    response = send(question_form(**values))
    assert response.status_code == 200, response.content.decode()
    return Case.objects.latest("pk"), code_in(response)


def make_person(name, *codenames, email=None):
    """Return a user of the admin with rights on cases."""
    user = get_user_model().objects.create_user(name, email if email is not None else f"{name}@example.vn", "mật khẩu")
    wanted = Permission.objects.filter(content_type__app_label="cases", codename__in=codenames)
    user.user_permissions.set([*wanted, Permission.objects.get(codename="access_admin")])
    return get_user_model().objects.get(pk=user.pk)


def adviser(name="tu-van"):
    return make_person(name, "view_case", "change_case")


def leader(name="lanh-dao"):
    return make_person(name, "view_case", "approve_case", "publish_case", "sign_off_case", "manage_personal_data")


def answer(case, by, approved_by, text="Không quá 30%, theo Điều 102 Bộ luật Lao động."):
    """Take a case all the way to its answer."""
    for name in ("accept", "start"):
        case = make_move(case, name, by)
    case = make_move(case, "submit", by, text)
    return make_move(case, "approve", approved_by)
