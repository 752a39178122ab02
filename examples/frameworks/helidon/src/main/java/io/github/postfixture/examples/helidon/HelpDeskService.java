package io.github.postfixture.examples.helidon;

import io.helidon.config.Config;
import io.helidon.webserver.Routing;
import io.helidon.webserver.WebServer;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** The help desk as a web service. */
public final class HelpDeskService {

    private HelpDeskService() {}

    /** Return the service, not yet started, at any free port. */
    public static WebServer with(Config config) {
        HelpDesk helpDesk = new HelpDesk(
                config.get("smtp.host").asString().get(),
                config.get("smtp.port").asInt().get(),
                config.get("shifts.url").as(URI.class).get());
        return WebServer.builder(routing(helpDesk)).host("localhost").build();
    }

    private static Routing routing(HelpDesk helpDesk) {
        return Routing.builder()
                .post("/problems", (request, response) -> request.content()
                        .as(String.class)
                        .thenCompose(problem -> CompletableFuture.runAsync(() -> report(helpDesk, problem)))
                        .thenAccept(reported -> response.status(204).send())
                        .exceptionally(response::send))
                .build();
    }

    private static void report(HelpDesk helpDesk, String problem) {
        try {
            helpDesk.report(problem);
        } catch (Exception e) {
            throw new IllegalStateException("The problem was not reported", e);
        }
    }
}
