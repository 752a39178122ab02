package io.github.postfixture.junit5;

import io.github.postfixture.web.WebServerBuilder;
import java.util.Map;
import java.util.Optional;

/**
 * Give every test a web server that a builder describes, where {@link WithWebServer} cannot say it.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final WebServerExtension WEB = WebServerExtension.with(WebServer.builder()
 *         .site(Site.directory(Path.of("src/main/www")))
 *         .timeout(ofSeconds(2)));
 * }</pre>
 *
 * <p>Creation and clean up are as with the annotation, for a static field and an instance field alike. Holds the
 * description only; safe for tests that run in parallel.
 */
public final class WebServerExtension extends ServerExtension {

    private final Optional<Settings> settings;

    /** Say nothing of the server; such an extension is refused. Use {@link #with(WebServerBuilder)}. */
    public WebServerExtension() {
        this(Optional.empty());
    }

    private WebServerExtension(Optional<Settings> settings) {
        super(settings);
        this.settings = settings;
    }

    /** Make an extension; what is done with the builder afterwards has no effect on it. */
    public static WebServerExtension with(WebServerBuilder builder) {
        return new WebServerExtension(
                Optional.of(Settings.of(Map.of(HostPart.WEB, PartConfiguration.of(builder.copy())))));
    }

    /** Return the same with a name, which {@link Server} asks for. The default is none. */
    public WebServerExtension named(String name) {
        return new WebServerExtension(settings.map(set -> set.named(name)));
    }

    /** Return the same with a server that lasts so long. The default is one test. */
    public WebServerExtension scope(Scope scope) {
        return new WebServerExtension(settings.map(set -> set.lasting(scope)));
    }

    /** Return the same with ports that last so long, if that is longer than the server. The default is as long. */
    public WebServerExtension ports(Scope ports) {
        return new WebServerExtension(settings.map(set -> set.withPorts(ports)));
    }
}
