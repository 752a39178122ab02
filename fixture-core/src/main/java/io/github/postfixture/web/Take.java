package io.github.postfixture.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One exchange on a tape. */
final class Take {

    private final String method;
    private final String target;
    private final List<Map.Entry<String, String>> asked;
    private final byte[] content;
    private final int status;
    private final List<Map.Entry<String, String>> told;
    private final byte[] answer;

    Take(
            String method,
            String target,
            List<Map.Entry<String, String>> asked,
            byte[] content,
            int status,
            List<Map.Entry<String, String>> told,
            byte[] answer) {
        this.method = method;
        this.target = target;
        this.asked = asked;
        this.content = content.clone();
        this.status = status;
        this.told = told;
        this.answer = answer.clone();
    }

    String requestLine() {
        return method + " " + target;
    }

    List<Map.Entry<String, String>> asked() {
        return asked;
    }

    byte[] content() {
        return content.clone();
    }

    int status() {
        return status;
    }

    List<Map.Entry<String, String>> told() {
        return told;
    }

    byte[] answered() {
        return answer.clone();
    }

    /** Return what makes two questions the same. */
    List<String> question() {
        return List.of(requestLine(), Arrays.toString(content));
    }

    Response answer() {
        Response response = Response.bytes("", answer).withoutHeaders().withStatus(status);
        for (Map.Entry<String, String> field : told) {
            response = response.withHeader(field.getKey(), field.getValue());
        }
        return response;
    }

    StubBuilder stub(WebServer web) {
        int question = target.indexOf('?');
        StubBuilder stub = web.on(method, question < 0 ? target : target.substring(0, question));
        if (question >= 0) {
            HttpContent.parameters(target.substring(question + 1))
                    .forEach((name, values) -> values.forEach(value -> stub.withQuery(name, value)));
        }
        return content.length == 0 ? stub : stub.with(sameContent());
    }

    private RequestCriteria sameContent() {
        String text = new String(content, StandardCharsets.UTF_8);
        return isJson() ? RequestCriteria.json(text) : RequestCriteria.body(text);
    }

    private boolean isJson() {
        return asked.stream()
                .anyMatch(field -> field.getKey().equalsIgnoreCase("Content-Type")
                        && field.getValue().contains("json"));
    }
}
