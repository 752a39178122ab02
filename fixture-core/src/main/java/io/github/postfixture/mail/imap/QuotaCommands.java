package io.github.postfixture.mail.imap;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import io.github.postfixture.mail.store.Quota;
import io.github.postfixture.mail.store.StoredMailbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The commands of RFC 9208. There is one quota root, named by an empty string: the account. */
final class QuotaCommands {

    private QuotaCommands() {}

    static String get(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, ImapRefusedException {
        takeRoot(request.arguments());
        request.arguments().end();
        session.output().line(session.account().locked(() -> quota(session.account())));
        return "GETQUOTA completed";
    }

    static String getRoot(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, ImapRefusedException {
        String name = FolderCommands.mailbox(session, request.arguments());
        request.arguments().end();
        FolderCommands.require(session, name, "[NONEXISTENT] No such mailbox");
        session.output().line("* QUOTAROOT " + session.dialect().mailbox(name) + " \"\"");
        session.output().line(session.account().locked(() -> quota(session.account())));
        return "GETQUOTAROOT completed";
    }

    static String set(ImapSession session, ImapRequest request)
            throws IOException, BadSyntaxException, ImapRefusedException {
        Arguments arguments = request.arguments();
        takeRoot(arguments);
        arguments.take(' ');
        Quota quota = limits(arguments);
        arguments.end();
        String line = session.account().locked(() -> {
            session.account().limit(quota);
            return quota(session.account());
        });
        session.output().line(line);
        return "SETQUOTA completed";
    }

    private static Quota limits(Arguments arguments) throws BadSyntaxException, ImapRefusedException {
        Quota quota = Quota.NONE;
        arguments.take('(');
        while (!arguments.skip(')')) {
            String resource = arguments.atom().toUpperCase(Locale.ROOT);
            arguments.take(' ');
            OptionalLong limit = OptionalLong.of(arguments.number());
            quota = switch (resource) {
                case "STORAGE" -> new Quota(limit, quota.messages());
                case "MESSAGE" -> new Quota(quota.storage(), limit);
                default -> throw new ImapRefusedException("[CANNOT] Resources are STORAGE and MESSAGE");
            };
            arguments.skip(' ');
        }
        return quota;
    }

    private static String quota(StoredMailbox account) {
        List<String> resources = new ArrayList<>();
        account.quota()
                .storage()
                .ifPresent(limit -> resources.add("STORAGE " + (account.octets() + 1023) / 1024 + " " + limit));
        account.quota().messages().ifPresent(limit -> resources.add("MESSAGE " + account.size() + " " + limit));
        return "* QUOTA \"\" (" + String.join(" ", resources) + ")";
    }

    private static void takeRoot(Arguments arguments) throws BadSyntaxException, ImapRefusedException {
        if (!arguments.string().isEmpty()) {
            throw new ImapRefusedException("[NONEXISTENT] The only quota root is \"\"");
        }
    }
}
