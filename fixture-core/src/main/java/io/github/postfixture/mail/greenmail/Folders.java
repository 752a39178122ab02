package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.imap.ImapConstants;
import com.icegreen.greenmail.imap.ImapHostManagerImpl;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.InMemoryStore;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folders of all accounts; each account finds its own only, by patterns with wildcards anywhere. */
final class Folders extends ImapHostManagerImpl {

    private static final Pattern WILDCARD = Pattern.compile("[*%]|[^*%]+");

    Folders() {
        super(new InMemoryStore());
    }

    @Override
    public Collection<MailFolder> listMailboxes(GreenMailUser user, String pattern) throws FolderException {
        return matching(user, pattern, super.listMailboxes(user, "*"));
    }

    @Override
    public Collection<MailFolder> listSubscribedMailboxes(GreenMailUser user, String pattern) throws FolderException {
        return matching(user, pattern, super.listSubscribedMailboxes(user, "*"));
    }

    private static Collection<MailFolder> matching(GreenMailUser user, String pattern, Collection<MailFolder> folders) {
        int prefix = (ImapConstants.USER_NAMESPACE + "." + user.getQualifiedMailboxName() + ".").length();
        Pattern wanted = compile(pattern);
        return folders.stream()
                .filter(folder ->
                        wanted.matcher(folder.getFullName().substring(prefix)).matches())
                .toList();
    }

    private static Pattern compile(String pattern) {
        String regex = WILDCARD.matcher(pattern)
                .replaceAll(piece -> Matcher.quoteReplacement(
                        switch (piece.group()) {
                            case "*" -> ".*";
                            case "%" -> "[^.]*";
                            default -> Pattern.quote(piece.group());
                        }));
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
