"""The headers that tell browsers what an answer may do, on every answer there is."""
