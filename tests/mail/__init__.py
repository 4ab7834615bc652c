"""Tests of cms.mail."""
