"""Old backups go by a rule; one that was killed leaves nothing behind; two are never made at once."""

from datetime import UTC, datetime, timedelta

import pytest

from cms.operations.backup import keeping
from cms.operations.backup.errors import BackupError

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def fill(folder, moments):
    for moment in moments:
        (folder / keeping.new_name(moment)).touch()


def test_a_daily_backup_leaves_days_weeks_and_months(tmp_path):
    fill(tmp_path, [NOW - timedelta(days=day) for day in range(400)])
    keeping.remove_superfluous(tmp_path, NOW)
    ages = [(NOW - made_at).days for made_at in keeping.backups_in(tmp_path).values()]
    assert ages[:7] == list(range(7))
    assert 10 <= len(ages) <= 16
    assert max(ages) <= 93
    assert keeping.remove_superfluous(tmp_path, NOW) == 0


def test_of_a_day_the_newest_is_kept_and_never_fewer_than_three(tmp_path):
    fill(tmp_path, [NOW - timedelta(hours=hour) for hour in range(6)])
    keeping.remove_superfluous(tmp_path, NOW)
    assert len(keeping.backups_in(tmp_path)) == 3
    keeping.remove_superfluous(tmp_path, NOW + timedelta(days=1000))
    assert len(keeping.backups_in(tmp_path)) == 3


def test_files_of_other_names_are_not_touched(tmp_path):
    for name in ("backup-mine.tar", "backup-20200101T000000Z.tar.gz", "erasures.jsonl"):
        (tmp_path / name).touch()
    fill(tmp_path, [NOW - timedelta(days=500 + day) for day in range(5)])
    assert keeping.remove_superfluous(tmp_path, NOW) == 2
    assert len(list(tmp_path.iterdir())) == 6


def test_only_one_is_made_at_a_time_and_the_rest_of_a_killed_one_goes(tmp_path):
    (tmp_path / ".backup.tar.1.unfinished").touch()
    (tmp_path / ".making-1.unfinished").mkdir()
    with keeping.only_one(tmp_path):
        assert [path.name for path in tmp_path.iterdir()] == [".lock"]
        with pytest.raises(BackupError, match="Another backup"), keeping.only_one(tmp_path):
            pass
    with keeping.only_one(tmp_path):
        pass
