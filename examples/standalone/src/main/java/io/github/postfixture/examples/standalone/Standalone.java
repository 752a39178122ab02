package io.github.postfixture.examples.standalone;

import io.github.postfixture.Postfixture;
import io.github.postfixture.mail.MailServer;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.mail.protocol.MailProtocol;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.WebServerBuilder;
import io.github.postfixture.web.site.Site;
import java.io.IOException;
import java.io.InputStream;

/** The fixture as a process: prints where it can be reached, then what happens, until its input ends. */
public final class Standalone {

    private Standalone() {}

    /** Run until standard input ends, or the process is told to stop. */
    public static void main(String[] arguments) throws IOException {
        try {
            run(Options.parse(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(Options.USAGE);
            System.exit(2);
        }
    }

    private static void run(Options options) throws IOException {
        State state = State.in(options.state());
        Postfixture host = Postfixture.start(mail(options), web(options));
        EventTeller teller = EventTeller.start(host.timeline(), event -> {
            System.err.println(event);
            state.save(event);
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            host.close();
            teller.finish();
            state.close();
        }));
        printAddresses(host, state);
        awaitEnd(System.in);
    }

    private static MailServerBuilder mail(Options options) {
        MailServerBuilder builder = MailServer.builder();
        options.accounts().forEach(builder::account);
        for (MailProtocol protocol : MailProtocol.values()) {
            builder.port(protocol, options.port(protocol.scheme()));
        }
        return builder;
    }

    private static WebServerBuilder web(Options options) {
        WebServerBuilder builder =
                WebServer.builder().httpPort(options.port("http")).httpsPort(options.port("https"));
        options.www().ifPresent(directory -> builder.site(Site.directory(directory)));
        return builder;
    }

    private static void printAddresses(Postfixture host, State state) throws IOException {
        System.out.println("HOST=127.0.0.1");
        for (MailProtocol protocol : MailProtocol.values()) {
            System.out.println(
                    protocol + "_PORT=" + host.mail().endpoint(protocol).port());
        }
        System.out.println("HTTP_PORT=" + host.web().http().port());
        System.out.println("HTTPS_PORT=" + host.web().https().port());
        System.out.println("CA_FILE=" + state.saveCertificate(host.certificateAuthority()));
        System.out.println("READY=1");
        System.out.flush();
    }

    private static void awaitEnd(InputStream input) throws IOException {
        while (input.read() >= 0) {
            // What is typed has no meaning; its end has.
        }
    }
}
