package io.github.postfixture.mail.dkim;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What became of the signatures of a message.
 *
 * @param domains the domains whose signatures are right
 * @param reason why there are no more of them; empty if all are right
 * @hidden
 */
@API(status = API.Status.INTERNAL)
public record DkimVerdict(List<String> domains, String reason) {

    /** Copy the domains. */
    public DkimVerdict {
        domains = List.copyOf(domains);
    }
}
