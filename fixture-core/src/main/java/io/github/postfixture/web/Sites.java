package io.github.postfixture.web;

import io.github.postfixture.web.engine.MediaTypes;
import io.github.postfixture.web.engine.Reply;
import io.github.postfixture.web.engine.RequestMessage;
import io.github.postfixture.web.engine.ResponseMessage;
import io.github.postfixture.web.request.HostName;
import io.github.postfixture.web.site.SiteServer;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The sites of a server, those below longer paths first. */
final class Sites implements AutoCloseable {

    private final List<SiteMount> mounts;
    private final List<SiteServer> servers;
    private final boolean hasHosts;

    Sites(List<SiteMount> mounts, MediaTypes types, InstantSource clock) {
        this.mounts = mounts.stream()
                .sorted(Comparator.comparingInt(mount -> -mount.point().prefix().length()))
                .toList();
        hasHosts = mounts.stream().anyMatch(mount -> !mount.point().host().isEmpty());
        servers = this.mounts.stream().map(mount -> mount.open(types, clock)).toList();
    }

    boolean isEmpty() {
        return servers.isEmpty();
    }

    /** Let the first site answer that has something at the path. May block. */
    Optional<Reply> reply(RequestMessage message) {
        String name = hasHosts ? name(message) : "";
        boolean isHost = mounts.stream().anyMatch(mount -> mount.point().isFor(name));
        return IntStream.range(0, servers.size())
                .filter(i -> mounts.get(i).point().isFor(isHost ? name : ""))
                .mapToObj(i -> servers.get(i).reply(message))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Return how to refuse a request that cannot be read, if a site has a page for it. */
    Optional<ResponseMessage> refusal(int status) {
        return IntStream.range(0, servers.size())
                .filter(i -> mounts.get(i).point().isFor(""))
                .mapToObj(i -> servers.get(i).refusal(status))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String name(RequestMessage message) {
        return HostName.of(message.header("Host").orElse(""));
    }

    List<String> describe() {
        return mounts.stream().map(SiteMount::toString).toList();
    }

    @Override
    public void close() {
        servers.forEach(SiteServer::close);
    }
}
