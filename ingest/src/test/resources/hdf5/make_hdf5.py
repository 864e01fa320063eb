"""Makes the files of this directory: /usr/bin/python3 make_hdf5.py (h5py 3.7, NumPy 1.24)."""

import json

import h5py
import numpy as np


def numbers(rows, width, start=0.0):
    """Row t, channel c holds start + 100 * t + c."""
    return (start + 100 * np.arange(rows)[:, None] + np.arange(width)).astype(np.float64)


def pictures(rows, height, width, channels):
    count = rows * height * width * channels
    return (np.arange(count) * 7 % 251).astype(np.uint8).reshape(rows, height, width, channels)


def demo(data, name, rows, actions=None, cam=None, **layout):
    group = data.create_group(name)
    group.attrs["num_samples"] = actions or rows
    group.create_dataset("actions", data=numbers(actions or rows, 2).astype(np.float32), **layout)
    group.create_dataset("states", data=numbers(rows, 3, 0.5))
    group.create_dataset("obs/pos", data=numbers(rows, 3, 1000))
    if cam is None:
        return group
    group.create_dataset("rewards", data=np.arange(rows, dtype=np.float64))
    group.create_dataset("dones", data=np.arange(rows) == rows - 1)
    group.create_dataset("obs/grip", data=np.arange(rows, dtype=np.int16))
    group.create_dataset("obs/cam", data=pictures(rows, 4, 5, 3), **cam)
    group.create_dataset("obs/depth", data=pictures(rows, 2, 3, 1))
    if not cam:
        group.create_dataset("next_obs/pos", data=numbers(rows, 3, 1100))
    return group


def robomimic(path, rate=20, **file):
    with h5py.File(path, "w", **file) as h5:
        data = h5.create_group("data")
        args = {"env_name": "Lift", "env_kwargs": {"control_freq": rate}} if rate else {"env_name": "Lift"}
        data.attrs["env_args"] = json.dumps(args)
        demo(data, "demo_0", 5, cam={})
        demo(data, "demo_10", 7, cam=dict(chunks=True, compression="gzip", shuffle=True))
        demo(data, "demo_2", 6, chunks=True, compression="lzf", fletcher32=True)
        for split, names in {"train": ["demo_0"], "valid": ["demo_2", "demo_10"], "20_percent": ["demo_0"]}.items():
            h5[f"mask/{split}"] = np.array(names, dtype="S")


def chunked(path, **file):
    """Chunks that end in the middle of every axis."""
    with h5py.File(path, "w", **file) as h5:
        group = h5.create_group("data/demo_0")
        group.create_dataset("actions", data=numbers(20, 5), chunks=(8, 2), compression="gzip")
        group.create_dataset("states", data=numbers(20, 1)[:, 0].astype(">f4"), chunks=(7,) if file else None)
        group.create_dataset("obs/cube", data=numbers(20, 24, 7).reshape(20, 2, 3, 4), chunks=(16, 2, 2, 3))
        group.create_dataset("obs/cam", data=pictures(20, 5, 4, 3), chunks=(9, 3, 3, 2), compression="lzf")
        if file:
            grown = group.create_dataset("rewards", shape=(10,), maxshape=(None,), chunks=(8,), dtype="<f2")
            grown.resize((20,))
            grown[:] = np.arange(20)
            both = group.create_dataset("grid", shape=(20, 3), maxshape=(None, None), chunks=(8, 2), dtype="u8")
            both[:] = np.arange(60, dtype="u8").reshape(20, 3) + 2**63


