"""One module per film: `shots()` returns a function from seconds to a frame, `sound()` the samples of its ambience."""
