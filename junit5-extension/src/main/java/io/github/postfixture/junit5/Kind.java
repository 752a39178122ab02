package io.github.postfixture.junit5;

import io.github.postfixture.Fixture;
import io.github.postfixture.Postfixture;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.Mailbox;
import io.github.postfixture.web.WebServer;
import java.util.Optional;

/** What a server is for. */
enum Kind {
    MAIL("mail server", "@WithMailServer", MailServer.class),
    WEB("web server", "@WithWebServer", WebServer.class);

    private final String words;
    private final String annotation;
    private final Class<? extends Fixture> type;

    Kind(String words, String annotation, Class<? extends Fixture> type) {
        this.words = words;
        this.annotation = annotation;
        this.type = type;
    }

    /** Return which server a field or parameter of this type comes from; the host of both comes from either. */
    static Optional<Kind> behind(Class<?> type, Registrations registrations) {
        if (type == Postfixture.class) {
            return Optional.of(registrations.has(MAIL) ? MAIL : WEB);
        }
        if (type == Mailbox.class) {
            return Optional.of(MAIL);
        }
        return type == MAIL.type ? Optional.of(MAIL) : type == WEB.type ? Optional.of(WEB) : Optional.empty();
    }

    String annotation() {
        return annotation;
    }

    String extension() {
        return annotation.substring("@With".length()) + "Extension";
    }

    String server() {
        return type.getSimpleName();
    }

    @Override
    public String toString() {
        return words;
    }
}
