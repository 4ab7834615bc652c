"""Tests of cms.users."""
