"""The four short films of the demo, and the script that made them from the drawn pictures."""
