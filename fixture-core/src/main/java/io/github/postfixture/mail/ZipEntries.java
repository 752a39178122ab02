package io.github.postfixture.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads what is in a ZIP file. */
final class ZipEntries {

    private static final int MOST = 10_000;

    private ZipEntries() {}

    static List<String> in(Attachment file) {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.content()))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && names.size() < MOST) {
                names.add(entry.getName());
                entry = zip.getNextEntry();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, e.toString());
        }
        if (names.isEmpty()) {
            throw unreadable(file, "it has no entries");
        }
        return names;
    }

    private static AssertionError unreadable(Attachment file, String reason) {
        return new AssertionError("%nExpecting:%n  %s%nto be a ZIP file%nbut:%n  %s".formatted(file, reason));
    }
}
