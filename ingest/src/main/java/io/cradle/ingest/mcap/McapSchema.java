package io.cradle.ingest.mcap;

/**
 * What a message of some channels is made of.
 *
 * @param name such as {@code sensor_msgs/msg/JointState}; blank if there is none
 * @param encoding language of the text, such as {@code ros2msg}; blank if there is none
 * @param text the definition
 */
record McapSchema(String name, String encoding, String text) {
    /** Of channels that have none. */
    static final McapSchema NONE = new McapSchema("", "", "");
}
