package io.github.postfixture.junit5;

import io.github.postfixture.Postfixture;
import io.github.postfixture.web.Site;
import io.github.postfixture.web.WebServer;
import io.github.postfixture.web.WebServerBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

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
 * <p>Creation, scope and clean up are as with the annotation, for a static field and an instance field alike. Holds
 * the description only; safe for tests that run in parallel.
 */
public final class WebServerExtension extends ServerExtension {

    private static final String CLASS_PATH = "classpath:";

    private final Optional<WebServerBuilder> builder;

    /** For the annotation; use {@link #with(WebServerBuilder)}. */
    public WebServerExtension() {
        builder = Optional.empty();
    }

    private WebServerExtension(WebServerBuilder builder) {
        this.builder = Optional.of(builder);
    }

    /** Make an extension; what is done with the builder afterwards has no effect on it. */
    public static WebServerExtension with(WebServerBuilder builder) {
        return new WebServerExtension(builder.copy());
    }

    @Override
    void describe(ExtensionContext context, TestFixtures fixtures) {
        fixtures.describeWeb(this, builder.map(WebServerBuilder::copy).orElseGet(() -> annotated(context)));
    }

    @Override
    boolean supports(Class<?> type, TestFixtures fixtures) {
        return type == WebServer.class || (type == Postfixture.class && !fixtures.describesMail());
    }

    @Override
    boolean supportsOutsideTests(Class<?> type) {
        return type == WebServer.class;
    }

    @Override
    Object resolve(ParameterContext parameter, TestFixtures fixtures) {
        return parameter.getParameter().getType() == WebServer.class ? fixtures.web() : fixtures.both();
    }

    private static WebServerBuilder annotated(ExtensionContext context) {
        WithWebServer annotation =
                nearest(context, WithWebServer.class).orElseThrow(() -> Misuse.noAnnotation(WebServerExtension.class));
        try {
            return described(annotation);
        } catch (IllegalArgumentException e) {
            throw Misuse.malformed("@WithWebServer", e);
        }
    }

    private static WebServerBuilder described(WithWebServer annotation) {
        WebServerBuilder builder = WebServer.builder()
                .timeout(Duration.of(
                        annotation.timeout(), annotation.timeoutUnit().toChronoUnit()));
        return annotation.site().isEmpty() ? builder : builder.site(site(annotation.site()));
    }

    private static Site site(String place) {
        return place.startsWith(CLASS_PATH)
                ? Site.classPath(place.substring(CLASS_PATH.length()))
                : Site.directory(Path.of(place));
    }
}
