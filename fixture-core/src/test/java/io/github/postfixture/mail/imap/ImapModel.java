package io.github.postfixture.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client makes of what a server tells: how many messages there are. It fails when that makes no sense. */
final class ImapModel {

    private static final Pattern NUMBERED = Pattern.compile("\\* (\\d+) (EXISTS|EXPUNGE|FETCH).*");

    private int size;

    ImapModel(List<String> select) {
        hear(select);
    }

    int size() {
        return size;
    }

    void hear(List<String> lines) {
        for (String line : lines) {
            Matcher matcher = NUMBERED.matcher(line);
            if (matcher.matches()) {
                hear(Integer.parseInt(matcher.group(1)), matcher.group(2));
            } else {
                assertThat(line).doesNotContain(" BAD ");
            }
        }
    }

    /** Verify that the server knows as many messages, numbered without gaps. */
    void verify(List<String> uids) {
        List<String> fetched = uids.stream()
                .filter(line -> line.matches("\\* \\d+ FETCH \\(UID \\d+\\)"))
                .toList();
        assertThat(fetched).hasSize(size);
        for (int i = 0; i < size; i++) {
            assertThat(fetched.get(i)).startsWith("* " + (i + 1) + " FETCH");
        }
    }

    private void hear(int number, String what) {
        switch (what) {
            case "EXISTS" -> {
                assertThat(number).isGreaterThanOrEqualTo(size);
                size = number;
            }
            case "EXPUNGE" -> {
                assertThat(number).isBetween(1, size);
                size--;
            }
            default -> assertThat(number).isBetween(1, size);
        }
    }
}
