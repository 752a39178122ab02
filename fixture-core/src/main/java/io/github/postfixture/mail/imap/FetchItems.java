package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.message.SectionSpec;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The items that have a name and nothing else. */
final class FetchItems {

    static final FetchItem UID =
            message -> FetchValue.of("UID " + message.stored().uid());
    static final FetchItem FLAGS = message -> FetchValue.of(message.flags());
    static final FetchItem MODSEQ =
            message -> FetchValue.of("MODSEQ (" + message.stored().modSeq() + ")");

    private static final Map<String, List<String>> MACROS = Map.of(
            "FAST", List.of("FLAGS", "INTERNALDATE", "RFC822.SIZE"),
            "ALL", List.of("FLAGS", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE"),
            "FULL", List.of("FLAGS", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE", "BODY"));
    private static final Set<String> SETTING_SEEN = Set.of("RFC822", "RFC822.TEXT");
    private static final Map<String, FetchItem> BY_NAME = items();

    private FetchItems() {}

    /** Return the items that a macro stands for; none if it is no macro. */
    static List<String> macro(String name) {
        return MACROS.getOrDefault(name.toUpperCase(Locale.ROOT), List.of());
    }

    /**
     * Return the item of that name.
     *
     * @throws BadSyntaxException if there is none
     */
    static FetchItem simple(String name) throws BadSyntaxException {
        return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT)))
                .orElseThrow(() -> new BadSyntaxException("There is no item " + name));
    }

    static boolean setsSeen(String name) {
        return SETTING_SEEN.contains(name.toUpperCase(Locale.ROOT));
    }

    private static Map<String, FetchItem> items() {
        Map<String, FetchItem> items = new HashMap<>();
        items.put("UID", UID);
        items.put("FLAGS", FLAGS);
        items.put("MODSEQ", MODSEQ);
        items.put("INTERNALDATE", FetchItems::internalDate);
        items.put(
                "RFC822.SIZE",
                message ->
                        FetchValue.of("RFC822.SIZE " + message.stored().octets().length()));
        items.put(
                "ENVELOPE",
                message -> FetchValue.of("ENVELOPE " + message.content().envelope()));
        items.put("BODY", message -> FetchValue.of("BODY " + message.content().body()));
        items.put("BODYSTRUCTURE", FetchItems::bodyStructure);
        items.put(
                "EMAILID",
                message -> FetchValue.of("EMAILID (M" + message.stored().id() + ")"));
        items.put("THREADID", message -> FetchValue.of("THREADID NIL"));
        items.put("RFC822", new Whole("RFC822", SectionSpec.Content.ALL));
        items.put("RFC822.HEADER", new Whole("RFC822.HEADER", SectionSpec.Content.HEADER));
        items.put("RFC822.TEXT", new Whole("RFC822.TEXT", SectionSpec.Content.TEXT));
        return Map.copyOf(items);
    }

    private static FetchValue internalDate(FetchedMessage message) {
        return FetchValue.of(
                "INTERNALDATE \"" + InternalDate.of(message.stored().receivedAt()) + '"');
    }

    private static FetchValue bodyStructure(FetchedMessage message) {
        return FetchValue.of("BODYSTRUCTURE " + message.content().bodyStructure());
    }

    /** A section of the whole message, by its old name. */
    private record Whole(String name, SectionSpec section) implements FetchItem {

        Whole(String name, SectionSpec.Content content) {
            this(name, new SectionSpec(List.of(), content, List.of()));
        }

        @Override
        public FetchValue value(FetchedMessage message) {
            return FetchValue.literal(name, message.content().section(section).orElseThrow());
        }

        @Override
        public boolean holdsBody() {
            return section.holdsBody();
        }
    }
}
