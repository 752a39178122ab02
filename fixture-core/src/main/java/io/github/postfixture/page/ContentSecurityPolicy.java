package io.github.postfixture.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what a page allows its content to do. */
final class ContentSecurityPolicy {

    private ContentSecurityPolicy() {}

    /**
     * Return the directives with their sources; where several policies have the same one, the first is given. Markup
     * cannot say who may frame it.
     */
    static Map<String, List<String>> directives(List<String> headers, Optional<String> markup) {
        Map<String, List<String>> directives = new LinkedHashMap<>();
        markup.ifPresent(policy -> read(policy, directives));
        directives.remove("frame-ancestors");
        Map<String, List<String>> all = new LinkedHashMap<>();
        headers.forEach(policy -> read(policy, all));
        directives.forEach(all::putIfAbsent);
        return all;
    }

    private static void read(String policy, Map<String, List<String>> directives) {
        for (String directive : policy.split("[;,]", -1)) {
            List<String> words = new ArrayList<>(Arrays.asList(directive.strip().split("\\s+", -1)));
            String name = words.remove(0).toLowerCase(Locale.ROOT);
            if (!name.isEmpty()) {
                directives.putIfAbsent(name, List.copyOf(words));
            }
        }
    }
}
