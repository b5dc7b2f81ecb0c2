"""Writes a second of a tone: second.py FILE.wav"""

import struct
import sys
import wave

with wave.open(sys.argv[1], "wb") as out:
    out.setnchannels(1)
    out.setsampwidth(2)
    out.setframerate(48000)
    out.writeframes(b"".join(struct.pack("<h", 12000 if i % 96 < 48 else -12000) for i in range(48000)))
