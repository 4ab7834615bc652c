"""Abstract models only: the core owns no table."""

from cms.core.models.base_page import BasePage
from cms.core.models.base_snippet import BaseSnippet
from cms.core.models.cover import CoverMixin
from cms.core.models.normalised_text import NormalisedTextMixin
from cms.core.models.rights import Licence, RightsMixin, Syndication

__all__ = ["BasePage", "BaseSnippet", "CoverMixin", "Licence", "NormalisedTextMixin", "RightsMixin", "Syndication"]
