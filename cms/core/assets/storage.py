"""How static files are collected: under names that carry their hash, compressed once."""

import brotli
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Brotli's last two steps cost twenty times the time of the ones before, for 2–5% of the size.
THOROUGH_BELOW_BYTES = 64 * 1024


class AssetCompressor(Compressor):
    """Compresses small files as well as it can, and large ones quickly: these are the admin's."""

    @staticmethod
    def compress_brotli(data):
        return brotli.compress(data, quality=11 if len(data) < THOROUGH_BELOW_BYTES else 6)


class AssetStorage(CompressedManifestStaticFilesStorage):
    """Hashed names; a file that no template can name keeps its plain one beside it."""

    def create_compressor(self, **kwargs):
        return AssetCompressor(**kwargs)

    def compress_files(self, names):
        # Only what pages refer to: the plain names are for addresses typed by hand.
        hashed = set(self.hashed_files.values())
        yield from super().compress_files(name for name in names if name in hashed)
