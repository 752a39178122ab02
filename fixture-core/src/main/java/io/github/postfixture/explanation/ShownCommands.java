package io.github.postfixture.explanation;

import java.util.function.BooleanSupplier;

/**
 * The lines of one client of SMTP, IMAP or POP3 as they may be shown. Behind a command that logs in, even a refused or
 * malformed one, may come a line with a password and no verb: until the client says a command again, nothing is shown.
 */
public final class ShownCommands {

    private static final String MASK = "****";

    private boolean afterLogin;

    /** Return the next line as it may be shown; it is asked whether it is a command of the protocol where that decides. */
    public String next(String line, BooleanSupplier isCommand) {
        boolean logsIn = Credentials.logIn(line);
        boolean hidden = afterLogin && !logsIn && !isCommand.getAsBoolean();
        afterLogin = logsIn || hidden;
        return hidden ? MASK : logsIn ? Credentials.maskedCommand(line) : line;
    }
}
