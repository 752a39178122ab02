package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.store.Flags;
import java.util.ArrayList;
import java.util.List;

/** Takes flags from the arguments of a command. */
final class FlagArguments {

    private static final String RECENT = "\\Recent";

    private FlagArguments() {}

    /** Take flags in parentheses. */
    static Flags list(Arguments arguments) throws BadSyntaxException {
        List<String> names = new ArrayList<>();
        arguments.take('(');
        while (!arguments.skip(')')) {
            add(names, arguments);
            arguments.skip(' ');
        }
        return Flags.of(names);
    }

    /** Take flags, in parentheses or not. */
    static Flags listOrNaked(Arguments arguments) throws BadSyntaxException {
        if (arguments.isAt('(')) {
            return list(arguments);
        }
        List<String> names = new ArrayList<>();
        do {
            add(names, arguments);
        } while (arguments.skip(' '));
        return Flags.of(names);
    }

    private static void add(List<String> names, Arguments arguments) throws BadSyntaxException {
        String name = arguments.skip('\\') ? system("\\" + arguments.atom()) : arguments.atom();
        if (!name.equalsIgnoreCase(RECENT)) {
            names.add(name);
        }
    }

    /** Return the name of a system flag; {@code \Recent} is one that nobody can set, and many try. */
    private static String system(String name) throws BadSyntaxException {
        if (Flags.SYSTEM.stream().noneMatch(name::equalsIgnoreCase) && !name.equalsIgnoreCase(RECENT)) {
            throw new BadSyntaxException("There is no system flag " + name);
        }
        return name;
    }
}
