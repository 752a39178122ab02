package io.github.postfixture.web.site;

import io.github.postfixture.web.engine.Reply;
import io.github.postfixture.web.engine.RequestMessage;
import io.github.postfixture.web.engine.ResponseMessage;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A site that is being served. Safe for several threads.
 *
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public final class SiteServer implements AutoCloseable {

    private final String prefix;
    private final FlavorRules rules;
    private final SiteSource.Opened source;
    private final SiteHandler responder;
    private final InstantSource clock;

    /**
     * Open a site.
     *
     * @param prefix the path below which it is served, without a slash at its end
     * @param filters what stands in front of its documents, in the order in which it was asked for
     * @param clock what time it is
     */
    SiteServer(String prefix, SiteSource origin, SiteOptions options, List<SiteFilter> filters, InstantSource clock) {
        this.prefix = prefix;
        this.clock = clock;
        rules = options.flavor().rules();
        source = origin.open(options);
        responder = wrap(source, filters);
    }

    /** Wrap the innermost layer first, and of those at the same place the last. */
    private static SiteHandler wrap(SiteHandler innermost, List<SiteFilter> filters) {
        List<SiteFilter> outermostFirst =
                filters.stream().sorted(Comparator.comparing(SiteFilter::place)).toList();
        SiteHandler wrapped = innermost;
        for (int i = outermostFirst.size() - 1; i >= 0; i--) {
            wrapped = outermostFirst.get(i).around(wrapped);
        }
        return wrapped;
    }

    /** Answer a message, or return nothing if it is not for this site, or nothing is there. May block. */
    public Optional<Reply> reply(RequestMessage message) {
        int question = message.target().indexOf('?');
        String path = question < 0 ? message.target() : message.target().substring(0, question);
        if (path.equals("*") && prefix.isEmpty()) {
            return rules.answerForServer(message.method()).map(rules::finish).map(SiteResponse::reply);
        }
        if (!path.startsWith(prefix + "/")) {
            return Optional.empty();
        }
        String query = question < 0 ? "" : message.target().substring(question);
        SiteRequest request = new SiteRequest(message, prefix, path.substring(prefix.length()), query, rules, clock);
        return responder
                .respond(request)
                .or(() -> rules.answersForAll() ? Optional.of(request.error(404)) : Optional.empty())
                .map(rules::finish)
                .map(SiteResponse::reply);
    }

    /** Return how this site refuses a request that cannot be read, if it is for such requests and has pages of its own. */
    public Optional<ResponseMessage> refusal(int status) {
        return prefix.isEmpty() && rules.refusesWithAPage()
                ? Optional.of(rules.finish(rules.page(status, "")).answer())
                : Optional.empty();
    }

    @Override
    public void close() {
        source.close();
    }
}
