package io.github.postfixture.web.recording;

import io.github.postfixture.net.outgoing.ConnectionPolicy;
import io.github.postfixture.net.outgoing.LimitedBody;
import io.github.postfixture.net.outgoing.OutwardClient;
import io.github.postfixture.octets.Octets;
import io.github.postfixture.web.engine.FieldText;
import io.github.postfixture.web.engine.Reply;
import io.github.postfixture.web.engine.ResponseMessage;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.site.ConnectionFields;
import io.github.postfixture.web.site.ForwardedTarget;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * Passes requests on to another server, and its answers back. Safe for use by several threads.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class Recording {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Fields that the client makes itself. */
    private static final Set<String> OF_THE_CLIENT = Set.of("http2-settings", "host", "expect", "content-length");

    private final URI origin;
    private final String root;
    private final ConnectionPolicy policy;
    private final Consumer<String> remarks;

    /** Record what a server answers; what it cannot be asked is told as a remark. */
    public Recording(URI origin, Consumer<String> remarks) {
        this.origin = origin;
        this.remarks = remarks;
        root = origin.toString().replaceFirst("/$", "");
        policy = ConnectionPolicy.LOCAL.named(origin.getHost());
    }

    public URI origin() {
        return origin;
    }

    public static URI checked(URI origin) {
        String path = origin.getRawPath();
        boolean http = Set.of("http", "https").contains(String.valueOf(origin.getScheme()));
        if (!http || origin.getHost() == null || !(path == null || path.isEmpty() || path.equals("/"))) {
            throw new IllegalArgumentException(
                    "origin (" + origin + ") must be the root of a server, such as http://localhost:8080");
        }
        return origin;
    }

    public Reply forward(Request request) {
        return new Reply.Work(() -> new Reply.Now(ask(request), false));
    }

    private ResponseMessage ask(Request request) {
        try {
            return answer(request, OutwardClient.shared().send(copy(request), answer -> new LimitedBody(), policy));
        } catch (IllegalArgumentException e) {
            return failed("cannot be asked for " + request.target() + ": " + e.getMessage());
        } catch (IOException e) {
            return failed("cannot be reached: " + e);
        }
    }

    private HttpRequest copy(Request request) {
        byte[] content = request.bytes();
        HttpRequest.Builder copy = HttpRequest.newBuilder(ForwardedTarget.at(origin, request.target()))
                .timeout(PATIENCE)
                .method(
                        request.method(),
                        content.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content));
        Predicate<String> passedOn = passedOn(request.headers());
        request.headers().map().forEach((name, values) -> {
            if (passedOn.test(name)) {
                values.forEach(value -> ConnectionFields.pass(name, value, copy));
            }
        });
        return copy.build();
    }

    private ResponseMessage answer(Request request, HttpResponse<byte[]> response) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        Predicate<String> passedOn = passedOn(response.headers());
        response.headers().map().forEach((name, values) -> {
            if ((passedOn.test(name) && !name.equalsIgnoreCase("Date"))
                    || (request.method().equals("HEAD") && name.equalsIgnoreCase("Content-Length"))) {
                values.forEach(value -> fields.add(Map.entry(name, local(name, FieldText.of(value)))));
            }
        });
        return new ResponseMessage(response.statusCode(), fields, Octets.of(response.body()));
    }

    private static Predicate<String> passedOn(HttpHeaders headers) {
        Set<String> ofTheConnection = ConnectionFields.named(headers.allValues("Connection"));
        return name -> isPassedOn(name, ofTheConnection);
    }

    private static boolean isPassedOn(String name, Set<String> ofTheConnection) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !OF_THE_CLIENT.contains(lower) && !ofTheConnection.contains(lower);
    }

    /** Let a redirect to the origin lead to this server. */
    private String local(String name, String value) {
        return name.equalsIgnoreCase("Location") && value.startsWith(root + "/")
                ? value.substring(root.length())
                : value;
    }

    private ResponseMessage failed(String why) {
        String text = "The server to be recorded at " + origin + " " + why;
        remarks.accept(text);
        return Response.text(text + "\n").withStatus(502).message();
    }
}
