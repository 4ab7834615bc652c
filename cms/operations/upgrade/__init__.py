"""Bringing a new release into service beside the old one."""
