"""Things that more than one picture shows: karsts, water, people, boats, flags, plants."""
