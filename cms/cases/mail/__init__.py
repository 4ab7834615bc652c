"""Mail: the desk's letters in the reader's language, and whatever else the site sends; rows until they are sent."""
