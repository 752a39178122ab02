package io.github.postfixture.mail;

import io.github.postfixture.concurrent.Lazy;
import io.github.postfixture.mail.reader.ReaderLog;
import io.github.postfixture.mail.sasl.SaslAccounts;
import io.github.postfixture.mail.store.MailStore;
import io.github.postfixture.mail.store.StoredMailbox;
import io.github.postfixture.net.connection.Connection;
import io.github.postfixture.net.outgoing.ConnectionPolicy;
import io.github.postfixture.timeline.Timeline;
import java.net.InetSocketAddress;
import java.time.InstantSource;

/**
 * What the services of all protocols share.
 *
 * @param store the folders, made when somebody first asks for them
 * @param mailboxes whose mail there is
 * @param accounts who may log in
 * @param tls how to encrypt
 * @param timeline where to tell what happens
 * @param closing whether the server stops
 * @param allowed where links of its mail may lead
 * @param clock what time it is
 */
record ServerContext(
        Lazy<MailStore> store,
        Mailboxes mailboxes,
        SaslAccounts accounts,
        MailTls tls,
        Timeline timeline,
        ShutdownSignal closing,
        ConnectionPolicy allowed,
        InstantSource clock) {

    /** Take note that a session has failed. */
    void failed(String protocol, Connection connection, Throwable cause) {
        timeline.append(protocol, new SessionFailure(protocol, connection.client(), cause));
    }

    /** Begin to write down what somebody does who has just logged in. */
    ReaderLog readerLog(StoredMailbox account, String protocol, InetSocketAddress peer) {
        return mailboxes.mailbox(account.address()).readers().begin(protocol, peer);
    }
}
