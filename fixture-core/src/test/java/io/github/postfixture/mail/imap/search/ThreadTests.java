package io.github.postfixture.mail.imap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.postfixture.mail.imap.syntax.Arguments;
import io.github.postfixture.mail.imap.syntax.BadSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** THREAD (RFC 5256 section 3). A message is written as its id, what it refers to, and its subject. */
class ThreadTests {

    @Test
    void isNamedInAnyCase() throws BadSyntaxException {
        assertThat(ThreadAlgorithm.take(new Arguments("references"))).isEqualTo(ThreadAlgorithm.REFERENCES);
        assertThatExceptionOfType(BadSyntaxException.class)
                .isThrownBy(() -> ThreadAlgorithm.take(new Arguments("nope")))
                .withMessage("Unknown algorithm nope");
    }

    @Test
    void namesUidsIfAsked() {
        List<TestMessage> messages = List.of(message(1, "a", "", "x"), message(2, "b", "a", "x"));

        assertThat(ThreadAlgorithm.REFERENCES.threads(messages, SearchedMessage::uid))
                .isEqualTo("(10 20)");
    }

    @Nested
    class OrderedSubject {

        @Test
        void putsRepliesBelowTheFirstMessageWithTheSubject() {
            assertThat(ThreadAlgorithm.ORDEREDSUBJECT.threads(
                            List.of(
                                    message(1, "", "", "b"),
                                    message(2, "", "", "Re: a"),
                                    message(3, "", "", "[list] A"),
                                    message(4, "", "", "b (fwd)"),
                                    message(5, "", "", "a")),
                            SearchedMessage::number))
                    .isEqualTo("(1 4)(2 (3)(5))");
        }

        @Test
        void ordersByTheDateOfTheFirst() {
            assertThat(ThreadAlgorithm.ORDEREDSUBJECT.threads(
                            List.of(dated(1, 3, "b"), dated(2, 2, "a"), dated(3, 1, "b")), SearchedMessage::number))
                    .isEqualTo("(3 1)(2)");
        }

        @Test
        void isNothingForNoMessages() {
            assertThat(ThreadAlgorithm.ORDEREDSUBJECT.threads(List.of(), SearchedMessage::number))
                    .isEmpty();
        }
    }

    @Nested
    class References {

        @Test
        void linkEachMessageToTheLastOfThem() {
            assertThat(references("a||x", "b|a|x", "c|a b|x", "d|a|x")).isEqualTo("(1 (2 3)(4))");
        }

        @Test
        void areTakenFromInReplyToIfThereAreNoOthers() {
            TestMessage reply = TestMessage.of(2, "Message-ID: <b@x>\nIn-Reply-To: text <a@x> <c@x>\nSubject: y\n\n");

            assertThat(ThreadAlgorithm.REFERENCES.threads(
                            List.of(message(1, "a", "", "x"), reply), SearchedMessage::number))
                    .isEqualTo("(1 2)");
        }

        @Test
        void areTheSameWithAndWithoutQuotes() {
            TestMessage first = TestMessage.of(1, "Message-ID: <\"a\"@x>\nSubject: x\n\n");

            assertThat(ThreadAlgorithm.REFERENCES.threads(
                            List.of(first, message(2, "b", "a", "y")), SearchedMessage::number))
                    .isEqualTo("(1 2)");
        }

        @Test
        void linkTheMessagesInBetweenThatNobodyElseLinks() {
            assertThat(references("c|a b|x", "b||y", "a||z")).isEqualTo("(2 1)(3)");
            assertThat(references("c|a b|x", "a||z")).isEqualTo("(2 1)");
        }

        @Test
        void doNotMakeALoop() {
            assertThat(references("a|b|x", "b|a|y")).isEqualTo("(2 1)");
            assertThat(references("a|a|x")).isEqualTo("(1)");
            assertThat(references("a||x", "b|c a|y", "c|b|z")).isEqualTo("(3 1 2)");
        }

