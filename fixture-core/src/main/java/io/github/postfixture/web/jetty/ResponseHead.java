package io.github.postfixture.web.jetty;

import io.github.postfixture.web.engine.FieldText;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;

/**
 * The status and the header fields of a response, as the test says: what it says itself, the engine does not say again.
 *
 * @param isClosing whether the connection is to be closed afterwards
 */
record ResponseHead(Request request, RecordedResponse response, boolean isClosing) {

    /** How long the header fields may be, in bytes. */
    static final int LONGEST = 1 << 20;

    /** Those that HTTP/2 does not have (RFC 9113 section 8.2.2). */
    private static final Set<HttpHeader> OF_THE_CONNECTION = Set.of(
            HttpHeader.CONNECTION,
            HttpHeader.KEEP_ALIVE,
            HttpHeader.PROXY_CONNECTION,
            HttpHeader.TRANSFER_ENCODING,
            HttpHeader.UPGRADE);

    /**
     * Fill it in.
     *
     * @param length how long the content is, in bytes; -1 if only its end will show
     * @param inChunks whether the content is to be sent in chunks, although its length is known
     */
    void fill(int status, List<Map.Entry<String, String>> fields, long length, boolean inChunks) {
        List<String> told = values(fields, HttpHeader.CONTENT_LENGTH);
        boolean isUntrue = isUntrue(status, told, length);
        HttpFields.Mutable headers = response.getHeaders();
        response.setStatus(status);
        if (values(fields, HttpHeader.DATE).isEmpty()) {
            addDate(request, headers);
        }
        fields.forEach(field -> add(field, isUntrue));
        if (isUntrue || (status == HttpStatus.NOT_MODIFIED_304 && told.isEmpty())) {
            response.leaveLengthOpen();
        }
        if ((isUntrue || isClosing) && !isHttp2()) {
            headers.put(HttpHeader.CONNECTION, "close");
        }
        if (length >= 0 && !inChunks && told.isEmpty() && !isFramedOtherwise(status, fields)) {
            headers.put(HttpHeader.CONTENT_LENGTH, length);
        }
        checkLength(headers);
    }

    static void addDate(Request request, HttpFields.Mutable headers) {
        InstantSource clock = RoutedEndPoint.of(request).routing().host().clock();
        if (clock.equals(InstantSource.system())) {
            headers.put(
                    request.getConnectionMetaData().getConnector().getServer().getDateField());
        } else {
            headers.put(HttpHeader.DATE, DateGenerator.formatDate(clock.instant()));
        }
    }

    private static void checkLength(HttpFields headers) {
        long length = 0;
        for (HttpField field : headers) {
            length += field.getName().length() + field.getValue().length() + 4L;
        }
        if (length > LONGEST) {
            throw new IllegalStateException(
                    "The header fields of the answer have " + length + " bytes, of which " + LONGEST + " can be sent");
        }
    }

    private boolean isFramedOtherwise(int status, List<Map.Entry<String, String>> fields) {
        return HttpStatus.hasNoBody(status) || (!isHttp2() && isChunked(values(fields, HttpHeader.TRANSFER_ENCODING)));
    }

    private void add(Map.Entry<String, String> field, boolean isUntrue) {
        HttpField known = of(field);
        HttpHeader header = known.getHeader();
        if (header == null || !isHttp2() || !OF_THE_CONNECTION.contains(header)) {
            boolean isRaw = (isUntrue && header == HttpHeader.CONTENT_LENGTH) || isDropped(known);
            response.getHeaders()
                    .add(isRaw ? new HttpField((HttpHeader) null, known.getName(), known.getValue()) : known);
        }
    }

    /** Return whether the engine drops the field, as it has no effect. */
    private static boolean isDropped(HttpField field) {
        return field.getHeader() == HttpHeader.CONNECTION && field.contains("keep-alive") && !field.contains("close");
    }

    /** Return whether the length that the test tells is not one, or not that of the content. */
    private boolean isUntrue(int status, List<String> told, long length) {
        boolean isOfOther = HttpMethod.HEAD.is(request.getMethod()) || status == HttpStatus.NOT_MODIFIED_304;
        return !told.isEmpty()
                && (told.size() > 1
                        || (isOfOther ? !isLength(told.get(0)) : !told.get(0).equals(Long.toString(length))));
    }

    private static boolean isLength(String value) {
        return !value.isEmpty() && value.length() < 19 && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isChunked(List<String> codings) {
        return codings.stream().anyMatch(coding -> HttpField.contains(coding, "chunked"));
    }

    private static List<String> values(List<Map.Entry<String, String>> fields, HttpHeader header) {
        List<String> values = List.of();
        for (Map.Entry<String, String> field : fields) {
            if (header.is(field.getKey())) {
                values = values.isEmpty() ? new ArrayList<>(1) : values;
                values.add(field.getValue());
            }
        }
        return values;
    }

    private boolean isHttp2() {
        return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
    }

    static HttpFields of(List<Map.Entry<String, String>> fields) {
        HttpFields.Mutable all = HttpFields.build();
        fields.forEach(field -> all.add(of(field)));
        return all.asImmutable();
    }

    private static HttpField of(Map.Entry<String, String> field) {
        return new HttpField(field.getKey(), FieldText.octets(field.getValue()));
    }
}
