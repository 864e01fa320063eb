package io.cradle.ingest.mcap;

/** Schemas as rosbag2 records them. */
final class RosTexts {
    static final String BAR = "\n" + "=".repeat(80) + "\n";
    static final String HEADER = BAR
            + "MSG: std_msgs/Header\nbuiltin_interfaces/Time stamp\n\n# which frame\nstring frame_id\n"
            + BAR
            + "MSG: builtin_interfaces/Time\nint32 sec\nuint32 nanosec\n";
    static final String JOINT_STATE = """
            # This is a message that holds data to describe the state of a set of torque controlled joints.
            std_msgs/Header header

            string[] name
            float64[] position
            float64[] velocity
            float64[] effort
            """ + HEADER;
    static final String TWIST = """
            Vector3  linear
            Vector3  angular
            """ + BAR + "MSG: geometry_msgs/Vector3\nfloat64 x\nfloat64 y\nfloat64 z\n";
    static final String MULTI_ARRAY = """
            MultiArrayLayout  layout        # specification of data layout
            float64[]         data          # array of data
            """
            + BAR
            + "MSG: std_msgs/MultiArrayLayout\nMultiArrayDimension[] dim\nuint32 data_offset\n"
            + BAR
            + "MSG: std_msgs/MultiArrayDimension\nstring label\nuint32 size\nuint32 stride\n";

    private RosTexts() {}
}
