"""oEmbed 1.0 (https://oembed.com): an address pasted into another site gives a card there."""
