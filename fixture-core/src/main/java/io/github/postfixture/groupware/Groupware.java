package io.github.postfixture.groupware;

import io.github.postfixture.Endpoint;
import io.github.postfixture.Fixture;
import io.github.postfixture.account.Account;
import io.github.postfixture.account.Accounts;
import io.github.postfixture.groupware.store.AccountHome;
import io.github.postfixture.groupware.store.GroupwareStore;
import io.github.postfixture.ical.Event;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * The calendars, task lists and address books of a {@link io.github.postfixture.Postfixture}, which clients reach by CalDAV (RFC
 * 4791) and CardDAV (RFC 6352) at its web server.
 *
 * <pre>{@code
 * new Booking(groupware.calDav().uri(), "ada@example.org", "secret").book("Review", MONDAY_AT_TEN);
 * }</pre>
 *
 * <p>The accounts are those of the host; each has a calendar, a task list and an address book from the start. Safe for use by several
 * threads.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Groupware implements Fixture {

    /**
     * The path of the web server below which everything is.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public static final String PATH = "/dav";

    private final GroupwareStore store;
    private final Accounts accounts;
    private final Timeline timeline;
    private final Duration timeout;
    private final Supplier<Endpoint> http;
    private final Supplier<Endpoint> https;

    Groupware(
            GroupwareStore store,
            Accounts accounts,
            Timeline timeline,
            Duration timeout,
            Supplier<Endpoint> http,
            Supplier<Endpoint> https) {
        this.store = store;
        this.accounts = accounts;
        this.timeline = timeline;
        this.timeout = timeout;
        this.http = http;
        this.https = https;
    }

    /** Return a builder, for {@link io.github.postfixture.PostfixtureBuilder#groupware(GroupwareBuilder)}. */
    public static GroupwareBuilder builder() {
        return new GroupwareBuilder();
    }

    /** Return where clients of CalDAV connect. */
    public DavEndpoint calDav() {
        return new DavEndpoint(http.get(), PATH + "/");
    }

    /** Return where clients of CalDAV connect by TLS. */
    public DavEndpoint calDavs() {
        return new DavEndpoint(https.get(), PATH + "/");
    }

    /** Return where clients of CardDAV connect. */
    public DavEndpoint cardDav() {
        return calDav();
    }

    /** Return where clients of CardDAV connect by TLS. */
    public DavEndpoint cardDavs() {
        return calDavs();
    }

    /** Return the addresses of the accounts, in the order in which they were added. */
    public List<String> accounts() {
        return accounts.addresses();
    }

    /**
     * Return the first calendar of an account, or of anybody if there are no accounts.
     *
     * @throws IllegalArgumentException if there are accounts, and the address is that of none
     */
    public Calendar calendar(String address) {
        AccountHome home = home(address);
        return new Calendar(new CollectionContents<>(
                store,
                home.calendar(),
                new CollectionNames("calendar", home.address(), "", "an event", ".ics"),
                Event::parseAll,
                timeline,
                timeout));
    }

    private AccountHome home(String address) {
        return store.home(accounts.find(address).orElseGet(() -> stranger(address)));
    }

    private Account stranger(String address) {
        if (!accounts.addresses().isEmpty()) {
            throw new IllegalArgumentException(
                    "address (" + address + ") must be that of an account: " + String.join(", ", accounts.addresses()));
        }
        return Account.of(address, "");
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    /** Begin anew: forget all that was put, and what happened to it. Accounts and addresses stay. */
    public void reset() {
        store.clear();
    }

    /** Do nothing: clients come by the web server of the host, which ends with the host. */
    @Override
    public void close() {}

    @Override
    public String toString() {
        return "groupware";
    }
}
