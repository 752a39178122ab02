package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a {@code FETCH} asks for.
 *
 * @param items what of each message, in order
 * @param setsSeen whether it marks the messages as read
 * @param changedSince the change after which messages are wanted; -1 for all
 * @param vanished whether removals after that change are wanted too
 */
record FetchPlan(Set<FetchItem> items, boolean setsSeen, long changedSince, boolean vanished) {

    /** Take the arguments after the numbers. */
    static FetchPlan take(Arguments arguments, boolean byUid) throws BadSyntaxException {
        Set<FetchItem> items = new LinkedHashSet<>();
        if (byUid) {
            items.add(FetchItems.UID);
        }
        boolean setsSeen = takeItems(arguments, items);
        long changedSince = -1;
        boolean vanished = false;
        if (arguments.skipWord(" (")) {
            changedSince = changedSince(arguments);
            vanished = arguments.skipWord(" VANISHED");
            arguments.take(')');
            items.add(FetchItems.MODSEQ);
        }
        return new FetchPlan(items, setsSeen, changedSince, vanished);
    }

    boolean needsChangeNumbers() {
        return items.contains(FetchItems.MODSEQ);
    }

    boolean needsBody() {
        return items.stream().anyMatch(FetchItem::holdsBody);
    }

    private static long changedSince(Arguments arguments) throws BadSyntaxException {
        if (!arguments.skipWord("CHANGEDSINCE ")) {
            throw new BadSyntaxException("The modifiers are CHANGEDSINCE and, after it, VANISHED");
        }
        return arguments.number();
    }

    /** Take one item, a macro, or several items, and return whether one of them marks the message as read. */
    private static boolean takeItems(Arguments arguments, Set<FetchItem> items) throws BadSyntaxException {
        if (!arguments.skip('(')) {
            return takeMacroOrItem(arguments, items);
        }
        boolean setsSeen = false;
        do {
            setsSeen |= takeItem(arguments.itemName(), arguments, items);
        } while (arguments.skip(' '));
        arguments.take(')');
        return setsSeen;
    }

    private static boolean takeMacroOrItem(Arguments arguments, Set<FetchItem> items) throws BadSyntaxException {
        String name = arguments.itemName();
        List<String> macro = FetchItems.macro(name);
        if (macro.isEmpty() || arguments.isAt('[')) {
            return takeItem(name, arguments, items);
        }
        for (String item : macro) {
            items.add(FetchItems.simple(item));
        }
        return false;
    }

    private static boolean takeItem(String name, Arguments arguments, Set<FetchItem> items) throws BadSyntaxException {
        if (arguments.isAt('[')) {
            return takeSection(name.toUpperCase(Locale.ROOT), arguments, items);
        }
        items.add(FetchItems.simple(name));
        return FetchItems.setsSeen(name);
    }

    private static boolean takeSection(String name, Arguments arguments, Set<FetchItem> items)
            throws BadSyntaxException {
        items.add(FetchSection.take(name, arguments));
        return name.equals("BODY") || name.equals("BINARY");
    }
}
