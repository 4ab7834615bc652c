"""How far a translation is: in words, and in texts of each state."""

from django.utils.translation import gettext as _

from cms.translation.editor.texts import CHANGED, DONE, MACHINE, MISSING, WRONG, EditorText
from cms.translation.models.states import percent_done


def figures_of(texts: list[EditorText]) -> dict:
    """Return {percent, words_left, number, states}; states are (state, its name, how many texts are in it)."""
    names = {
        MISSING: _("Not translated"),
        CHANGED: _("Changed"),
        WRONG: _("Doubtful"),
        MACHINE: _("Machine text"),
        DONE: _("Done"),
    }
    words = sum(text.words for text in texts)
    left = sum(text.words for text in texts if text.state not in (DONE, MACHINE))
    counts = [(state, name, sum(text.state == state for text in texts)) for state, name in names.items()]
    return {
        "percent": percent_done(words, left),
        "words_left": left,
        "number": len(texts),
        "states": [one for one in counts if one[2]],
    }
