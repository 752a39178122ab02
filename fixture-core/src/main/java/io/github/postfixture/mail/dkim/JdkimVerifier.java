package io.github.postfixture.mail.dkim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;

/** Verifies by Apache jDKIM, which is there only if the user has it. */
final class JdkimVerifier {

    private JdkimVerifier() {}

    static DkimVerdict verify(byte[] message, DkimKeys keys) {
        DKIMVerifier verifier =
                new DKIMVerifier((method, selector, domain) -> keys.records(domain.toString(), selector.toString()));
        try {
            List<SignatureRecord> right = verifier.verify(new ByteArrayInputStream(message));
            return right == null
                    ? new DkimVerdict(List.of(), "there is no DKIM-Signature")
                    : new DkimVerdict(
                            right.stream()
                                    .map(record -> record.getDToken().toString())
                                    .toList(),
                            "");
        } catch (FailException | IOException | RuntimeException e) {
            return new DkimVerdict(List.of(), String.valueOf(e.getMessage()));
        }
    }
}
