package io.github.postfixture.mime;

import io.github.postfixture.RealClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Reads messages by Python's {@code email}, with its default policy; many of them by one process. */
public final class PythonReader {

    private static final String SCRIPT = """
            import sys, os, zlib, email, email.policy
            from base64 import b64encode

            def address(a):
                name = a.display_name or ''
                user = a.username + '@' + a.domain if a.domain else a.username
                return '"%s" <%s>' % (name, user)

            def addresses(m, name):
                return [address(a) for h in m.get_all(name, []) for a in h.addresses]

            def structure(p, texts, files):
                kind = p.get_content_type()
                if kind.startswith('multipart/'):
                    return kind + '(' + ', '.join(structure(c, texts, files) for c in p.iter_parts()) + ')'
                if kind.startswith('message/'):
                    content = b''.join(c.as_bytes() for c in p.get_payload())
                else:
                    content = p.get_payload(decode=True)
                if kind.startswith('text/'):
                    texts.append(content.decode(p.get_content_charset('us-ascii'), 'replace'))
                if p.get_filename() is not None:
                    files.append('%s (%d, %x)' % (p.get_filename(), len(content), zlib.crc32(content)))
                return kind

            def encoded(text):
                return b64encode(text.encode('utf-8', 'surrogatepass')).decode() or '='

            folder = sys.argv[1]
            for file in sorted(os.listdir(folder)):
                with open(os.path.join(folder, file), 'rb') as f:
                    m = email.message_from_bytes(f.read(), policy=email.policy.default)
                texts, files = [], []
                shape = structure(m, texts, files)
                fields = [[str(m['subject'] or '')]] + [addresses(m, n) for n in ('from', 'to', 'cc', 'reply-to')]
                fields += [[], [shape], texts, files]
                print(' '.join(','.join(encoded(v) for v in f) or '-' for f in fields))
            """;

    private PythonReader() {}

    /** Read messages; abort the test if there is no Python 3. */
    public static List<ReadMessage> read(List<byte[]> messages, Path folder) {
        try {
            for (int i = 0; i < messages.size(); i++) {
                Files.write(folder.resolve(String.format("%06d.eml", i)), messages.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RealClient.named("python3", "-c", SCRIPT)
                .run(folder.toString())
                .lines()
                .map(PythonReader::reading)
                .toList();
    }

    private static ReadMessage reading(String line) {
        List<List<String>> fields = new ArrayList<>();
        for (String field : line.split(" ", -1)) {
            fields.add(values(field));
        }
        return new ReadMessage(
                fields.get(0).get(0),
                fields.get(1),
                fields.get(2),
                fields.get(3),
                fields.get(4),
                "",
                fields.get(6).get(0),
                fields.get(7),
                fields.get(8));
    }

    private static List<String> values(String field) {
        return field.equals("-")
                ? List.of()
                : Arrays.stream(field.split(",", -1)).map(PythonReader::decoded).toList();
    }

    private static String decoded(String value) {
        return value.equals("=") ? "" : new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
    }
}
