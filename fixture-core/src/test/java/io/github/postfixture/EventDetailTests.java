package io.github.postfixture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.postfixture.timeline.EventCard;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EventDetailTests {

    @Test
    @Timeout(60)
    void loadNoClassOfAReportThatNobodyWrites() throws Exception {
        List<String> ofReports = Stream.concat(cards(), Stream.of("io.github.postfixture.html."))
                .map(name -> " " + name)
                .toList();

        assertThat(OwnJvm.said(EverydayUse.class, "-Xlog:class+load").lines())
                .anyMatch(line -> line.contains(" io.github.postfixture.mail.message.ReceivedMail "))
                .noneMatch(line -> ofReports.stream().anyMatch(line::contains));
    }

    /** Return the names of all cards. */
    private static Stream<String> cards() {
        List<String> cards = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.github.postfixture").stream()
                        .filter(type -> type.isAssignableTo(EventCard.class) && !type.isEquivalentTo(EventCard.class))
                        .map(JavaClass::getName)
                        .toList();
        assertThat(cards).hasSizeGreaterThanOrEqualTo(3);
        return cards.stream();
    }
}
