package io.github.postfixture.web.site;

import io.github.postfixture.web.jetty.Body;
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
        Body body) {

    private static final int MOST_PARTS = 200;

    /** Return an answer with the header fields of this representation and no content. */
    Served head(int status) {
        Served head = Served.of(status)
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
    Served typed(int status) {
        Served head = head(status);
        if (type.isPresent()) {
            head = head.with("Content-Type", type.get());
        }
        return coding.isEmpty() ? head : head.with("Content-Encoding", coding);
    }

    /** Answer with the whole or with what is asked for. */
    Served serve(Ask ask) {
        Representation judged = ask.manners().judgesCodedForms() ? this : ofTheDocument();
        int verdict = ask.manners().judge(new Conditions(ask, judged));
        if (verdict == 304) {
            return judged.head(304);
        }
        if (verdict == 412) {
            return ask.manners().refuseCondition(judged);
        }
        return Optional.of(ask)
                .filter(asked -> hasParts && body.length() > 0 && new Conditions(ask, this).isOfTheSame())
                .flatMap(asked -> Ranges.of(asked, body.length()))
                .map(ranges -> serve(ask, ranges))
                .orElseGet(this::whole);
    }

    private Representation ofTheDocument() {
        return new Representation(document, type, "", documentTag, documentTag, true, varies, document.content());
    }

    private Served whole() {
        return typed(200).with(body);
    }

    private Served serve(Ask ask, Ranges ranges) {
        if (ranges.isNonsense() && !ask.manners().refusesNonsense()) {
            return whole();
        }
        if (ranges.satisfiable().isEmpty()) {
            return ask.error(416).with("Content-Range", "bytes */" + body.length());
        }
        List<ByteRange> parts = ask.manners().arrange(ranges.satisfiable(), body.length());
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            return whole();
        }
        return parts.size() == 1 ? part(parts.get(0)) : parts(parts);
    }

    private Served part(ByteRange range) {
        return typed(206).with("Content-Range", range.of(body.length())).with(Pieces.part(body, range));
    }

    private Served parts(List<ByteRange> ranges) {
        String boundary = Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
        List<Body> pieces = new ArrayList<>();
        for (ByteRange range : ranges) {
            pieces.add(Pieces.text("\r\n--" + boundary
                    + type.map(media -> "\r\nContent-Type: " + media).orElse("")
                    + "\r\nContent-Range: " + range.of(body.length()) + "\r\n\r\n"));
            pieces.add(Pieces.part(body, range));
        }
        pieces.add(Pieces.text("\r\n--" + boundary + "--\r\n"));
        return typed(206)
                .withOnly("Content-Type", "multipart/byteranges; boundary=" + boundary)
                .with(new Pieces(pieces));
    }
}
