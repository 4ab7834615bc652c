"""A backup is read to its last byte before anything of it is used; what is no whole backup of ours is refused."""

import stat
import tarfile

import pytest

from cms.operations.backup import archive_reader, archive_writer
from cms.operations.backup.archive_writer import new_archive
from cms.operations.backup.errors import BackupError
from cms.operations.backup.manifest import check_migrations
from tests.operations.backup.archives import PICTURE, make, rewrite


@pytest.fixture
def backup(tmp_path):
    return make(tmp_path / "backup.tar")


def check(path):
    return archive_reader.check(path, lambda _text: None)


def refused(path) -> str:
    with pytest.raises(BackupError) as refusal:
        check(path)
    return str(refusal.value)


def test_a_whole_one_is_read_and_is_its_owners_alone(backup):
    assert check(backup).files[PICTURE][0] == 3500
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert {name: len(file.read()) for name, file in archive_reader.members(backup)}[PICTURE] == 3500
    assert [path.name for path in backup.parent.iterdir()] == ["backup.tar"]


def test_a_file_that_is_there_is_not_overwritten(backup):
    before = backup.read_bytes()
    with pytest.raises(BackupError, match="not overwritten"):
        make(backup)
    assert backup.read_bytes() == before


def test_one_that_fails_in_the_middle_leaves_nothing(tmp_path):
    with pytest.raises(OSError, match="full"), new_archive(tmp_path / "backup.tar"):
        raise OSError("the disk is full")
    assert list(tmp_path.iterdir()) == []


def test_wherever_a_byte_of_its_contents_changes_it_is_refused(backup):
    whole = backup.read_bytes()
    with tarfile.open(backup) as tar:
        places = {info.name: info.offset_data for info in tar}
    for name in (PICTURE, archive_writer.DATABASE, archive_writer.MANIFEST, archive_writer.MANIFEST_DIGEST):
        place = places[name] + 3
        backup.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert refused(backup).startswith(("This backup is damaged", "The backup's list of contents")), name


def test_wherever_it_is_cut_it_is_refused(backup):
    whole = backup.read_bytes()
    with tarfile.open(backup) as tar:
        ends = [end for info in tar for end in (info.offset + 100, info.offset_data, info.offset_data + info.size - 1)]
    for end in [0, 1, *ends]:
        backup.write_bytes(whole[:end])
        assert "damaged" in refused(backup) or "no backup" in refused(backup), end


def test_what_is_no_backup_of_this_project_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "other"
    for content in (b"", b"text", b"\x1f\x8b\x08\x00", bytes(20_000)):
        path.write_bytes(content)
        assert "no backup of this project" in refused(path) or "damaged" in refused(path)
    assert "cannot be read" in refused(tmp_path / "nowhere")
    assert "cannot be read" in refused(tmp_path)
    monkeypatch.setattr("cms.operations.backup.manifest.PROJECT", "another")
    foreign = make(tmp_path / "foreign.tar")
    monkeypatch.undo()
    assert "another project" in refused(foreign)


def test_a_newer_format_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("cms.operations.backup.manifest.FORMAT", 2)
    newer = make(tmp_path / "newer.tar")
    monkeypatch.undo()
    assert "newer release" in refused(newer)


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "/etc/evil",
        "files/default/../../evil",
        "files/default//etc/evil",
        "files/nowhere/evil",
        "files/staticfiles/evil.js",
        "files/default",
        "files/default/a\\..\\b",
        "manage.py",
    ],
)
def test_a_name_without_a_place_here_is_refused(tmp_path, name):
    assert "no name of a file" in refused(make(tmp_path / "backup.tar", extra={name: b"evil"}))


def test_what_is_added_taken_out_doubled_or_linked_is_refused(backup):
    whole = backup.read_bytes()

    def becomes(kind: bytes):
        def change(name, data):
            info = tarfile.TarInfo(name)
            if name == PICTURE:
                info.type, info.linkname = kind, "/etc/passwd"
            return info, data

        return change

    for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE):
        backup.write_bytes(whole)
        rewrite_kind = becomes(kind)
        rewrite(backup, rewrite_kind)
        assert "no ordinary file" in refused(backup)
    backup.write_bytes(whole)
    rewrite(backup, lambda name, data: None if name == PICTURE else (tarfile.TarInfo(name), data))
    assert f"{PICTURE} is missing" in refused(backup)
    for added, said in ((PICTURE, "twice"), ("files/default/added", "not on its list")):
        backup.write_bytes(whole)
        with tarfile.open(backup, "a") as tar:
            tar.addfile(tarfile.TarInfo(added))
        assert said in refused(backup)


@pytest.mark.django_db  # a package asks it when its migrations are read
def test_a_schema_that_this_release_does_not_know_is_refused(tmp_path):
    with pytest.raises(BackupError, match=r"unknown here, such as users\.9999_later"):
        check_migrations(check(make(tmp_path / "1.tar", migrations=["users.0001_initial", "users.9999_later"])))
    with pytest.raises(BackupError, match="no migrated database"):
        check_migrations(check(make(tmp_path / "2.tar", migrations=[])))
    check_migrations(check(make(tmp_path / "3.tar")))
