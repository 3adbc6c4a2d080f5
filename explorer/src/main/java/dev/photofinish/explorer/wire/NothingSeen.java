package dev.photofinish.explorer.wire;

/** Why a contest without a command is worth nothing, and how to mend it. */
final class NothingSeen {

    private NothingSeen() {}

    static String sentence(WireGate gate, long ignoredCommands) {
        String address = gate.connectionString();
        if (gate.gateway().connections() == 0) {
            return "The application does not come through the gate: nobody has connected to it. Give the application "
                    + address + " in place of its database's address, and start it again.";
        }
        if (ignoredCommands > 0) {
            return "The contenders have their answers, and of their commands the gate saw only such as the contest ignores ("
                    + ignoredCommands + " so far). Look at what 'ignore' names.";
        }
        return "None of the contenders' commands came through the gate before they were over, though somebody is"
                + " connected to it. Is the application that answers them the one that was given " + address
                + "? Do their requests use the database at all? Or does it still hang on requests of an earlier schedule?";
    }
}
