"""Cases: the proof of work asked of what looks like a machine's."""

import hashlib

from .env import SECRET_KEY

# Another key than the one that signs sessions, made of it.
ALTCHA_HMAC_KEY = hashlib.sha256(f"altcha\0{SECRET_KEY}".encode()).hexdigest()
# Milliseconds: who reads the form again has time.
ALTCHA_CHALLENGE_EXPIRE = 3_600_000
