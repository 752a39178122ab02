package io.github.postfixture.web.recording;

import io.github.postfixture.explanation.Credentials;
import io.github.postfixture.json.Json;
import java.util.List;
import org.apiguardian.api.API;

/** An entry of a HAR file: a request and its response. Immutable. */
public final class HarEntry {

    /**
     * Marks content that is still coded, since its coding was unknown to the server that recorded it.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public static final String CODED = "_coded";

    private final String place;
    private final Json json;
    private final HarRequest request;
    private final HarResponse response;
    private final int size;

    private HarEntry(HarField entry) {
        place = entry.place();
        json = entry.object();
        request = HarRequest.of(entry.member("request"));
        response = HarResponse.of(entry.member("response"), request.url());
        size = entry.member("response").member("content").member("size").numberOr(0);
    }

    static HarEntry of(HarField entry) {
        return new HarEntry(entry);
    }

    /** Return the method of the request, such as {@code GET}. */
    public String method() {
        return request.method();
    }

    /** Return the URL that was asked for, as it stands in the file. */
    public String url() {
        return json.at("request", "url").text();
    }

    /** Return the host that was asked for, in lower case, without its port. */
    public String host() {
        return request.url().host();
    }

    /** Return the path that was asked for, encoded, without the query. */
    public String path() {
        return request.url().path();
    }

    /** Return the status of the response, from 200 to 599. */
    public int status() {
        return response.status();
    }

    /** Return whether the file leaves out the content of the response, as it does if it was saved without content. */
    public boolean lacksContent() {
        return size > 0 && response.content().isEmpty();
    }

    /**
     * Return the request as it was read.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public HarRequest request() {
        return request;
    }

    /**
     * Return the response as it was read.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public HarResponse response() {
        return response;
    }

    /**
     * Return where it is, such as {@code shop.har: log.entries[0]}.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public String place() {
        return place;
    }

    Json json() {
        return json;
    }

    /** Return the entry without what logs in: header fields of the request by their names, and its cookies. */
    Json withoutCredentials() {
        Json asked = json.at("request");
        List<Json> fields = asked.find("headers").map(Json::items).orElse(List.of()).stream()
                .filter(field -> !Credentials.areIn(field.at("name").text()))
                .toList();
        return json.with("request", asked.with("headers", Json.array(fields)).with("cookies", Json.array(List.of())));
    }

    /** Return the method, the URL and the status, such as {@code GET https://shop.example/orders → 200}. */
    @Override
    public String toString() {
        return method() + " " + url() + " \u2192 " + status();
    }
}
