"""The bin: what was deleted stays for thirty days and can be put back where it was."""