        @Test
        void tellMessagesWithTheSameIdApart() {
            assertThat(references("a||x", "a||y", "b|a|z")).isEqualTo("(1 3)(2)");
        }

        @Test
        void ofMessagesWithoutAnIdLinkThemAllTheSame() {
            assertThat(references("a||x", "|a|y", "||z")).isEqualTo("(1 2)(3)");
        }

        @Test
        void toWhatIsNotThereAreDropped() {
            assertThat(references("b|a|x")).isEqualTo("(1)");
            assertThat(references("d|a b c|x", "e||y")).isEqualTo("(1)(2)");
        }

        @Test
        void toOneThatIsNotThereHoldMessagesTogether() {
            assertThat(references("b|a|x", "c|a|y")).isEqualTo("((1)(2))");
        }

        @Test
        void toOneThatIsNotThereBelowAnotherMakeSiblings() {
            assertThat(references("a||x", "c|a b|x", "d|a b|x")).isEqualTo("(1 (2)(3))");
        }

        @Test
        void areOrderedByTheDateSent() {
            assertThat(ThreadAlgorithm.REFERENCES.threads(
                            List.of(
                                    dated(1, 9, "x"),
                                    dated(2, 1, "y"),
                                    TestMessage.of(3, "Message-ID: <c@x>\nReferences: <n@x>\n" + date(8) + "\n"),
                                    TestMessage.of(4, "Message-ID: <d@x>\nReferences: <n@x>\n" + date(2) + "\n")),
                            SearchedMessage::number))
                    .isEqualTo("(2)((4)(3))(1)");
        }

        @Test
        void areOrderedByTheDateSentAtEveryLevel() {
            assertThat(ThreadAlgorithm.REFERENCES.threads(
                            List.of(
                                    message(1, "a", "", "x"),
                                    TestMessage.of(2, "Message-ID: <b@x>\nReferences: <a@x>\n" + date(8) + "\n"),
                                    TestMessage.of(3, "Message-ID: <c@x>\nReferences: <a@x>\n" + date(2) + "\n")),
                            SearchedMessage::number))
                    .isEqualTo("(1 (3)(2))");
        }
    }

    /** Step 5. */
    @Nested
    class Subjects {

        @Test
        void putAReplyBelowWhatItRepliesTo() {
            assertThat(references("a||x", "b||Re: x", "c||[list] fwd: X")).isEqualTo("(1 (2)(3))");
        }

        @Test
        void putAReplyBelowWhatItRepliesToEvenIfThatComesLater() {
            assertThat(references("a||Re: x", "b||x")).isEqualTo("(2 1)");
        }

        @Test
        void ofTwoMessagesThatReplyToNeitherMakeASiblingOfEach() {
            assertThat(references("a||x", "b||x")).isEqualTo("((1)(2))");
            assertThat(references("a||Re: x", "b||Re: x")).isEqualTo("((1)(2))");
            assertThat(references("a||x", "b||x", "c||x")).isEqualTo("((1)(2)(3))");
        }

        @Test
        void joinAThreadWhoseFirstMessageIsNotThere() {
            assertThat(references("b|a|x", "c|a|y", "d||Re: x")).isEqualTo("((1)(2)(3))");
            assertThat(references("d||x", "b|a|x", "c|a|y")).isEqualTo("((1)(2)(3))");
        }

        @Test
        void joinTwoThreadsWhoseFirstMessagesAreNotThere() {
            assertThat(references("b|a|x", "c|a|y", "d|z|Re: x", "e|z|q")).isEqualTo("((1)(2)(3)(4))");
        }

        @Test
        void thatAreEmptyJoinNothing() {
            assertThat(references("a||", "b||", "c||Re:")).isEqualTo("(1)(2)(3)");
        }

        @Test
        void withinAThreadChangeNothing() {
            assertThat(references("a||x", "b|a|y", "c||y")).isEqualTo("(1 2)(3)");
        }
    }

