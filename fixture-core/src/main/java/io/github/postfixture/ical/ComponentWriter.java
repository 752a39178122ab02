package io.github.postfixture.ical;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apiguardian.api.API;

/**
 * Writes components in UTF-8, each line ended by CRLF and folded at 75 octets, between characters (RFC 5545 section 3.1).
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class ComponentWriter {

    private static final int LONGEST = 75;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    private ComponentWriter() {}

    /** Return a component with all that it contains as bytes. */
    public static byte[] write(Component component) {
        ComponentWriter writer = new ComponentWriter();
        writer.add(component);
        return writer.output.toByteArray();
    }

    private void add(Component component) {
        line("BEGIN:" + component.name());
        component.properties().forEach(property -> line(property.text()));
        component.components().forEach(this::add);
        line("END:" + component.name());
    }

    private void line(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int begin = 0;
        int room = LONGEST;
        while (bytes.length - begin > room) {
            int end = characterStart(bytes, begin + room);
            output.write(bytes, begin, end - begin);
            output.writeBytes(new byte[] {'\r', '\n', ' '});
            begin = end;
            room = LONGEST - 1;
        }
        output.write(bytes, begin, bytes.length - begin);
        output.writeBytes(new byte[] {'\r', '\n'});
    }

    /** Return the place of a character that begins there, or shortly before. */
    private static int characterStart(byte[] bytes, int place) {
        int start = place;
        while ((bytes[start] & 0xc0) == 0x80) {
            start--;
        }
        return start;
    }
}
