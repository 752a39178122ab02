package io.github.postfixture.groupware;

import io.github.postfixture.Endpoint;
import io.github.postfixture.account.Account;
import io.github.postfixture.account.Accounts;
import io.github.postfixture.groupware.store.GroupwareStore;
import io.github.postfixture.timeline.Timeline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * Describes the {@link Groupware} of a host. Not safe for use by several threads.
 *
 * <pre>{@code
 * Postfixture host = Postfixture.builder()
 *         .groupware(Groupware.builder().account("ada@example.org", "secret"))
 *         .start();
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class GroupwareBuilder {

    private final List<Account> accounts = new ArrayList<>();
    private Duration timeout = Duration.ofSeconds(5);
    private InstantSource clock = InstantSource.system();

    GroupwareBuilder() {}

    /**
     * Add an account, which every server of the host knows.
     *
     * @throws IllegalArgumentException if the address is blank
     */
    public GroupwareBuilder account(String address, String password) {
        return account(Account.of(address, password));
    }

    /** Add an account, which every server of the host knows. */
    public GroupwareBuilder account(Account account) {
        accounts.add(account);
        return this;
    }

    /**
     * Let every await give up after this time. The default is 5 seconds.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public GroupwareBuilder timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout (" + timeout + ") must be positive");
        }
        this.timeout = timeout;
        return this;
    }

    /** Take the time from this clock: when something was changed, and how long locks last. The default is the system's. */
    public GroupwareBuilder clock(InstantSource clock) {
        this.clock = clock;
        return this;
    }

    /** Return a builder with the same settings, which can be changed on its own. */
    public GroupwareBuilder copy() {
        GroupwareBuilder copy = new GroupwareBuilder();
        copy.accounts.addAll(accounts);
        copy.timeout = timeout;
        copy.clock = clock;
        return copy;
    }

    /**
     * Return the accounts that were added.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public List<Account> accounts() {
        return List.copyOf(accounts);
    }

    /**
     * Return an empty store as it is described.
     *
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public GroupwareStore store(Timeline timeline) {
        return new GroupwareStore(clock, timeline);
    }

    /**
     * Return the groupware as it is described.
     *
     * @param store what it keeps
     * @param directory the accounts of the host
     * @param http says where the web server of the host is, once clients can reach the store there
     * @param https says the same of TLS
     * @hidden
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public Groupware start(
            GroupwareStore store,
            Accounts directory,
            Timeline timeline,
            Supplier<Endpoint> http,
            Supplier<Endpoint> https) {
        return new Groupware(store, directory, timeline, timeout, http, https);
    }
}