def broken(path):
    """demo_0 and demo_9 are well, all others are not."""
    with h5py.File(path, "w", libver="latest") as h5:
        data = h5.create_group("data")
        demo(data, "demo_0", 3)
        demo(data, "demo_1", 3, actions=2)
        demo(data, "demo_2", 3).attrs["num_samples"] = 4
        demo(data, "demo_3", 3)["obs/elsewhere"] = h5py.ExternalLink("minari.hdf5", "/episode_0/actions")
        demo(data, "demo_4", 3)["obs/nowhere"] = h5py.SoftLink("/data/nothing")
        del demo(data, "demo_5", 3)["actions"]
        sneaky = demo(data, "demo_6", 3)
        sneaky["out"] = h5py.ExternalLink("minari.hdf5", "/episode_0")
        sneaky["obs/sneaky"] = h5py.SoftLink("/data/demo_6/out/actions")
        loop = demo(data, "demo_7", 3)
        loop["obs/loop"] = loop["obs"]
        huge = demo(data, "demo_8", 3)
        del huge["actions"], huge["obs"], huge["states"], huge.attrs["num_samples"]
        huge.create_dataset("actions", shape=(2**28, 3), dtype="f4", chunks=(1024, 3))
        well = demo(data, "demo_9", 3)
        well["obs/same"] = h5py.SoftLink("/data/demo_0/states")
        well["obs/near"] = h5py.SoftLink("pos")
        well["obs/words"] = np.array(["a", "b", "c"], dtype="S")
        well["obs/nan"] = np.array([np.nan, np.inf, -1])
        well["model"] = np.arange(9.0)
        lazy = demo(data, "demo_11", 3)
        lazy.create_dataset("obs/lazy", shape=(3, 2), dtype="f4")
        part = demo(data, "demo_12", 3)
        part.create_dataset("obs/part", shape=(3, 2), chunks=(1, 2), dtype="f4")[0] = 1


def unknown_filter(path):
    """demo_1's actions go through a filter that only its writer knows: its number is patched in the file."""
    with h5py.File(path, "w") as h5:
        data = h5.create_group("data")
        demo(data, "demo_0", 3)
        demo(data, "demo_1", 3, chunks=True, compression="lzf")
    raw = open(path, "rb").read()
    known, other = (32000).to_bytes(2, "little"), (32015).to_bytes(2, "little")
    at = 0
    while (at := raw.find(b"lzf\0", at + 1)) >= 0:
        raw = raw[: at - 8] + raw[at - 8 :].replace(known, other, 1)
    open(path, "wb").write(raw)


def minari(path):
    with h5py.File(path, "w") as h5:
        for i, steps in enumerate([4, 3]):
            episode = h5.create_group(f"episode_{i}")
            episode.attrs["id"] = i
            episode.attrs["total_steps"] = steps
            episode["actions"] = numbers(steps, 2)
            episode["rewards"] = np.arange(steps, dtype=np.float64)
            episode["terminations"] = np.arange(steps) == steps - 1
            episode["truncations"] = np.zeros(steps, dtype=bool)
            episode["infos/success"] = np.arange(steps + 1) == steps
            episode["infos/x"] = np.arange(steps, dtype=np.float64)
            episode["infos/words"] = np.array(["a"] * steps, dtype="S")
            if i == 0:
                episode["observations"] = numbers(steps + 1, 3)
            else:
                episode["observations/image"] = pictures(steps + 1, 3, 4, 3)
                episode["observations/goal/desired"] = numbers(steps + 1, 2)
        short = h5.create_group("episode_2")
        short["actions"] = np.arange(4)
        short["observations"] = np.arange(4)


def d4rl(path, timeouts):
    with h5py.File(path, "w") as h5:
        rows = 10
        for key in ("observations", "next_observations"):
            h5.create_dataset(key, data=numbers(rows, 4).astype(np.float32), chunks=(3, 4), compression="gzip")
        h5["actions"] = numbers(rows, 2).astype(np.float32)
        h5["rewards"] = np.arange(rows, dtype=np.float32)
        h5["terminals"] = np.isin(np.arange(rows), [2])
        if timeouts:
            h5["timeouts"] = np.isin(np.arange(rows), [6])
        h5["infos/qpos"] = numbers(rows, 2)
        h5["metadata/algorithm"] = "SAC"


def other(path):
    with h5py.File(path, "w") as h5:
        h5["weights"] = np.zeros(3)


if __name__ == "__main__":
    robomimic("robomimic.hdf5", userblock_size=512)
    robomimic("robomimic-latest.hdf5", rate=None, libver="latest")
    chunked("chunked.hdf5")
    chunked("chunked-latest.hdf5", libver="latest")
    broken("broken.hdf5")
    unknown_filter("unknown-filter.hdf5")
    minari("minari.hdf5")
    d4rl("d4rl.hdf5", True)
    d4rl("d4rl-no-timeouts.hdf5", False)
    other("other.hdf5")
