"""Loading the demo content, once in a database's life."""

from django.core.management import call_command, get_commands

from cms.operations.start.finished_step import FinishedStep
from cms.operations.start.progress import Step

STEP = "demo content"


def load_demo_content(step: Step) -> None:
    """Load it unless that was done before; a load that was broken off is done again (the loader doubles nothing)."""
    if FinishedStep.objects.filter(name=STEP).exists():
        step.say("loaded before")
        return
    if "load_demo" not in get_commands():
        step.say("none")
        return
    step.say("loading")
    call_command("load_demo", stdout=step.stdout)
    FinishedStep.objects.get_or_create(name=STEP)
    step.say("loaded")
