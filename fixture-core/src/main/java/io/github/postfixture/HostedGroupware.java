package io.github.postfixture;

import io.github.postfixture.account.Accounts;
import io.github.postfixture.concurrent.Lazy;
import io.github.postfixture.groupware.Groupware;
import io.github.postfixture.groupware.GroupwareBuilder;
import io.github.postfixture.groupware.dav.DavService;
import io.github.postfixture.groupware.store.GroupwareStore;
import io.github.postfixture.web.WebServer;
import java.util.stream.Stream;

/** Gives a host its groupware, which is at the web server from when somebody asks where. */
final class HostedGroupware {

    private static final String WELL_KNOWN = "/.well-known/";

    private HostedGroupware() {}

    static Fixture start(Postfixture host, PostfixtureBuilder description) {
        GroupwareBuilder builder = description.groupwareServer();
        GroupwareStore store = builder.store(host.timeline());
        Accounts accounts = host.mail().directory();
        Lazy<WebServer> web =
                new Lazy<>(() -> mounted(host.web(), new DavService(store, accounts, host.timeline(), Groupware.PATH)));
        return builder.start(
                store,
                accounts,
                host.timeline(),
                () -> web.get().http(),
                () -> web.get().https());
    }

    private static WebServer mounted(WebServer web, DavService service) {
        Stream.of(Groupware.PATH, WELL_KNOWN + "caldav", WELL_KNOWN + "carddav")
                .forEach(path -> web.mount(path, service));
        return web;
    }
}
