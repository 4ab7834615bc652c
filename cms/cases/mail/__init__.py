"""Mail of the desk: letters in the reader's language, rows until they are sent."""
