"""wagtail-localize finds every string of this room, and nothing that is the same in every language."""

import pytest
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from home.models import Election, HomePage, LinkIndexPage, MenuItem, StandardPage, SupportPage
from tests.factories import add_page, add_stream, make_image, publish
from tests.home.content import (
    add_standard_page,
    locale,
    make_election,
    make_link,
    make_link_group,
    make_menu,
    make_organisation,
)


def strings(instance):
    return {segment.string.data for segment in extract_segments(instance) if isinstance(segment, StringSegmentValue)}


def translate_all(instance, prefix="EN "):
    """Translate every string through wagtail-localize and publish; return the English instance."""
    source, _created = TranslationSource.update_or_create_from_instance(instance)
    english = Translation.objects.create(source=source, target_locale=locale("en"))
    for segment in source.stringsegment_set.all():
        segment.string.translations.get_or_create(
            locale=locale("en"), context=segment.context, defaults={"data": f"{prefix}{segment.string.data}"}
        )
    english.save_target(publish=True)
    return instance.get_translation(locale("en"))


@pytest.fixture
def home(site):
    home = HomePage.objects.get(pk=site.home.pk)
    home.sections = [
        {"type": "featured", "value": {"heading": "Tin nổi bật"}},
        {"type": "stream", "value": {"heading": "Dòng tin", "stream": add_stream(site.home).pk, "count": 4}},
        {"type": "election", "value": {"heading": "Bầu cử", "election": make_election().pk}},
        {"type": "law", "value": {"heading": "Tủ sách", "count": 5}},
        {"type": "questions", "value": {"heading": "Hỏi đáp", "count": 5}},
        {"type": "galleries", "value": {"heading": "Hình ảnh", "count": 6}},
        {"type": "videos", "value": {"heading": "Phim", "count": 4}},
        {"type": "links", "value": {"heading": "Liên kết"}},
        {"type": "support", "value": {"heading": "Hỗ trợ", "text": "<p>Gọi cho chúng tôi.</p>"}},
        {"type": "text", "value": {"heading": "Kỷ luật và Đồng tâm", "text": "<p>Lời thợ mỏ.</p>"}},
    ]
    return publish(home)


def test_every_heading_and_text_of_the_home_page(home):
    headings = {child.value["heading"] for child in home.sections}
    assert headings | {"Gọi cho chúng tôi.", "Lời thợ mỏ."} <= strings(home)
    assert not [segment for segment in extract_segments(home) if segment.path.endswith((".stream", ".election"))]


def test_every_text_of_an_election_and_none_of_its_times(site):
    election = make_election(banner=make_image(), banner_alt_text="Hòm phiếu")
    assert {
        "Bầu cử đại biểu Quốc hội",
        "Nhiệm kỳ 2026–2031",
        "Hòm phiếu",
        "Cảm ơn cử tri.",
        "Ngày bầu cử",
        "Lời của <b>Ngày bầu cử</b>.",
        "Kết quả",
        "Văn bản",
    } <= strings(election)
    english = translate_all(election)
    assert isinstance(english, Election)
    assert english.title == "EN Bầu cử đại biểu Quốc hội"
    assert [phase.label for phase in english.phases.all()][1] == "EN Ngày bầu cử"
    assert [phase.begins_at for phase in english.phases.all()] == [phase.begins_at for phase in election.phases.all()]
    assert [link.title for link in english.links.all()] == ["EN Kết quả", "EN Văn bản"]
    assert {phase.locale.language_code for phase in english.phases.all()} == {"en"}
    assert english.levels == election.levels


def test_changed_times_reach_the_translation(site):
    election = make_election()
    translate_all(election)
    phase = election.phases.get(label="Trước ngày bầu cử")
    phase.ends_at = phase.ends_at.replace(hour=12, day=14)
    election.phases.add(phase)
    election.save()
    election.save_revision().publish()
    english = translate_all_again(election).phases.get(translation_key=phase.translation_key)
    assert english.ends_at == phase.ends_at
    assert english.label == "EN Trước ngày bầu cử"


def translate_all_again(instance):
    source = TranslationSource.objects.get(object_id=instance.translation_key)
    source.update_from_db()
    source.translations.get().save_target(publish=True)
    return instance.get_translation(locale("en"))


def test_every_text_of_the_other_snippets(site):
    page = add_standard_page(site.home, "Giới thiệu")
    menu = make_menu(MenuItem(page=page, title="Chúng tôi"), MenuItem(url="/api/v2/docs/", title="Tài liệu"))
    assert strings(menu) == {"Chúng tôi", "Tài liệu"}
    group = make_link_group("Báo chí")
    assert strings(group) == {"Báo chí"}
    link = make_link("Báo Lao Động", group=group)
    assert strings(link) == {"Báo Lao Động"}
    assert translate_all(link).group == group
    organisation = make_organisation(slogan="Vững mạnh", address="Hạ Long", telephone="0203", footer_text="Ghi nguồn")
    assert strings(organisation) == {organisation.name, "Vững mạnh", "Hạ Long", "Ghi nguồn"}
    assert translate_all(organisation).telephone == "0203"


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (StandardPage, {"summary": "Tóm tắt.", "cover_caption": "Chú thích", "cover_alt_text": "Hàng công nhân"}),
        (SupportPage, {"introduction": "Nói với công đoàn."}),
        (LinkIndexPage, {"introduction": "Trang thường cần."}),
    ],
)
def test_every_text_of_the_pages(site, model, values):
    if model is not LinkIndexPage:
        values = {**values, "body": [{"type": "paragraph", "value": "<p>Nội dung.</p>"}]}
    page = add_page(site.home, model, title="Một trang", **values)
    texts = {value for value in values.values() if isinstance(value, str)}
    assert texts | {"Một trang"} <= strings(page)
    if "body" in values:
        assert "Nội dung." in strings(page)
