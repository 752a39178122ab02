package io.github.postfixture.mail.greenmail;

import com.icegreen.greenmail.store.MailFolder;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A pattern of the names of folders, as {@code LIST} has it (RFC 3501 section 6.3.8).
 *
 * @param pattern with {@code *} for any text, and {@code %} for any text within a level
 */
record FolderPattern(Pattern pattern) {

    static FolderPattern of(String text) {
        return new FolderPattern(Pattern.compile(
                text.chars().mapToObj(letter -> expression((char) letter)).collect(Collectors.joining())));
    }

    private static String expression(char letter) {
        return switch (letter) {
            case '*' -> ".*";
            case '%' -> "[^.]*";
            default -> Pattern.quote(String.valueOf(letter));
        };
    }

    /** Return the folders of a user that it means. */
    Collection<MailFolder> in(Collection<BridgedFolder> folders) {
        return List.copyOf(folders.stream()
                .filter(folder -> pattern.matcher(folder.path()).matches())
                .toList());
    }
}
