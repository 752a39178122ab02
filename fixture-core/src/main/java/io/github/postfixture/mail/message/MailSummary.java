package io.github.postfixture.mail.message;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * How a failure lists mails.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class MailSummary {

    private static final int MOST = 12;

    private MailSummary() {}

    /** Return one indented line per mail, its number first; of many mails the newest only. */
    public static String of(List<ReceivedMail> mails) {
        int earlier = Math.max(0, mails.size() - MOST);
        String lines = mails.stream()
                .skip(earlier)
                .map(mail -> "  #" + mail.number() + " " + mail)
                .collect(Collectors.joining("\n"));
        String note = earlier == 0 ? "" : "  (" + earlier + " earlier ones left out)\n";
        return mails.isEmpty() ? "  (none)" : note + lines;
    }
}
