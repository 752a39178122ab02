package io.github.postfixture.web.site;

import io.github.postfixture.web.jetty.Answer;
import io.github.postfixture.web.jetty.Call;
import io.github.postfixture.web.jetty.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A site that is being served. Safe for several threads. */
public final class SiteServer implements AutoCloseable {

    private final String prefix;
    private final Manners manners;
    private final Origin.Source source;
    private final Responder responder;

    /**
     * Open a site.
     *
     * @param prefix the path below which it is served, without a slash at its end
     * @param layers what stands in front of its documents, in the order in which it was asked for
     */
    public SiteServer(String prefix, Origin origin, SiteOptions options, List<Layer> layers) {
        this.prefix = prefix;
        manners = options.profile().manners();
        source = origin.open(options);
        responder = wrap(source, layers);
    }

    /** Wrap the innermost layer first, and of those at the same place the last. */
    private static Responder wrap(Responder innermost, List<Layer> layers) {
        List<Layer> outermostFirst =
                layers.stream().sorted(Comparator.comparing(Layer::place)).toList();
        Responder wrapped = innermost;
        for (int i = outermostFirst.size() - 1; i >= 0; i--) {
            wrapped = outermostFirst.get(i).around(wrapped);
        }
        return wrapped;
    }

    /** Answer a call, or return nothing if it is not for this site, or nothing is there. May block. */
    public Optional<Reply> reply(Call call) {
        int question = call.target().indexOf('?');
        String path = question < 0 ? call.target() : call.target().substring(0, question);
        if (path.equals("*") && prefix.isEmpty()) {
            return manners.answerForServer(call.method()).map(manners::finish).map(Served::reply);
        }
        if (!path.startsWith(prefix + "/")) {
            return Optional.empty();
        }
        String query = question < 0 ? "" : call.target().substring(question);
        Ask ask = new Ask(call, prefix, path.substring(prefix.length()), query, manners);
        return responder
                .respond(ask)
                .or(() -> manners.answersForAll() ? Optional.of(ask.error(404)) : Optional.empty())
                .map(manners::finish)
                .map(Served::reply);
    }

    /** Return how this site refuses a request that cannot be read, if it is for such requests and has pages of its own. */
    public Optional<Answer> refusal(int status) {
        return prefix.isEmpty() && manners.refusesWithAPage()
                ? Optional.of(manners.finish(manners.page(status, "")).answer())
                : Optional.empty();
    }

    @Override
    public void close() {
        source.close();
    }
}
