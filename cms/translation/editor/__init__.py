"""The translator's editor: source left, translation right, on wagtail-localize's segments."""
