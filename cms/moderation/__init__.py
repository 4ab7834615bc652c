"""From author to reader: who looks at what next, before it is published."""
