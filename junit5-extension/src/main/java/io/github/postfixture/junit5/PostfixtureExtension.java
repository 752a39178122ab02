package io.github.postfixture.junit5;

import io.github.postfixture.PostfixtureBuilder;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Give every test a host that a builder describes, with all its servers.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final PostfixtureExtension HOST = PostfixtureExtension.with(Postfixture.builder()
 *         .mail(MailServer.builder().account("alice@example.org", "secret"))
 *         .web(WebServer.builder().site(Site.directory(Path.of("src/main/www")))));
 * }</pre>
 *
 * <p>Creation and clean up are as with {@link WithMailServer}, for a static field and an instance field alike; a parameter
 * or a field with {@link Server} is the {@link io.github.postfixture.Postfixture} or any of its servers. Of one server only,
 * {@link MailServerExtension} and {@link WebServerExtension} say it shorter. Holds the description only; safe for tests that
 * run in parallel.
 */
public final class PostfixtureExtension extends ServerExtension {

    private final Optional<Settings> settings;

    /** Say nothing of the host; such an extension is refused. Use {@link #with(PostfixtureBuilder)}. */
    public PostfixtureExtension() {
        this(Optional.empty());
    }

    private PostfixtureExtension(Optional<Settings> settings) {
        super(settings);
        this.settings = settings;
    }

    /** Make an extension; what is done with the builder afterwards has no effect on it. */
    public static PostfixtureExtension with(PostfixtureBuilder builder) {
        Map<HostPart, PartConfiguration> parts = new EnumMap<>(HostPart.class);
        HostPart.all().forEach(part -> parts.put(part, part.configuration(builder)));
        return new PostfixtureExtension(Optional.of(Settings.of(parts)));
    }

    /** Return the same with a name, which {@link Server} asks for. The default is none. */
    public PostfixtureExtension named(String name) {
        return new PostfixtureExtension(settings.map(set -> set.named(name)));
    }

    /** Return the same with a host that lasts so long. The default is one test. */
    public PostfixtureExtension scope(Scope scope) {
        return new PostfixtureExtension(settings.map(set -> set.lasting(scope)));
    }

    /** Return the same with ports that last so long, if that is longer than the host. The default is as long. */
    public PostfixtureExtension ports(Scope ports) {
        return new PostfixtureExtension(settings.map(set -> set.withPorts(ports)));
    }
}
