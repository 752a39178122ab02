package io.github.postfixture.mail.greenmail.store;

import io.github.postfixture.mail.store.Flags;
import jakarta.mail.Flags.Flag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The flags of a message as Jakarta Mail has them. */
public final class JakartaFlags {

    private static final Map<String, Flag> SYSTEM = Map.of(
            Flags.SEEN, Flag.SEEN,
            Flags.ANSWERED, Flag.ANSWERED,
            Flags.FLAGGED, Flag.FLAGGED,
            Flags.DELETED, Flag.DELETED,
            Flags.DRAFT, Flag.DRAFT);

    private JakartaFlags() {}

    /** Return the system flags that a client can change. */
    public static jakarta.mail.Flags system() {
        return of(Flags.of(Flags.SYSTEM));
    }

    /** Return the flags as Jakarta Mail has them. */
    public static jakarta.mail.Flags of(Flags flags) {
        jakarta.mail.Flags result = new jakarta.mail.Flags();
        for (String name : flags.names()) {
            Flag system = SYSTEM.get(name);
            if (system == null) {
                result.add(name);
            } else {
                result.add(system);
            }
        }
        return result;
    }

    /** Return the flags but for {@code \Recent}, which is one session's, and not the message's. */
    public static Flags from(jakarta.mail.Flags flags) {
        List<String> names = new ArrayList<>(Arrays.asList(flags.getUserFlags()));
        SYSTEM.forEach((name, flag) -> {
            if (flags.contains(flag)) {
                names.add(name);
            }
        });
        return Flags.of(names);
    }
}
