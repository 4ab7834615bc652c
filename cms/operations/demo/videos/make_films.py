"""Make the demo's films: python -m cms.operations.demo.videos.make_films [names].

Needs the program ffmpeg (with libx264 and aac), which the site itself does not: the finished MP4 files are kept in the
repository because a fresh machine has no ffmpeg. Run this only to change a film. Each is 12 seconds of 1280 × 720 at 25
frames a second, H.264 with the index in front, at most 700 KB.
"""

import shutil
import subprocess
import sys
from importlib import import_module
from math import log2
from pathlib import Path
from tempfile import TemporaryDirectory

from . import sound
from .stage import HEIGHT, RATE, SECONDS, WIDTH

FOLDER = Path(__file__).parent
FILMS = {
    "an-toan-truoc-ca": "safety",
    "ha-long-thang-tam": "august",
    "huong-dan-cong-doan-vien": "guide",
    "tieng-coi-tam": "siren",
}
LARGEST = 700_000


def encode(frames: Path, ambience: Path, target: Path, quality: int) -> None:
    """Encode lossless frames with H.264 and the ambience with AAC; a higher `quality` number makes a smaller file."""
    subprocess.run(
        [
            "ffmpeg",
            "-v",
            "error",
            "-y",
            "-i",
            str(frames),
            "-i",
            str(ambience),
            "-c:v",
            "libx264",
            "-preset",
            "slower",
            "-crf",
            str(quality),
            "-pix_fmt",
            "yuv420p",
            "-g",
            "125",
            "-c:a",
            "aac",
            "-b:a",
            "40k",
            "-ac",
            "1",
            "-movflags",
            "+faststart",
            "-map_metadata",
            "-1",
            "-shortest",
            str(target),
        ],
        check=True,
    )


def make(name: str) -> int:
    """Make one film and return its size in bytes."""
    film = import_module(f"{__package__}.films.{FILMS[name]}")
    frame_at = film.shots()
    with TemporaryDirectory() as folder:
        raw, ambience = Path(folder) / "frames.mkv", Path(folder) / "ambience.wav"
        sound.write(film.sound(), ambience)
        command = [
            "ffmpeg",
            "-v",
            "error",
            "-y",
            "-f",
            "rawvideo",
            "-pix_fmt",
            "rgb24",
            "-s",
            f"{WIDTH}x{HEIGHT}",
            "-r",
            str(RATE),
            "-i",
            "-",
            "-c:v",
            "libx264rgb",
            "-crf",
            "0",
            "-preset",
            "ultrafast",
            str(raw),
        ]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as pipe:
            for n in range(RATE * SECONDS):
                pipe.stdin.write(frame_at(n / RATE).tobytes())
            pipe.stdin.close()
        film_file, quality = Path(folder) / "film.mp4", 24
        encode(raw, ambience, film_file, quality)
        while (size := film_file.stat().st_size) > LARGEST:
            # Six steps of quality halve the size, roughly.
            quality += max(1, round(6 * log2(size / LARGEST)))
            encode(raw, ambience, film_file, quality)
        shutil.move(film_file, FOLDER / f"{name}.mp4")
    return size


def main(names: list[str]) -> int:
    if shutil.which("ffmpeg") is None:
        sys.stdout.write("This script needs the program ffmpeg (for example: apt-get install ffmpeg).\n")
        return 2
    for name in names or FILMS:
        sys.stdout.write(f"{name}: {make(name) // 1000} KB\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