    @Test
    void goesAsDeepAsTheMessagesDo() {
        List<TestMessage> messages = new ArrayList<>();
        StringBuilder expected = new StringBuilder("(1");
        messages.add(message(1, "0", "", "x"));
        for (int i = 1; i < 5_000; i++) {
            messages.add(message(i + 1, String.valueOf(i), String.valueOf(i - 1), "x"));
            expected.append(' ').append(i + 1);
        }

        assertThat(ThreadAlgorithm.REFERENCES.threads(messages, SearchedMessage::number))
                .isEqualTo(expected + ")");
    }

    @Test
    void survivesAMessageThatRefersToEverything() {
        String many = "<a@x>" + " <b%s@x>".repeat(5_000);
        TestMessage message = TestMessage.of(1, "References: " + many.formatted((Object[]) numbers(5_000)) + "\n\n");

        assertThat(ThreadAlgorithm.REFERENCES.threads(List.of(message), SearchedMessage::number))
                .isEqualTo("(1)");
    }

    @Test
    @Timeout(60)
    void takesAMessageFromAmongVeryManySiblings() {
        ThreadNode parent = ThreadNode.dummy();
        List<ThreadNode> siblings = Stream.generate(ThreadNode::dummy)
                .limit(1_000_000)
                .peek(node -> node.moveTo(parent))
                .toList();

        for (int i = siblings.size() - 1; i > 0; i--) {
            siblings.get(i).detach();
        }

        assertThat(parent.children()).containsExactly(siblings.get(0));
    }

    @Test
    @Timeout(60)
    void removesVeryManyDummiesBelowEachOther() {
        ThreadNode top = ThreadNode.dummy();
        ThreadNode last = top;
        for (int i = 0; i < 100_000; i++) {
            ThreadNode next = ThreadNode.dummy();
            next.moveTo(last);
            node(i).moveTo(next);
            last = next;
        }

        top.adoptBelowDummies();

        assertThat(top.children()).hasSize(100_000).noneMatch(ThreadNode::isDummy);
    }

    @Test
    void comparesMessageIdsAsTheyAreReadEverywhere() {
        TestMessage first = TestMessage.of(1, "Message-ID: <a\n @x>\nSubject: x\n\n");
        TestMessage bare = TestMessage.of(2, "Message-ID: b@x\nReferences: (<no@x>) <a@x><c@x>\nSubject: y\n\n");
        TestMessage third = TestMessage.of(3, "In-Reply-To: <b@x>\nSubject: z\n\n");

        assertThat(ThreadAlgorithm.REFERENCES.threads(List.of(first, bare, third), SearchedMessage::number))
                .isEqualTo("(1 2 3)");
    }

    private static ThreadNode node(int number) {
        return ThreadNode.of(new Candidate(TestMessage.of(number, "\n")));
    }

    private static String references(String... messages) {
        List<TestMessage> all = new ArrayList<>();
        for (String message : messages) {
            String[] parts = message.split("\\|", -1);
            all.add(message(all.size() + 1, parts[0], parts[1], parts[2]));
        }
        return ThreadAlgorithm.REFERENCES.threads(all, SearchedMessage::number);
    }

    private static TestMessage message(long number, String id, String references, String subject) {
        String ids = references.isEmpty() ? "" : "<" + references.replace(" ", "@x> <") + "@x>";
        return TestMessage.of(
                number,
                (id.isEmpty() ? "" : "Message-ID: <" + id + "@x>\n") + "References: " + ids + "\nSubject: " + subject
                        + "\n\n");
    }

    private static TestMessage dated(long number, int day, String subject) {
        return TestMessage.of(number, "Subject: " + subject + "\n" + date(day) + "\n");
    }

    private static String date(int day) {
        return "Date: " + day + " Nov 2026 10:00:00 +0000\n";
    }

    private static String[] numbers(int count) {
        String[] numbers = new String[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = String.valueOf(i);
        }
        return numbers;
    }
}
