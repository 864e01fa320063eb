"""Made the npz files beside this one with numpy 2.4; run again only to change them: python3 make_npz.py"""
import os
import zipfile

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))


def arrays(rollouts, seed):
    """What boxLCD's collector writes, in small: 4 steps of 2 x 5 pixels, so that a frame is no whole byte."""
    rng = np.random.RandomState(seed)
    return dict(
        action=rng.uniform(-1, 1, (rollouts, 4, 1)),
        full_state=rng.uniform(-1, 1, (rollouts, 4, 4)).astype(np.float32),
        proprio=np.zeros((rollouts, 4, 1), np.float32),
        lcd=rng.uniform(size=(rollouts, 4, 2, 5)) < 0.7,
    )


def save(path, compressed=True, **content):
    (np.savez_compressed if compressed else np.savez)(os.path.join(HERE, path), **content)


good = arrays(3, 0)
save("boxlcd/Bounce/train/20260101T000000-4.barrel.npz", **good)
save("boxlcd/Bounce/test/20260101T000000-4.barrel.npz", **arrays(2, 1))
save("npz/stored.npz", compressed=False, **good)
save("npz/without-proprio.npz", action=good["action"], lcd=good["lcd"])
save("npz/objects.npz", **{**good, "action": np.array([[[None]] * 4] * 3, dtype=object)})
save("npz/fortran.npz", **{**good, "full_state": np.asfortranarray(good["full_state"])})
save("npz/big-endian.npz", **{**good, "action": good["action"].astype(">f8")})
save("npz/records.npz", **{**good, "action": np.zeros((3, 4, 1), dtype=[("a", "<f4"), ("b", "<f4")])})
save("npz/other-rollouts.npz", **{**good, "action": good["action"][:2]})
save("npz/other-steps.npz", **{**good, "proprio": good["proprio"][:, :3]})
save("npz/flat-frames.npz", **{**good, "lcd": good["lcd"].reshape(3, 4, 10)})
save("npz/float-frames.npz", **{**good, "lcd": good["lcd"].astype(np.float32)})
save("npz/gray-frames.npz", **{**good, "lcd": good["lcd"].astype(np.uint8) * 255})
save("npz/no-action.npz", lcd=good["lcd"], proprio=good["proprio"])
save("npz/reward.npz", **good, reward=np.zeros((3, 4)))
save("npz/empty.npz", **{name: array[:0] for name, array in good.items()})

whole = open(os.path.join(HERE, "npz/stored.npz"), "rb").read()
open(os.path.join(HERE, "npz/truncated.npz"), "wb").write(whole[: len(whole) // 2])
flipped = bytearray(whole)
flipped[whole.index(good["full_state"].tobytes()) + 7] ^= 1
open(os.path.join(HERE, "npz/flipped-bit.npz"), "wb").write(flipped)
with zipfile.ZipFile(os.path.join(HERE, "npz/text.npz"), "w") as archive:
    archive.writestr("readme.txt", "not an array")
