"""Loading the demo, one module a room: each makes what is missing and leaves alone what is there."""
