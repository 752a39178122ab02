package io.github.postfixture.examples.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is compared between two versions of Postfixture, by name; the names stay, so that versions can be compared. */
final class Workloads {

    private Workloads() {}

    static Map<String, Workload> all() {
        Map<String, Workload> all = new LinkedHashMap<>();
        all.put("one mail", FixtureScenarios::smtp);
        all.put("six endpoints, one mail", FixtureScenarios::six);
        all.put("one request", FixtureScenarios::http);
        all.put("six endpoints and one request", FixtureScenarios::both);
        all.put("delivery", MailWorkload.delivery());
        all.put("subject", MailWorkload.subject());
        all.put("text", MailWorkload.text());
        all.put("links", MailWorkload.links());
        all.put("IMAP envelope", MailWorkload.envelopes());
        return all;
    }
}
