"""Drawn pictures for the demo content: poster-like scenes of work and life in Quảng Ninh, made with Pillow alone."""

from .catalogue import PICTURES, Picture, draw

__all__ = ["PICTURES", "Picture", "draw"]
