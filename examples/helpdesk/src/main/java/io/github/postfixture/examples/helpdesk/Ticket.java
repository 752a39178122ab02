package io.github.postfixture.examples.helpdesk;

/**
 * A question that somebody has asked.
 *
 * @param number how the helpdesk calls it
 * @param customer who asked
 * @param subject what it is about
 * @param messages how many mails there were about it
 */
public record Ticket(int number, String customer, String subject, int messages) {

    Ticket continued() {
        return new Ticket(number, customer, subject, messages + 1);
    }
}
