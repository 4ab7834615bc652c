"""What grows has a rule: what lies beyond it goes, by the worker or by `manage.py tidy`, and nothing else."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision, UploadedFile

from cms.operations.bounds import files, revisions, stray_files
from cms.operations.bounds.registry import BOUNDS
from cms.operations.worker.jobs import JOBS
from media.files.image import CustomRendition
from tests.factories import add_article, add_stream, make_image

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(site):
    return add_article(add_stream(site.home), title="Bài viết")


def test_each_bound_is_a_job_of_the_worker_and_says_its_rule():
    jobs = {job.name for job in JOBS}
    assert all(f"bound of {bound.name}" in jobs and bound.rule for bound in BOUNDS)
    assert len({bound.name for bound in BOUNDS}) == len(BOUNDS)


def tidy(**options) -> dict[str, str]:
    """Return what the command says, by the name of the bound."""
    out = StringIO()
    call_command("tidy", stdout=out, **options)
    return dict(line.split(": ", 1) for line in out.getvalue().splitlines())


def test_tidy_says_first_and_then_removes_what_is_beyond(article, settings, tmp_path):
    settings.BACKUP_FOLDER = tmp_path
    now = timezone.now()
    Session.objects.create(session_key="old", session_data="", expire_date=now - timedelta(minutes=1))
    Session.objects.create(session_key="new", session_data="", expire_date=now + timedelta(minutes=9))
    PageLogEntry.objects.update(timestamp=now - timedelta(days=6 * 366))
    history = PageLogEntry.objects.count()
    said = tidy(dry_run=True)
    assert said["sessions"].startswith("1 would go") and said["history"].startswith(f"{history} would go")
    assert Session.objects.count() == 2
    said = tidy()
    assert said["sessions"].startswith("1 gone")
    assert (Session.objects.get().session_key, PageLogEntry.objects.count()) == ("new", 0)
    assert all(" 0 gone" in f" {line}" for line in tidy().values())


def test_of_revisions_go_the_old_ones_that_nothing_refers_to(article):
    made = [article.save_revision() for _number in range(15)]
    live = made[1]
    live.publish()
    article.refresh_from_db()
    latest = article.save_revision()
    long_ago = timezone.now() - revisions.KEPT - timedelta(days=1)
    mine = Revision.objects.for_instance(article)
    assert not _beyond(mine)
    mine.update(created_at=long_ago)
    scheduled = made[2]
    mine.filter(pk=scheduled.pk).update(approved_go_live_at=timezone.now())
    beyond = _beyond(mine)
    older = {one.pk for one in made[: 1 - revisions.NEWEST]}
    assert latest.pk not in older and beyond == older - {live.pk, scheduled.pk}


def _beyond(mine) -> set[int]:
    (rows,) = revisions.beyond(timezone.now())
    return set(rows.filter(pk__in=mine.values("pk")).values_list("pk", flat=True))


def test_a_rendition_that_its_picture_does_not_offer_goes_with_its_file(db):
    image = make_image()
    values = {"image": image, "focal_point_key": "", "width": 1, "height": 1}
    offered, former, preview = (
        CustomRendition(file=f"images/{number}.jpg", filter_spec=spec, **values)
        for number, spec in enumerate(("width-480|format-jpeg", "width-333|format-jpeg", "max-165x165"))
    )
    CustomRendition.objects.bulk_create([offered, former, preview])
    image.ready_renditions = {"full": [[1, 1, {"jpeg": offered.file.name}]]}
    image.save(update_fields=["ready_renditions"])
    assert list(files._unused_renditions()) == [former]
    files._remove_renditions(timezone.now(), lambda: True)
    assert CustomRendition.objects.filter(pk=former.pk).exists()
    files._remove_renditions(timezone.now(), lambda: False)
    assert set(image.renditions.values_list("pk", flat=True)) == {offered.pk, preview.pk}


def test_an_upload_that_nobody_finished_goes_after_a_week(db):
    upload = UploadedFile.objects.create(file=ContentFile(b"x", "a.jpg"))
    storage, name = upload.file.storage, upload.file.name
    now = timezone.now()
    assert files._unfinished_uploads(now) == []
    files._remove_uploads(now + timedelta(days=8), lambda: False)
    assert not storage.exists(name) and not UploadedFile.objects.exists()


def test_a_file_that_no_row_names_goes_after_a_week_unless_there_are_too_many_of_them(db, monkeypatch):
    now, later = timezone.now(), timezone.now() + timedelta(days=8)
    # The storage of a test process has the files of its other tests, too.
    of_others = {alias: set(stray_files._files(storages[alias])) for alias in ("default", "private")}
    names = stray_files._names
    monkeypatch.setattr(
        stray_files, "_names", lambda: {alias: named | of_others.get(alias, set()) for alias, named in names().items()}
    )
    named = make_image().file
    lonely = {(storages[alias], storages[alias].save("x/y.bin", ContentFile(b"x"))) for alias in ("default", "private")}
    assert not lonely & set(stray_files.strays(now))
    assert lonely <= set(stray_files.strays(later))
    with monkeypatch.context() as patch:
        patch.setattr(stray_files, "FEW", 0)
        patch.setattr(stray_files, "SHARE", 10**9)
        assert not set(stray_files.strays(later))
    stray_files._remove(later, lambda: False)
    assert named.storage.exists(named.name) and not any(storage.exists(name) for storage, name in lonely)
