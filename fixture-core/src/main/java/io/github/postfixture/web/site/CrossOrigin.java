package io.github.postfixture.web.site;

import java.util.Optional;

/** Lets scripts of other origins in, by the CORS protocol of the Fetch standard. */
record CrossOrigin(CrossOriginRules rules, Responder inner) implements Responder {

    @Override
    public Optional<Served> respond(Ask ask) {
        Optional<String> origin = ask.header("Origin").filter(this::isLetIn);
        Optional<Served> served = isPreflight(ask) ? Optional.of(preflight(ask, origin)) : inner.respond(ask);
        return served.map(answer -> greet(answer, origin));
    }

    private boolean isLetIn(String origin) {
        return rules.origins().isEmpty() || rules.origins().contains(origin);
    }

    private static boolean isPreflight(Ask ask) {
        return ask.method().equals("OPTIONS")
                && ask.header("Origin").isPresent()
                && ask.header("Access-Control-Request-Method").isPresent();
    }

    private Served preflight(Ask ask, Optional<String> origin) {
        Served answer = Served.of(204);
        return origin.isEmpty() ? answer : allow(ask, answer);
    }

    private Served allow(Ask ask, Served answer) {
        String headers = rules.headers().isEmpty()
                ? ask.header("Access-Control-Request-Headers").orElse("")
                : String.join(", ", rules.headers());
        Served allowing = answer.with("Access-Control-Allow-Methods", String.join(", ", rules.methods()))
                .with("Access-Control-Max-Age", Long.toString(rules.maxAge()));
        return headers.isEmpty() ? allowing : allowing.with("Access-Control-Allow-Headers", headers);
    }

    private Served greet(Served answer, Optional<String> origin) {
        boolean anybody = rules.origins().isEmpty() && !rules.credentials();
        Served greeting = anybody ? answer : vary(answer);
        return origin.map(let -> greet(greeting, anybody ? "*" : let)).orElse(greeting);
    }

    private Served greet(Served answer, String origin) {
        Served greeting = answer.withOnly("Access-Control-Allow-Origin", origin);
        if (rules.credentials()) {
            greeting = greeting.withOnly("Access-Control-Allow-Credentials", "true");
        }
        return rules.exposed().isEmpty()
                ? greeting
                : greeting.withOnly("Access-Control-Expose-Headers", String.join(", ", rules.exposed()));
    }

    private static Served vary(Served answer) {
        String others = answer.header("Vary").map(fields -> fields + ", ").orElse("");
        return answer.withOnly("Vary", others + "Origin");
    }
}
