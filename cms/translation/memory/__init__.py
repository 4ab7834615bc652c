"""What was translated before, and is not forgotten: changed sentences' old translations, and exact repeats."""
