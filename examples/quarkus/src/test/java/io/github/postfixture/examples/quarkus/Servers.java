package io.github.postfixture.examples.quarkus;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.web.WebServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Ports for as long as the application runs; behind them each test has servers of its own. */
public final class Servers implements QuarkusTestResourceLifecycleManager {

    static final Reservation MAIL = Reservation.open();
    static final Reservation WEB = Reservation.open();

    @Override
    public Map<String, String> start() {
        try (MailServer mail = MailServer.builder().on(MAIL).start();
                WebServer web = WebServer.builder().on(WEB).start()) {
            return Map.of(
                    "quarkus.mailer.mock", "false",
                    "quarkus.mailer.host", mail.smtp().host(),
                    "quarkus.mailer.port", String.valueOf(mail.smtp().port()),
                    "quarkus.mailer.start-tls", "DISABLED",
                    "shifts.url", web.uri("/now").toString());
        }
    }

    @Override
    public void stop() {
        MAIL.close();
        WEB.close();
    }
}
