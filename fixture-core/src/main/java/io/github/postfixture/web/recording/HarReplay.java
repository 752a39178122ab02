package io.github.postfixture.web.recording;

import io.github.postfixture.web.request.HttpContent;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.stub.Stub;
import io.github.postfixture.web.stub.StubBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.apiguardian.api.API;

/**
 * Makes stubs that answer as in a HAR file. Not safe for use by several threads.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class HarReplay {

    /** The statuses that only an answer to a condition or to a range has (RFC 9110 sections 15.3.7 and 15.4.5). */
    private static final Set<Integer> CONDITIONAL = Set.of(206, 304);

    private static final Set<String> CONDITIONS = Set.of("if-none-match", "if-modified-since", "range", "if-range");

    private final BiFunction<String, String, StubBuilder> on;
    private final Map<Question, String> hosts = new HashMap<>();
    private final Map<Question, Stub> stubs = new HashMap<>();

    /**
     * Make stubs in this way.
     *
     * @param on makes a stub for a method and a path
     */
    public HarReplay(BiFunction<String, String, StubBuilder> on) {
        this.on = on;
    }

    /**
     * Let the same requests get the same answers in the same order. The host does not matter, unless several were asked the
     * same: then each but the first answers only to its name.
     */
    public void add(Har har) {
        har.entries().forEach(this::add);
    }

    private void add(HarEntry entry) {
        Question question = question(entry);
        Response answer = answer(entry);
        Stub earlier = stubs.get(question);
        if (earlier == null) {
            stubs.put(question, stub(entry, question).answer(answer));
        } else {
            earlier.then(answer);
        }
    }

    private Question question(HarEntry entry) {
        HarRequest request = entry.request();
        String content = PostedContent.of(request).map(PostedContent::identity).orElse("");
        Question anywhere = new Question(entry.method(), request.url().target(), content, conditions(entry), "");
        String host = entry.host();
        return hosts.computeIfAbsent(anywhere, same -> host).equals(host) ? anywhere : anywhere.at(host);
    }

    private StubBuilder stub(HarEntry entry, Question question) {
        StubBuilder stub = on.apply(entry.method(), entry.path());
        HttpContent.parameters(entry.request().url().query())
                .forEach((name, values) -> values.forEach(value -> stub.withQuery(name, value)));
        question.conditions().forEach(field -> stub.withHeader(field.getKey(), field.getValue()));
        PostedContent.of(entry.request()).ifPresent(content -> stub.with(content.criteria()));
        return question.host().isEmpty() ? stub : stub.withHost(question.host());
    }

    private static List<Map.Entry<String, String>> conditions(HarEntry entry) {
        return CONDITIONAL.contains(status(entry))
                ? entry.request().fields().all().stream()
                        .filter(field -> CONDITIONS.contains(field.getKey().toLowerCase(Locale.ROOT)))
                        .toList()
                : List.of();
    }

    /** Return the status; of a content that a browser had kept, and shows with status 304, that which it once had. */
    private static int status(HarEntry entry) {
        boolean isKept = entry.status() == 304 && length(entry.response()) > 0;
        return isKept ? 200 : entry.status();
    }

    private static long length(HarResponse response) {
        return response.content().map(content -> content.length()).orElse(0L);
    }

    private static Response answer(HarEntry entry) {
        Response answer = Response.status(status(entry));
        if (length(entry.response()) > 0) {
            answer = answer.withBody(entry.response().content().orElseThrow().toByteArray());
        }
        try {
            for (Map.Entry<String, String> field : entry.response().fields()) {
                answer = answer.withHeader(field.getKey(), field.getValue());
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    entry.place() + ".response.headers has a field whose " + e.getMessage(), e);
        }
        return answer;
    }

    /**
     * What makes two requests the same.
     *
     * @param conditions the fields without which the answer would be another one
     * @param host the host if it matters, else an empty text
     */
    private record Question(
            String method, String target, String content, List<Map.Entry<String, String>> conditions, String host) {

        Question at(String other) {
            return new Question(method, target, content, conditions, other);
        }
    }
}
