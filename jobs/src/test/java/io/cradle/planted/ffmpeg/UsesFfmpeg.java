package io.cradle.planted.ffmpeg;

import org.bytedeco.javacv.FFmpegFrameGrabber;

/** Breaks a rule of the house on purpose; see HouseRulesTest. */
record UsesFfmpeg(FFmpegFrameGrabber grabber) {}
