"""Uploaded files: images with their renditions, documents, video files."""
