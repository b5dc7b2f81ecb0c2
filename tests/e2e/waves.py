"""What --speak writes, as samples."""

import struct

HZ = 22050


def samples(path):
    with open(path, "rb") as file:
        data = file.read()
    riff, size, wave, part, length, kind, channels, hz, per_second, block, bits, name, bytes_ = struct.unpack("<4sI4s4sIHHIIHH4sI", data[:44])
    assert (riff, wave, part, name) == (b"RIFF", b"WAVE", b"fmt ", b"data"), "the chunks of the WAV"
    assert (length, kind, channels, hz, per_second, block, bits) == (16, 1, 1, HZ, HZ * 2, 2, 16), "the format of the WAV"
    assert size == len(data) - 8 and bytes_ == len(data) - 44, "the sizes of the WAV"
    return struct.unpack(f"<{bytes_ // 2}h", data[44:])
