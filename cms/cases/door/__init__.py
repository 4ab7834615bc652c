"""The public door: forms to ask and to track, in both languages, without cookies and without JavaScript."""
