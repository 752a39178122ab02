package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a {@code LIST} is about.
 *
 * @param selection which names are wanted
 * @param patterns what they are like
 * @param asksForDelimiter whether the only pattern is an empty one, which asks for no name at all
 * @param results what is wanted about them
 * @param statusItems what is wanted about them as {@code STATUS} says it
 */
record ListOptions(
        Set<Option> selection,
        List<MailboxPattern> patterns,
        boolean asksForDelimiter,
        Set<Option> results,
        List<String> statusItems) {

    /** Take the arguments of the command. */
    static ListOptions take(ImapSession session, Arguments arguments) throws BadSyntaxException {
        Set<Option> selection = arguments.skip('(') ? selection(arguments) : Set.of();
        String reference = ListCommands.name(session, arguments);
        arguments.take(' ');
        List<String> patterns = patterns(session, arguments);
        Set<Option> results = EnumSet.noneOf(Option.class);
        List<String> statusItems = new ArrayList<>();
        if (arguments.skip(' ')) {
            takeResults(arguments, results, statusItems);
        }
        arguments.end();
        return new ListOptions(
                selection,
                patterns.stream()
                        .map(pattern -> MailboxPattern.of(reference + pattern))
                        .toList(),
                patterns.equals(List.of("")),
                results,
                statusItems);
    }

    boolean selects(Option option) {
        return selection.contains(option);
    }

    /** Return whether it was asked for, or must be told anyway because it was selected by. */
    boolean shows(Option option) {
        return results.contains(option) || selection.contains(option);
    }

    boolean matches(String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(name));
    }

    private static Set<Option> selection(Arguments arguments) throws BadSyntaxException {
        Set<Option> selection = EnumSet.noneOf(Option.class);
        while (!arguments.skip(')')) {
            selection.add(Option.of(arguments.atom()));
            arguments.skip(' ');
        }
        arguments.take(' ');
        boolean alone =
                selection.stream().allMatch(option -> option == Option.RECURSIVEMATCH || option == Option.REMOTE);
        if (selection.contains(Option.RECURSIVEMATCH) && alone) {
            throw new BadSyntaxException("RECURSIVEMATCH needs another option");
        }
        return selection;
    }

    private static List<String> patterns(ImapSession session, Arguments arguments) throws BadSyntaxException {
        List<String> patterns = new ArrayList<>();
        if (arguments.skip('(')) {
            do {
                patterns.add(ListCommands.pattern(session, arguments));
            } while (arguments.skip(' '));
            arguments.take(')');
        } else {
            patterns.add(ListCommands.pattern(session, arguments));
        }
        return patterns;
    }

    private static void takeResults(Arguments arguments, Set<Option> results, List<String> statusItems)
            throws BadSyntaxException {
        if (!arguments.atom().equalsIgnoreCase("RETURN")) {
            throw new BadSyntaxException("RETURN is missing");
        }
        arguments.take(' ');
        arguments.take('(');
        while (!arguments.skip(')')) {
            Option option = Option.of(arguments.atom());
            results.add(option);
            if (option == Option.STATUS) {
                arguments.take(' ');
                statusItems.addAll(StatusCommand.items(arguments));
            }
            arguments.skip(' ');
        }
    }

    /** The options of both kinds. */
    enum Option {
        SUBSCRIBED,
        REMOTE,
        RECURSIVEMATCH,
        CHILDREN,
        SPECIAL_USE,
        STATUS;

        static Option of(String name) throws BadSyntaxException {
            try {
                return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw new BadSyntaxException("Unknown option " + name);
            }
        }
    }
}
