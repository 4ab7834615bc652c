"""The tests of a module run in one process: a release of pytest once dealt them out to all, and nothing said so."""

import os

import pytest


@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="One process runs them all")
def test_the_tests_of_a_module_are_one_group(request):
    assert request.node.nodeid.endswith("@tests/test_groups.py")
