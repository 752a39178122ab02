package io.github.postfixture.junit5.planted;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells partners of orders, and asks them for theirs. */
final class Webhooks {

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final Pattern ORDER = Pattern.compile("\"order\":\"([^\"]+)\"");

    private final Bug bug;
    private final URI partner;
    private final HttpClient http = HttpClient.newHttpClient();

    Webhooks(URI partner, Bug bug) {
        this.partner = partner;
        this.bug = bug;
    }

    /** Tell the partner what an order costs; try again once if it is not available. */
    int tell(String order, int amount) throws IOException, InterruptedException {
        String field = bug == Bug.WRONG_JSON_FIELD ? "cents" : "amount";
        String body = "{\"order\":\"" + order + "\",\"" + field + "\":" + amount + "}";
        int status = send(body).statusCode();
        return status == 503 && bug != Bug.NO_RETRY_AFTER_503 ? send(body).statusCode() : status;
    }

    private HttpResponse<String> send(String body) throws IOException, InterruptedException {
        String path = bug == Bug.WRONG_PATH ? "/webhook/orders" : "/webhooks/orders";
        HttpRequest request = HttpRequest.newBuilder(partner.resolve(path))
                .method(bug == Bug.POST_INSTEAD_OF_PUT ? "POST" : "PUT", BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("X-Signature", signature(bug == Bug.SIGNATURE_OVER_OTHER_BYTES ? body + "\n" : body))
                .timeout(bug == Bug.TIMEOUT_TOO_SHORT ? Duration.ofMillis(100) : Duration.ofSeconds(5))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("topsecret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Return the orders of the partner, from all pages. */
    List<String> orders() throws IOException, InterruptedException {
        List<String> orders = new ArrayList<>();
        String path = "/orders?page=1";
        while (!path.isEmpty()) {
            HttpRequest request = HttpRequest.newBuilder(partner.resolve(path)).build();
            String body = http.send(request, BodyHandlers.ofString()).body();
            ORDER.matcher(body).results().forEach(order -> orders.add(order.group(1)));
            Matcher next = NEXT.matcher(body);
            path = next.find() && bug != Bug.PAGINATION_STOPS ? next.group(1) : "";
        }
        return orders;
    }
}
