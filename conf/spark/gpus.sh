#!/bin/sh
# A discovery script for Spark: prints the GPUs that this process may use, {"name": "gpu", "addresses": ["0", "1"]}.
# Where CUDA_VISIBLE_DEVICES is set, its entries; else the indexes of nvidia-smi, which count in PCI order: executors need
# CUDA_DEVICE_ORDER=PCI_BUS_ID, which the files beside this one set, so that CUDA counts likewise.
set -eu
visible=${CUDA_VISIBLE_DEVICES:-$(nvidia-smi --query-gpu=index --format=csv,noheader | tr '\n' ',')}
addresses=$(printf '%s' "$visible" | tr -d ' ' | tr ',' '\n' | sed '/^$/d; s/.*/"&"/' | paste -sd, -)
printf '{"name": "gpu", "addresses": [%s]}\n' "$addresses"
