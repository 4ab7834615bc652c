"""What is said when a backup, restore or move is refused."""


class BackupError(Exception):
    """A refusal or failure, in one line for the operator."""
