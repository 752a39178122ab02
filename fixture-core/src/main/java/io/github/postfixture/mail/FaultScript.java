package io.github.postfixture.mail;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The faults that are still to strike, in the order in which they were scripted. Safe for several threads. */
final class FaultScript {

    private final List<Entry> pending = new ArrayList<>();

    synchronized void failNext(SmtpStage stage, SmtpFault fault) {
        pending.add(new Entry(stage, fault));
    }

    synchronized void clear() {
        pending.clear();
    }

    /** Take the fault that strikes at this verb, if one does. */
    synchronized Optional<SmtpFault> strike(String verb) {
        for (Iterator<Entry> entries = pending.iterator(); entries.hasNext(); ) {
            Entry entry = entries.next();
            if (SmtpStage.matches(entry.stage, verb)) {
                entries.remove();
                return Optional.of(entry.fault);
            }
        }
        return Optional.empty();
    }

    private record Entry(SmtpStage stage, SmtpFault fault) {}
}
