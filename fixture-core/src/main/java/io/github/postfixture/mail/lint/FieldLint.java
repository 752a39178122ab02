package io.github.postfixture.mail.lint;

import io.github.postfixture.mime.Header;
import io.github.postfixture.mime.HeaderField;
import io.github.postfixture.mime.MediaType;
import io.github.postfixture.mime.ParameterizedValue;
import io.github.postfixture.octets.Octets;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks at the fields of a header, of a message or of a part, one by one. */
final class FieldLint {

    private static final int LONGEST = 40;

    private final boolean internationalized;
    private final Set<Finding> findings = new LinkedHashSet<>();

    private FieldLint(boolean internationalized) {
        this.internationalized = internationalized;
    }

    static List<Finding> of(Header header, boolean internationalized) {
        FieldLint lint = new FieldLint(internationalized);
        header.malformed().forEach(lint::lookAtLine);
        header.fields().forEach(lint::lookAt);
        return List.copyOf(lint.findings);
    }

    private void lookAtLine(HeaderField line) {
        find(MailDefect.MALFORMED_HEADER, "\"" + shortened(line.octets().text().strip()) + "\" is no field");
    }

    private void lookAt(HeaderField field) {
        lookAtBytes(field);
        switch (field.name().toLowerCase(Locale.ROOT)) {
            case "content-type" -> lookAtType(field);
            case "content-disposition" -> lookAtDisposition(field);
            default -> lookAtWords(field);
        }
    }

    private void lookAtBytes(HeaderField field) {
        if (isAscii(field.octets())) {
            return;
        }
        if (!internationalized) {
            find(MailDefect.EIGHT_BIT_HEADER, name(field) + " has bytes beyond ASCII");
        } else if (!isUtf8(field.octets())) {
            find(MailDefect.EIGHT_BIT_HEADER, name(field) + " has bytes that are no UTF-8");
        }
    }

    private void lookAtWords(HeaderField field) {
        field.text(remark -> find(MailDefect.MALFORMED_ENCODED_WORD, name(field) + " " + remark));
    }

    private void lookAtType(HeaderField field) {
        MediaType.parse(field.value(), remark -> find(field, remark));
        ParameterizedValue.parse(field.value()).verifyParameters(remark -> find(field, remark));
    }

    private void lookAtDisposition(HeaderField field) {
        ParameterizedValue.parse(field.value(), remark -> find(field, remark))
                .verifyParameters(remark -> find(field, remark));
    }

    private void find(HeaderField field, String remark) {
        find(MailDefect.MALFORMED_MIME_FIELD, name(field) + " " + remark);
    }

    private void find(MailDefect defect, String detail) {
        findings.add(new Finding(defect, detail));
    }

    private static String name(HeaderField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String field) {
        return field.length() <= LONGEST ? field : field.substring(0, LONGEST) + "...";
    }

    private static boolean isAscii(Octets octets) {
        return octets.text().chars().allMatch(c -> c < 0x80);
    }

    private static boolean isUtf8(Octets octets) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
