package io.github.postfixture.web.jetty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.ResourceHttpContentFactory;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ResourceService;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.resource.Resources;
import org.jspecify.annotations.Nullable;

/** A tree of files, served as they are at that moment. Safe for several threads. */
public final class StaticSite implements AutoCloseable {

    private static final String WELCOME = "index.html";

    private final ResourceFactory.Closeable mounts = ResourceFactory.closeable();
    private final FileService files = new FileService();

    /**
     * Open a tree.
     *
     * @param prefix the path below which it is served, without a slash at its end
     * @param root a directory, on disk or in an archive
     */
    public StaticSite(String prefix, URI root) {
        ByteBufferPool.Sized buffers = new ByteBufferPool.Sized(ByteBufferPool.NON_POOLING);
        files.setHttpContentFactory(new StrongTags(
                prefix, new ResourceHttpContentFactory(mounts.newResource(root), MimeTypes.DEFAULTS, buffers)));
        files.setWelcomeFactory(StaticSite::welcome);
        files.setWelcomeMode(ResourceService.WelcomeMode.SERVE);
        files.setDirAllowed(false);
        files.setEtags(true);
    }

    @Override
    public void close() {
        mounts.close();
    }

    /** Serve the request if there is something at its path; return whether there was. */
    boolean serve(Request request, Response response, Callback callback) {
        try {
            HttpContent content = request.getHttpURI().isAmbiguous()
                    ? null
                    : files.getContent(Request.getPathInContext(request), request);
            if (content != null) {
                serve(content, request, response, callback);
            }
            return content != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(HttpContent content, Request request, Response response, Callback callback) {
        if (HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod())) {
            files.doGet(FreshRange.of(request, content), response, callback, content);
        } else {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
        }
    }

    private static @Nullable String welcome(HttpContent content, Request request) {
        return Resources.isReadableFile(content.getResource().resolve(WELCOME))
                ? URIUtil.addPaths(Request.getPathInContext(request), WELCOME)
                : null;
    }

    private static final class FileService extends ResourceService {

        /** Name the length that status 200 would have had, lest Jetty name zero (RFC 9110, section 8.6). */
        @Override
        protected void putNotModifiedHeaders(Response response, HttpContent content) {
            super.putNotModifiedHeaders(response, content);
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.getContentLengthValue());
        }

        /** Send a directory's reader to the path with a slash for good, as Apache httpd, nginx and IIS do. */
        @Override
        protected void sendRedirect(Request request, Response response, Callback callback, String target) {
            Response.sendRedirect(request, response, callback, HttpStatus.MOVED_PERMANENTLY_301, target, false);
        }
    }
}
