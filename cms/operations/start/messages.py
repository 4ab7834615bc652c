"""Compiling the catalogue of translated messages."""

from io import StringIO
from pathlib import Path

from django.core.management import call_command, get_commands
from django.utils.translation.reloader import translation_file_changed

from cms.operations.start.progress import Step


def compile_messages(step: Step) -> None:
    """Compile what is older than its source, and let this process and its children read it."""
    if "compile_catalogue" not in get_commands():
        return
    compiled = StringIO()
    call_command("compile_catalogue", verbosity=0, stdout=compiled)
    if compiled.getvalue():
        # What was read before is forgotten: the path only has to look like a catalogue's.
        translation_file_changed(sender=None, file_path=Path("django.mo"))
        step.say("compiled")
