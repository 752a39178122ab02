package io.github.postfixture.junit5;

import io.github.postfixture.PostfixtureBuilder;
import io.github.postfixture.groupware.GroupwareBuilder;
import io.github.postfixture.mail.MailServerBuilder;
import io.github.postfixture.net.Reservation;
import io.github.postfixture.web.WebServerBuilder;
import java.util.Optional;

/** How a part of a host is to be; can be applied to as many hosts as are needed. */
interface PartConfiguration {

    /** Tell a host, whose part answers at the reserved ports if there are some. */
    void apply(PostfixtureBuilder host, Optional<Reservation> ports);

    static PartConfiguration of(MailServerBuilder builder) {
        return (host, ports) -> {
            MailServerBuilder mail = builder.copy();
            ports.ifPresent(mail::on);
            host.mail(mail);
        };
    }

    /** Describe groupware, whose clients come to the web server of its host. */
    static PartConfiguration of(GroupwareBuilder builder) {
        return (host, ports) -> {
            host.groupware(builder);
            ports.ifPresent(host::webOn);
        };
    }

    static PartConfiguration of(WebServerBuilder builder) {
        return (host, ports) -> {
            WebServerBuilder web = builder.copy();
            ports.ifPresent(web::on);
            host.web(web);
        };
    }
}
