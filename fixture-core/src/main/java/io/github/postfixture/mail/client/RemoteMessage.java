package io.github.postfixture.mail.client;

import io.github.postfixture.mail.imap.InternalDate;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * What a listing tells of a message of the server.
 *
 * @param flags its flags and keywords
 * @param size its length in bytes; -1 if the server did not tell
 * @param arrived its {@code INTERNALDATE}, in the zone in which the server tells it; now if the server did not tell
 */
record RemoteMessage(MailFlags flags, long size, OffsetDateTime arrived) {

    static RemoteMessage of(ImapReply fetched) {
        MailFlags flags =
                MailFlags.of(fetched.valueOf("FLAGS").map(ImapValue::words).orElseThrow());
        String size = fetched.valueOf("RFC822.SIZE").map(ImapValue::text).orElse("");
        String date = fetched.valueOf("INTERNALDATE").map(ImapValue::text).orElse("");
        return new RemoteMessage(flags, ImapReplies.isNumber(size) ? Long.parseLong(size) : -1, date(date));
    }

    private static OffsetDateTime date(String date) {
        try {
            return OffsetDateTime.parse(date.strip(), InternalDate.FORMAT);
        } catch (DateTimeException e) {
            return OffsetDateTime.now(ZoneId.systemDefault());
        }
    }
}
