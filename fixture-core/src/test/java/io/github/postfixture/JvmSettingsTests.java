package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.postfixture.mail.MailServer;
import io.github.postfixture.net.BindFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody does, in JVMs with the settings that people have. */
@Timeout(60)
class JvmSettingsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.net.preferIPv6Addresses=true",
                "-Duser.language=tr -Duser.country=TR",
                "-Duser.language=th -Duser.country=TH -Duser.variant=TH",
                "-Dfile.encoding=US-ASCII",
                "-Xmx32m",
                "-XX:ActiveProcessorCount=1",
                "-Xss180k"
            })
    void doNotMatter(String settings) throws Exception {
        assertThat(OwnJvm.said(EverydayUse.class, settings)).endsWith("All is well\n");
    }

    @Test
    void areNamedWhereAnIpv6AddressCannotBeBound() throws Exception {
        assertThat(OwnJvm.said(UseOfIpv6.class, "-Djava.net.preferIPv4Stack=true"))
                .endsWith("Cannot bind SMTP to 0:0:0:0:0:0:0:1 port 0: this machine has no IPv6,"
                        + " or this JVM runs with -Djava.net.preferIPv4Stack=true\n");
    }

    static final class UseOfIpv6 {

        private UseOfIpv6() {}

        public static void main(String[] arguments) {
            try (MailServer mail = MailServer.builder().address("::1").start()) {
                System.out.println(mail.smtp());
            } catch (BindFailedException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
