"""Tests of cms.previews."""
