"""Tests of cms.moderation."""
