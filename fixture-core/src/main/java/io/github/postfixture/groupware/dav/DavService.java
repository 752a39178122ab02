package io.github.postfixture.groupware.dav;

import io.github.postfixture.account.Account;
import io.github.postfixture.account.Accounts;
import io.github.postfixture.groupware.store.AccountHome;
import io.github.postfixture.groupware.store.GroupwareStore;
import io.github.postfixture.groupware.store.StoreEditor;
import io.github.postfixture.timeline.Timeline;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.response.Response;
import io.github.postfixture.web.service.RequestBody;
import io.github.postfixture.web.service.Service;
import io.github.postfixture.web.service.ServiceResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * WebDAV, CalDAV and CardDAV over a store. Mounted below its prefix and, so that clients find it, at
 * {@code /.well-known/caldav} and {@code /.well-known/carddav}.
 */
public final class DavService implements Service {

    /** What is offered (RFC 4918 section 10.1). */
    static final String CLASSES = "1, 2, 3, access-control, calendar-access, addressbook, extended-mkcol,"
            + " calendarserver-principal-search";

    private final GroupwareStore store;
    private final Accounts accounts;
    private final HttpLogin login;
    private final Timeline timeline;
    private final Hrefs hrefs;

    /**
     * Make a service.
     *
     * @param prefix the path at which it is mounted, such as {@code /dav}; empty for the root of a host
     */
    public DavService(GroupwareStore store, Accounts accounts, Timeline timeline, String prefix) {
        this.store = store;
        this.accounts = accounts;
        this.timeline = timeline;
        login = new HttpLogin(accounts, "Postfixture");
        hrefs = new Hrefs(prefix);
    }

    @Override
    public String name() {
        return "dav";
    }

    @Override
    public ServiceResponse answer(Request request, RequestBody body) throws IOException {
        if (request.rawPath().startsWith("/.well-known/")) {
            return ServiceResponse.of(Response.redirect(hrefs.prefix() + "/").withStatus(301));
        } else if (request.method().equals("OPTIONS")) {
            return ServiceResponse.of(options());
        }
        Optional<Account> account = login.account(request);
        return account.isEmpty() ? ServiceResponse.of(challenge(request)) : answer(request, body, account.get());
    }

    static Response options() {
        return Response.ok()
                .withHeader("DAV", CLASSES)
                .withHeader("Allow", String.join(", ", DavMethods.names()))
                .withHeader("MS-Author-Via", "DAV");
    }

    private Response challenge(Request request) {
        if (request.header("Authorization").isPresent()) {
            timeline.append("dav", request + ": 401, name and password or token are not those of an account");
        }
        return login.challenge(request);
    }

    private ServiceResponse answer(Request request, RequestBody body, Account account) throws IOException {
        accounts.addresses().forEach(address -> accounts.find(address).ifPresent(store::home));
        AccountHome home = store.home(account);
        StoreEditor editor = store.edit(home.address());
        Response response = respond(request, body, home, editor);
        return ServiceResponse.of(response).afterFlush(editor::close).onFailure(lost -> editor.close());
    }

    private Response respond(Request request, RequestBody body, AccountHome home, StoreEditor editor)
            throws IOException {
        try {
            DavMethod method = DavMethods.of(request.method());
            return method.answer(
                    new DavCall(request, body, store, home, hrefs, hrefs.parse(request.rawPath()), editor));
        } catch (DavRefusal refusal) {
            timeline.append("dav", request + ": " + refusal.status() + ", " + refusal.reason());
            return refusal.status() == 304 ? Response.status(304) : refusal.response();
        }
    }
}
