"""Tests of cms.core.headers."""
