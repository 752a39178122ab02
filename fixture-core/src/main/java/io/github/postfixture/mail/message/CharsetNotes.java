package io.github.postfixture.mail.message;

import io.github.postfixture.mime.MimePart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What speaks against the charset that a text declares, for failures that compare it. */
final class CharsetNotes {

    private CharsetNotes() {}

    /** Return one line for each. */
    static String lines(List<MimePart> parts) {
        return String.join("\n", notes(parts).toList());
    }

    /** Return them to follow what the text is of. */
    static String afterSubject(List<MimePart> parts) {
        return notes(parts).map(note -> "; " + note).reduce("", String::concat);
    }

    /** Return one for each part that has bytes which are none of its charset. */
    static Stream<String> notes(List<MimePart> parts) {
        return parts.stream().flatMap(part -> {
            List<String> remarks = new ArrayList<>();
            part.text(remarks::add);
            return remarks.stream().map(remark -> part.declaredType().name() + " " + remark);
        });
    }
}
