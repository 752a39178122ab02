package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.store.Flags;
import io.github.postfixture.mail.store.StoredMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The flags in use in a folder, as far as its client was told of them (RFC 3501 section 7.2.6). To be used as the folder
 * itself.
 */
final class KnownFlags {

    private final boolean readOnly;
    private final List<String> names = new ArrayList<>(Flags.SYSTEM);
    private Flags known = Flags.of(names);

    /** Begin with those of a folder. */
    KnownFlags(SelectedFolder selected) {
        readOnly = selected.isReadOnly();
        learn(selected.messages());
    }

    /** Return the responses that tell the client of all of them. */
    List<String> responses() {
        return List.of(
                "* FLAGS (" + known + ")",
                "* OK [PERMANENTFLAGS (" + (readOnly ? "" : known + " \\*") + ")] Flags that are kept");
    }

    /** Return the responses to tell the client before it hears of these messages; none if it knows all of their flags. */
    List<String> news(Collection<StoredMessage> messages) {
        return learn(messages) ? responses() : List.of();
    }

    private boolean learn(Collection<StoredMessage> messages) {
        int before = names.size();
        messages.stream()
                .flatMap(message -> message.flags().names().stream())
                .filter(name -> !known.contains(name))
                .distinct()
                .forEach(names::add);
        known = names.size() > before ? Flags.of(names) : known;
        return names.size() > before;
    }
}
