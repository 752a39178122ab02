package io.github.postfixture.page;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The requests that led to a page, with their answers: those of redirects, and the last one. */
record RedirectChain(List<HttpExchange> hops) {

    RedirectChain {
        hops = List.copyOf(hops);
    }

    PageRequest request() {
        return last().request();
    }

    HttpResponse<byte[]> response() {
        return last().response();
    }

    /** Return each step from one request to the next. */
    List<Redirect> redirects() {
        return redirects(Stream.of());
    }

    /** Return each step, and one to where nobody went. */
    List<Redirect> redirectsAnd(URI further) {
        return redirects(Stream.of(further));
    }

    /** Return the cookies that were set, of each name the last one. */
    List<Cookie> cookies() {
        Map<String, Cookie> cookies = new LinkedHashMap<>();
        hops.stream()
                .flatMap(hop -> hop.response().headers().allValues("Set-Cookie").stream())
                .map(Cookie::parse)
                .forEach(cookie -> cookies.put(cookie.name(), cookie));
        return List.copyOf(cookies.values());
    }

    private List<Redirect> redirects(Stream<URI> further) {
        List<URI> targets = Stream.concat(
                        hops.stream().skip(1).map(hop -> hop.request().uri()), further)
                .toList();
        List<Redirect> redirects = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            HttpExchange hop = hops.get(i);
            redirects.add(
                    new Redirect(hop.response().statusCode(), hop.request().uri(), targets.get(i)));
        }
        return redirects;
    }

    private HttpExchange last() {
        return hops.get(hops.size() - 1);
    }
}
