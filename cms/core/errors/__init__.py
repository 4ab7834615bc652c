"""Answers to requests that cannot be answered, in the language of the address they were sent to."""
