package io.github.postfixture.mail.message;

import io.github.postfixture.explanation.FailureMessage;
import java.util.List;
import java.util.zip.ZipException;

/** Names what is in a ZIP file, without unpacking it. */
final class ZipEntries {

    private ZipEntries() {}

    static List<String> in(Attachment file) {
        List<String> names = names(file);
        if (names.isEmpty()) {
            throw unreadable(file, "it has no entries");
        }
        return names;
    }

    private static List<String> names(Attachment file) {
        try {
            return ZipDirectory.of(file.content()).names();
        } catch (ZipException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    private static AssertionError unreadable(Attachment file, String reason) {
        return FailureMessage.expected(file.named() + " to be a ZIP file", reason)
                .on(file)
                .error();
    }
}
