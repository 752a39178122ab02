package io.github.postfixture;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends one mail in a JVM of its own, to a host that has more to offer. */
final class SendingUse {

    private SendingUse() {}

    public static void main(String[] arguments) throws IOException {
        try (Postfixture host = Postfixture.start();
                Socket client = new Socket("127.0.0.1", host.mail().smtp().port())) {
            client.getOutputStream()
                    .write(("EHLO x\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\n"
                                    + "Subject: One\r\n\r\nText\r\n.\r\nQUIT\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().readAllBytes();
            System.out.println(host.mail().awaitMail().subject());
        }
    }
}
