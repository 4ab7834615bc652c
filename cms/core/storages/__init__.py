"""Files: whole or not there; on an S3-compatible server read in parts, never waited for when it is away."""
