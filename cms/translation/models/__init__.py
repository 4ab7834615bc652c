"""What this room keeps: states, versions, what became of a sentence, and what people decided about facts."""

from cms.translation.models.facts import FactWaiver
from cms.translation.models.memory import FormerString
from cms.translation.models.states import TranslationState
from cms.translation.models.versions import SourceVersion, TranslatedVersion

__all__ = ["FactWaiver", "FormerString", "SourceVersion", "TranslatedVersion", "TranslationState"]
