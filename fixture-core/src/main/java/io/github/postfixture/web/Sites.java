package io.github.postfixture.web;

import io.github.postfixture.web.jetty.Call;
import io.github.postfixture.web.jetty.Reply;
import io.github.postfixture.web.site.SiteServer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sites of a server, those below longer paths first. */
final class Sites implements AutoCloseable {

    private final List<Mount> mounts;
    private final List<SiteServer> servers;

    Sites(List<Mount> mounts) {
        this.mounts = mounts.stream()
                .sorted(Comparator.comparingInt(mount -> -mount.prefix().length()))
                .toList();
        servers = this.mounts.stream().map(Mount::open).toList();
    }

    boolean isEmpty() {
        return servers.isEmpty();
    }

    /** Let the first site answer that has something at the path. May block. */
    Optional<Reply> reply(Call call) {
        return servers.stream().flatMap(site -> site.reply(call).stream()).findFirst();
    }

    List<String> describe() {
        return mounts.stream().map(Mount::toString).toList();
    }

    @Override
    public void close() {
        servers.forEach(SiteServer::close);
    }
}
