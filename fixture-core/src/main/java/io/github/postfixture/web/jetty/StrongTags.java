package io.github.postfixture.web.jetty;

import java.io.IOException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.content.HttpContent;
import org.jspecify.annotations.Nullable;

/** Contents under a prefix, tagged by length and time of change, with no dash, at which Jetty would cut a tag. */
record StrongTags(String prefix, HttpContent.Factory files) implements HttpContent.Factory {

    @Override
    public @Nullable HttpContent getContent(String path) throws IOException {
        if (!path.startsWith(prefix + "/")) {
            return null;
        }
        HttpContent content = files.getContent(path.substring(prefix.length()));
        return content == null || content.getResource().isDirectory() ? content : new Tagged(content);
    }

    private static final class Tagged extends HttpContent.Wrapper {

        Tagged(HttpContent content) {
            super(content);
        }

        @Override
        public HttpField getETag() {
            long changed = getLastModifiedInstant().toEpochMilli();
            String tag = Long.toHexString(getContentLengthValue()) + "." + Long.toHexString(changed);
            return new HttpField(HttpHeader.ETAG, '"' + tag + '"');
        }
    }
}
