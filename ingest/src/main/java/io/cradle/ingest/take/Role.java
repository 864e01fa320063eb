package io.cradle.ingest.take;

/** What a stream of numbers is to a world model. */
public enum Role {
    /** What the robot feels of itself: states and sensors. */
    PROPRIO,
    /** What it was told to do. */
    ACTION,
    /** Neither, unless the configuration says so. */
    OTHER
}
