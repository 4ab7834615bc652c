"""The video library: videos of our own or of a provider, their series and captions."""
