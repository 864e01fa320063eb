package io.cradle.planted.zstd;

import com.github.luben.zstd.ZstdOutputStream;

/** Breaks a rule of the house on purpose; see HouseRulesTest. */
record UsesZstd(ZstdOutputStream stream) {}
