package io.github.postfixture.web.site;

import java.util.Optional;

/** Lets scripts of other origins in, by the CORS protocol of the Fetch standard. */
record CrossOrigin(Cors cors, SiteHandler inner) implements SiteHandler {

    @Override
    public Optional<SiteResponse> respond(SiteRequest request) {
        Optional<String> origin = request.header("Origin").filter(cors::letsIn);
        Optional<SiteResponse> response =
                isPreflight(request) ? Optional.of(preflight(request, origin)) : inner.respond(request);
        return response.map(answer -> greet(answer, origin));
    }

    private static boolean isPreflight(SiteRequest request) {
        return request.method().equals("OPTIONS")
                && request.header("Origin").isPresent()
                && request.header("Access-Control-Request-Method").isPresent();
    }

    private SiteResponse preflight(SiteRequest request, Optional<String> origin) {
        SiteResponse answer = SiteResponse.of(204);
        return origin.isEmpty() ? answer : allow(request, answer);
    }

    private SiteResponse allow(SiteRequest request, SiteResponse answer) {
        String headers = cors.headers().isEmpty()
                ? request.header("Access-Control-Request-Headers").orElse("")
                : String.join(", ", cors.headers());
        SiteResponse allowing = answer.with("Access-Control-Allow-Methods", String.join(", ", cors.methods()))
                .with("Access-Control-Max-Age", Long.toString(cors.maxAge().toSeconds()));
        return headers.isEmpty() ? allowing : allowing.with("Access-Control-Allow-Headers", headers);
    }

    private SiteResponse greet(SiteResponse answer, Optional<String> origin) {
        boolean anybody = cors.isForAnybody();
        SiteResponse greeting = anybody ? answer : vary(answer);
        return origin.map(let -> greet(greeting, anybody ? "*" : let)).orElse(greeting);
    }

    private SiteResponse greet(SiteResponse answer, String origin) {
        SiteResponse greeting = answer.withOnly("Access-Control-Allow-Origin", origin);
        if (cors.credentials()) {
            greeting = greeting.withOnly("Access-Control-Allow-Credentials", "true");
        }
        return cors.exposed().isEmpty()
                ? greeting
                : greeting.withOnly("Access-Control-Expose-Headers", String.join(", ", cors.exposed()));
    }

    private static SiteResponse vary(SiteResponse answer) {
        String others = answer.header("Vary").map(fields -> fields + ", ").orElse("");
        return answer.withOnly("Vary", others + "Origin");
    }
}
