package io.github.postfixture.mail.corpus;

import io.github.postfixture.mail.message.MailAddress;
import io.github.postfixture.mail.message.MailStructure;
import io.github.postfixture.mail.message.ReceivedMail;
import io.github.postfixture.mime.Message;
import io.github.postfixture.mime.MimePart;
import io.github.postfixture.mime.ReadMessage;
import io.github.postfixture.octets.Octets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads messages as this library does. */
public final class PostfixtureReader {

    private PostfixtureReader() {}

    /** Read a message. */
    public static ReadMessage read(Octets octets) {
        ReceivedMail mail = ReceivedMail.parse(octets.toByteArray());
        MimePart root = Message.of(octets).root();
        return new ReadMessage(
                mail.subject(),
                addresses(mail.from()),
                addresses(mail.to()),
                addresses(mail.cc()),
                addresses(mail.replyTo()),
                mail.date().map(date -> date.toInstant().toString()).orElse(""),
                structure(mail.structure()),
                leaves(root)
                        .filter(part -> part.declaredType().type().equals("text"))
                        .map(MimePart::text)
                        .toList(),
                leaves(root)
                        .filter(part -> !part.fileName().isEmpty())
                        .map(PostfixtureReader::file)
                        .toList());
    }

    private static List<String> addresses(List<MailAddress> addresses) {
        return addresses.stream()
                .map(address -> ReadMessage.address(address.name(), address.address()))
                .toList();
    }

    private static String structure(MailStructure structure) {
        return structure.type().startsWith("multipart/")
                ? structure.type()
                        + structure.parts().stream()
                                .map(PostfixtureReader::structure)
                                .collect(Collectors.joining(", ", "(", ")"))
                : structure.type();
    }

    private static Stream<MimePart> leaves(MimePart part) {
        return part.isMultipart() ? part.parts().stream().flatMap(PostfixtureReader::leaves) : Stream.of(part);
    }

    private static String file(MimePart part) {
        return part.declaredType().is("message", "rfc822")
                ? ReadMessage.message(part.fileName())
                : ReadMessage.file(part.fileName(), part.content());
    }
}
