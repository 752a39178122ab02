package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands about the session itself. */
final class SessionCommands {

    private SessionCommands() {}

    static String capability(ImapSession session, ImapRequest request) throws IOException, BadSyntaxException {
        request.arguments().end();
        session.output().line("* CAPABILITY " + Capabilities.of(session));
        return "CAPABILITY completed";
    }

    /** Do nothing, for {@code NOOP} and {@code CHECK}; news come with every answer. */
    static String noop(ImapSession session, ImapRequest request) throws BadSyntaxException {
        request.arguments().end();
        session.selection()
                .ifPresent(selection -> session.polled(selection.folder().name(), request.name()));
        return request.name() + " completed";
    }

    static String logout(ImapSession session, ImapRequest request) throws IOException, BadSyntaxException {
        request.arguments().end();
        session.select(Optional.empty());
        session.output().line("* BYE Goodbye");
        session.end();
        session.reader().left(true);
        return "LOGOUT completed";
    }

    /** Answer RFC 2971. */
    static String id(ImapSession session, ImapRequest request) throws IOException, BadSyntaxException {
        Arguments arguments = request.arguments();
        if (arguments.skip('(')) {
            while (!arguments.skip(')')) {
                arguments.string();
                arguments.skip(' ');
            }
        } else {
            requireNil(arguments);
        }
        arguments.end();
        session.output().line("* ID (\"name\" \"Postfixture\")");
        return "ID completed";
    }

    private static void requireNil(Arguments arguments) throws BadSyntaxException {
        if (!arguments.atom().equalsIgnoreCase("NIL")) {
            throw new BadSyntaxException("ID takes a list or NIL");
        }
    }

    /** Answer RFC 5161. */
    static String enable(ImapSession session, ImapRequest request) throws IOException, BadSyntaxException {
        List<String> enabled = new ArrayList<>();
        Arguments arguments = request.arguments();
        do {
            Optional<ImapExtension> extension = ImapExtension.of(arguments.atom());
            extension
                    .filter(each -> session.dialect().offers(each.keyword()))
                    .filter(session.dialect()::enable)
                    .ifPresent(each -> enabled.add(" " + each.keyword()));
        } while (arguments.skip(' '));
        arguments.end();
        session.output().line("* ENABLED" + String.join("", enabled));
        sayHighestModSeq(session);
        return "ENABLE completed";
    }

    /** Answer RFC 2342. */
    static String namespace(ImapSession session, ImapRequest request) throws IOException, BadSyntaxException {
        request.arguments().end();
        session.output().line("* NAMESPACE ((\"\" \".\")) NIL NIL");
        return "NAMESPACE completed";
    }

    private static void sayHighestModSeq(ImapSession session) throws IOException {
        if (session.selection().isPresent() && session.dialect().isEnabled(ImapExtension.CONDSTORE)) {
            long modSeq = session.account().locked(session.selected().folder()::highestModSeq);
            session.output().line("* OK [HIGHESTMODSEQ " + modSeq + "] Highest");
        }
    }
}
