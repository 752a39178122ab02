package io.github.postfixture.web.site;

import io.github.postfixture.web.engine.ResponseBody;
import io.github.postfixture.web.site.Node.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A document in the form that suits a client.
 *
 * @param document what is represented
 * @param type its media type, if it has one
 * @param coding its content coding, or an empty text
 * @param tag its tag
 * @param documentTag the tag of the document without a coding
 * @param hasParts whether parts of it can be asked for
 * @param varies whether another client may get another form
 * @param body the content in that form
 */
record Representation(
        Document document,
        Optional<String> type,
        String coding,
        String tag,
        String documentTag,
        boolean hasParts,
        boolean varies,
        ResponseBody body) {

    private static final int MOST_PARTS = 200;

    /** Return an answer with the header fields of this representation and no content. */
    SiteResponse head(int status) {
        SiteResponse head = SiteResponse.of(status)
                .with("Last-Modified", HttpDate.of(document.changed()))
                .with("ETag", tag);
        if (hasParts) {
            head = head.with("Accept-Ranges", "bytes");
        }
        if (varies) {
            head = head.with("Vary", "Accept-Encoding");
        }
        return head;
    }

    /** Return such an answer with the type and the coding of the content. */
    SiteResponse typed(int status) {
        SiteResponse head = head(status);
        if (type.isPresent()) {
            head = head.with("Content-Type", type.get());
        }
        return coding.isEmpty() ? head : head.with("Content-Encoding", coding);
    }

    /** Answer with the whole or with what is asked for. */
    SiteResponse serve(SiteRequest request) {
        Representation judged = request.rules().judgesCodedForms() ? this : ofTheDocument();
        int verdict = request.rules().judge(new Conditions(request, judged));
        if (verdict == 304) {
            return judged.head(304);
        }
        if (verdict == 412) {
            return request.rules().refuseCondition(judged);
        }
        return Optional.of(request)
                .filter(asked -> hasParts && body.length() > 0 && new Conditions(request, this).isOfTheSame())
                .flatMap(asked -> Ranges.of(asked, body.length()))
                .map(ranges -> serve(request, ranges))
                .orElseGet(this::whole);
    }

    private Representation ofTheDocument() {
        return new Representation(document, type, "", documentTag, documentTag, true, varies, document.content());
    }

    private SiteResponse whole() {
        return typed(200).with(body);
    }

    private SiteResponse serve(SiteRequest request, Ranges ranges) {
        if (ranges.isNonsense() && !request.rules().refusesNonsense()) {
            return whole();
        }
        if (ranges.satisfiable().isEmpty()) {
            return request.error(416).with("Content-Range", "bytes */" + body.length());
        }
        List<ByteRange> parts = request.rules().arrange(ranges.satisfiable(), body.length());
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            return whole();
        }
        return parts.size() == 1 ? part(parts.get(0)) : parts(parts);
    }

    private SiteResponse part(ByteRange range) {
        return typed(206).with("Content-Range", range.of(body.length())).with(CompositeBody.part(body, range));
    }

    private SiteResponse parts(List<ByteRange> ranges) {
        String boundary = Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
        List<ResponseBody> pieces = new ArrayList<>();
        for (ByteRange range : ranges) {
            pieces.add(CompositeBody.text("\r\n--" + boundary
                    + type.map(media -> "\r\nContent-Type: " + media).orElse("")
                    + "\r\nContent-Range: " + range.of(body.length()) + "\r\n\r\n"));
            pieces.add(CompositeBody.part(body, range));
        }
        pieces.add(CompositeBody.text("\r\n--" + boundary + "--\r\n"));
        return typed(206)
                .withOnly("Content-Type", "multipart/byteranges; boundary=" + boundary)
                .with(new CompositeBody(pieces));
    }
}
