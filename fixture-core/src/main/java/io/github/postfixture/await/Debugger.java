package io.github.postfixture.await;

import java.lang.management.ManagementFactory;
import java.util.List;

/** Whether somebody may stand at a breakpoint of this JVM. */
final class Debugger {

    private static final class Holder {
        private static final boolean ATTACHED =
                isAsked(ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    private Debugger() {}

    /** Return whether this JVM was started for a debugger; found out when it is first asked, as that takes its time. */
    static boolean isAttached() {
        return Holder.ATTACHED;
    }

    static boolean isAsked(List<String> arguments) {
        return arguments.stream()
                .anyMatch(argument -> argument.startsWith("-agentlib:jdwp") || argument.startsWith("-Xrunjdwp"));
    }
}
