"""Tests of cms.bin."""
