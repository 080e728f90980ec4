"""What the rules make of their words: functions from a match to a `Reading`, or None where it is after all no date."""
