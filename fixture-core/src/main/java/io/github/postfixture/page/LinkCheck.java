package io.github.postfixture.page;

import io.github.postfixture.explanation.FailureMessage;
import io.github.postfixture.explanation.Quantity;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Asks for every address of its own origin that a page names, each once. */
final class LinkCheck {

    private static final int MOST_REDIRECTS = 20;
    private static final int MOST_ADDRESSES = 15;
    private static final int MOST_PLACES = 2;

    private final Page page;
    private final BrowsingSession session;
    private final Document document;
    private final Map<URI, List<Element>> places;

    LinkCheck(Page page, Document document, BrowsingSession session, Predicate<URI> wanted) {
        this.page = page;
        this.session = session;
        this.document = document;
        Predicate<URI> own = this::isOwn;
        places = new Stylesheets(own.and(wanted), this::text)
                .addTo(ResourceReference.in(document).stream()
                        .filter(mention -> own.and(wanted).test(mention.target()))
                        .collect(Collectors.groupingBy(
                                ResourceReference::target,
                                LinkedHashMap::new,
                                Collectors.mapping(ResourceReference::place, Collectors.toList()))));
    }

    /** Return what is broken: for each address why, and where it stands. */
    List<String> broken() {
        Map<URI, String> answers = new LinkedHashMap<>();
        List<String> broken = new ArrayList<>();
        places.forEach((target, elements) -> {
            String answer = answers.computeIfAbsent(ReferenceParser.withoutFragment(target), this::answer);
            Optional<String> fault = answer.isEmpty() ? missingPlace(target) : Optional.of(answer);
            fault.ifPresent(reason -> broken.add(reason + " " + ReferenceParser.shown(target) + standing(elements)));
        });
        return broken;
    }

    /** Return the message of a failure. */
    FailureMessage report(List<String> broken) {
        String number = broken.size() == 1 ? "1 is" : broken.size() + " are";
        return FailureMessage.expected(
                        "no broken links", "of " + Quantity.of(places.size(), "address") + " " + number + " broken")
                .with("Broken are", broken, MOST_ADDRESSES);
    }

    private boolean isOwn(URI target) {
        return target.getHost() != null && WebOrigin.of(target).equals(WebOrigin.of(page.uri()));
    }

    /** Return what there is at an address; nothing if there is nothing. */
    private String text(URI uri) {
        try {
            HttpResponse<byte[]> response = session.answer(page.referring(PageRequest.get(uri)));
            return response.statusCode() < 300 ? new String(response.body(), StandardCharsets.UTF_8) : "";
        } catch (UnansweredException e) {
            return "";
        }
    }

    /** Return why there is no page at an address, or nothing; servers that know no HEAD are asked by GET. */
    private String answer(URI uri) {
        if (uri.equals(ReferenceParser.withoutFragment(page.uri()))) {
            return "";
        }
        return answer(PageRequest.head(uri)).isEmpty() ? "" : answer(PageRequest.get(uri));
    }

    private String answer(PageRequest first) {
        Optional<PageRequest> next = Optional.of(page.referring(first));
        try {
            for (int i = 0; i <= MOST_REDIRECTS; i++) {
                HttpExchange hop = new HttpExchange(next.get(), session.answer(next.get()));
                next = hop.next();
                if (next.isEmpty() || !isOwn(next.get().uri())) {
                    int status = hop.response().statusCode();
                    return status < 400 ? "" : Integer.toString(status);
                }
            }
            return "more than " + MOST_REDIRECTS + " redirects from";
        } catch (UnansweredException e) {
            return e.getMessage() + ":";
        }
    }

    private Optional<String> missingPlace(URI target) {
        String id = target.getFragment();
        boolean here = ReferenceParser.withoutFragment(target).equals(ReferenceParser.withoutFragment(page.uri()));
        if (!here || id == null || id.isEmpty() || id.equalsIgnoreCase("top")) {
            return Optional.empty();
        }
        boolean exists = document.getAllElements().stream()
                .anyMatch(element -> element.id().equals(id)
                        || (element.normalName().equals("a")
                                && element.attr("name").equals(id)));
        return exists ? Optional.empty() : Optional.of("no such place on this page:");
    }

    private static String standing(List<Element> elements) {
        String lines = elements.stream()
                .limit(MOST_PLACES)
                .map(element -> "\n    " + SourceLocation.of(element))
                .collect(Collectors.joining());
        int rest = elements.size() - MOST_PLACES;
        return rest > 0 ? lines + "\n    and " + rest + " more" : lines;
    }
}
