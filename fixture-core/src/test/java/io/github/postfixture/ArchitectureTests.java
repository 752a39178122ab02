package io.github.postfixture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.postfixture.net.transcript.TranscriptCard;
import io.github.postfixture.timeline.EventCard;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import javax.naming.Context;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;

/** Who may know whom; see the house in CONTRIBUTING. */
@AnalyzeClasses(packages = "io.github.postfixture", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ROOT = "io.github.postfixture";
    private static final DescribedPredicate<JavaClass> SERVER_TYPES = resideInAPackage("com.icegreen..")
            .or(resideInAPackage("org.eclipse.jetty.."))
            .or(resideInAPackage("org.jsoup.."));

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles().because("a cycle is one big package");

    @ArchTest
    static final ArchRule timelineKnowsTheGroundOnly = onlyKnows("timeline", "html", "explanation");

    @ArchTest
    static final ArchRule htmlKnowsExplanationOnly = onlyKnows("html", "explanation");

    @ArchTest
    static final ArchRule whatIsHappeningIsToldByCards = classes()
            .that()
            .implement(EventCard.class)
            .should()
            .notBePublic()
            .orShould()
            .be(TranscriptCard.class)
            .because(
                    "a card is known to the detail that it shows, and else to nobody; mail and SMTP share that of transcripts");

    @ArchTest
    static final ArchRule awaitKnowsTheGroundOnly = onlyKnows("await", "timeline", "explanation", "tls");

    @ArchTest
    static final ArchRule awaitilityStaysInItsRoom = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".await")
            .and(DescribedPredicate.not(name(ROOT + ".Fixture")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.awaitility..", "org.hamcrest..")
            .because("no test pays for it that does not call await()");

    @ArchTest
    static final ArchRule octetsKnowNobody = onlyKnows("octets");

    @ArchTest
    static final ArchRule netKnowsTheGroundOnly = onlyKnows("net", "concurrent", "timeline", "html", "explanation");

    @ArchTest
    static final ArchRule listenersKnowNoConnection = noClasses()
            .that()
            .resideInAPackage(ROOT + ".net")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".net.(*)..")
            .because("what comes in by a listener is a channel, whoever speaks on it");

    @ArchTest
    static final ArchRule domainNamesKnowNobody = onlyKnows("net.domain");

    @ArchTest
    static final ArchRule transcriptsKnowNoConnection = onlyKnows("net.transcript", "timeline", "html", "explanation");

    @ArchTest
    static final ArchRule connectionsKnowNoListener =
            onlyKnows("net.connection", "net.transcript", "concurrent", "explanation");

    @ArchTest
    static final ArchRule outgoingConnectionsKnowNoServer = onlyKnows("net.outgoing", "net.domain", "concurrent");

    @ArchTest
    static final ArchRule contentCodingsKnowNoMessage = onlyKnows("web.coding", "octets");

    @ArchTest
    static final ArchRule tlsKnowsFaultsOnly = onlyKnows("tls", "fault");

    @ArchTest
    static final ArchRule faultKnowsTheTimelineOnly = onlyKnows("fault", "timeline", "html");

    @ArchTest
    static final ArchRule mailFaultsKnowNoEngine =
            onlyKnows("mail.fault", "fault", "mail.protocol", "mime", "net.connection", "explanation");

    @ArchTest
    static final ArchRule classpathKnowsNobody = onlyKnows("classpath");

    @ArchTest
    static final ArchRule jsonKnowsNobody = onlyKnows("json");

    @ArchTest
    static final ArchRule xmlKnowsNobody = onlyKnows("xml");

    @ArchTest
    static final ArchRule groupwareStoreKnowsNoProtocol =
            onlyKnows("groupware.store", "account", "octets", "timeline", "xml");

    @ArchTest
    static final ArchRule davKnowsServicesAndItsStoreOnly = onlyKnows(
            "groupware.dav",
            "groupware.store",
            "account",
            "ical",
            "timeline",
            "xml",
            "octets",
            "web.service",
            "web.request",
            "web.response");

    @ArchTest
    static final ArchRule nobodyBelowKnowsDav = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".groupware..")
            .and(DescribedPredicate.not(name(ROOT + ".HostedGroupware")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".groupware.dav..")
            .because("a service is mounted, and known to who mounts it");

    @ArchTest
    static final ArchRule explanationKnowsNobody = onlyKnows("explanation");

    @ArchTest
    static final ArchRule calendarsKnowTheGroundOnly = onlyKnows("ical", "mime", "octets", "explanation");

    @ArchTest
    static final ArchRule mimeKnowsDomainNamesOnly = onlyKnows("mime", "octets", "net.domain");

    @ArchTest
    static final ArchRule pageKnowsNoServer =
            onlyKnows("page", "await", "timeline", "explanation", "tls", "net.domain", "net.outgoing", "json", "mime");

    @ArchTest
    static final ArchRule accountKnowsMimeOnly = onlyKnows("account", "mime", "explanation");

    @ArchTest
    static final ArchRule saslKnowsAccountsOnly = onlyKnows("mail.sasl", "account", "mime");

    @ArchTest
    static final ArchRule mailStoreKnowsOctetsOnly = onlyKnows("mail.store", "octets");

    @ArchTest
    static final ArchRule imapKnowsNoMailServer = onlyKnows(
            "mail.imap",
            "mail.fault",
            "mail.reader",
            "mail.store",
            "mail.sasl",
            "mime",
            "octets",
            "concurrent",
            "net.connection",
            "net.transcript",
            "fault",
            "explanation");

    @ArchTest
    static final ArchRule smtpKnowsNoMailServer = onlyKnows(
            "mail.smtp",
            "mail.fault",
            "mail.message",
            "mail.protocol",
            "mail.attempt",
            "mail.sasl",
            "mime",
            "octets",
            "net.connection",
            "net.transcript",
            "fault",
            "explanation");

    @ArchTest
    static final ArchRule messagesKnowNoEngine = onlyKnows(
            "mail.message",
            "mail.inbound",
            "await",
            "mail.lint",
            "mail.html",
            "mail.dkim",
            "mail.smime",
            "ical",
            "mime",
            "page",
            "octets",
            "net.domain",
            "net.outgoing",
            "net.transcript",
            "timeline",
            "html",
            "concurrent",
            "explanation");

    @ArchTest
    static final ArchRule protocolOptionsKnowNoEngine = onlyKnows("mail.protocol", "fault");

    @ArchTest
    static final ArchRule attemptsKnowNoEngine =
            onlyKnows("mail.attempt", "mail.message", "mime", "net.transcript", "await", "timeline", "explanation");

    @ArchTest
    static final ArchRule readersKnowNoProtocol = onlyKnows(
            "mail.reader",
            "mail.message",
            "mail.inbound",
            "mail.store",
            "mime",
            "octets",
            "await",
            "timeline",
            "explanation");

    @ArchTest
    static final ArchRule concurrentKnowsNobody = onlyKnows("concurrent");

    @ArchTest
    static final ArchRule pop3KnowsNoMailServer = onlyKnows(
            "mail.pop3",
            "mail.fault",
            "mail.sasl",
            "octets",
            "net.connection",
            "net.transcript",
            "fault",
            "explanation");

    @ArchTest
    static final ArchRule webEngineKnowsNoEngine = onlyKnows("web.engine", "octets", "tls");

    @ArchTest
    static final ArchRule jettyKnowsWhatItIsAskedOnly =
            onlyKnows("web.jetty", "web.engine", "octets", "concurrent", "net", "tls");

    @ArchTest
    static final ArchRule sitesKnowNoWebServer =
            onlyKnows("web.site", "web.engine", "web.coding", "account", "octets", "net.outgoing");

    @ArchTest
    static final ArchRule requestsKnowNoResponse = onlyKnows(
            "web.request",
            "web.engine",
            "web.coding",
            "await",
            "json",
            "xml",
            "mime",
            "octets",
            "timeline",
            "tls",
            "explanation");

    @ArchTest
    static final ArchRule webSocketsKnowRequestsOnly = onlyKnows(
            "web.websocket", "web.request", "web.engine", "await", "json", "octets", "timeline", "explanation");

    @ArchTest
    static final ArchRule eventStreamsKnowRequestsOnly =
            onlyKnows("web.sse", "web.request", "web.engine", "await", "octets", "timeline");

    @ArchTest
    static final ArchRule contentOfResponsesKnowsHandlersOnly =
            onlyKnows("web.content", "web.websocket", "web.sse", "web.engine", "octets");

    @ArchTest
    static final ArchRule responsesKnowNoStub = onlyKnows(
            "web.response",
            "web.content",
            "web.request",
            "web.websocket",
            "web.sse",
            "web.engine",
            "octets",
            "explanation");

    @ArchTest
    static final ArchRule servicesKnowRequestsAndResponsesOnly =
            onlyKnows("web.service", "web.request", "web.response", "web.engine");

    @ArchTest
    static final ArchRule httpFaultsKnowNoStub =
            onlyKnows("web.fault", "fault", "web.request", "web.response", "web.engine", "tls", "octets");

    @ArchTest
    static final ArchRule stubsKnowNoWebServer =
            onlyKnows("web.stub", "web.fault", "web.request", "web.response", "fault", "explanation");

    @ArchTest
    static final ArchRule recordingsKnowNoWebServer = onlyKnows(
            "web.recording",
            "web.stub",
            "web.request",
            "web.response",
            "web.site",
            "web.engine",
            "web.coding",
            "json",
            "mime",
            "octets",
            "net.outgoing",
            "explanation");

    @ArchTest
    static final ArchRule onlyTheEndpointsKnowTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".web.jetty")
            .and(DescribedPredicate.not(name(ROOT + ".web.WebEndpoints")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".web.jetty")
            .because("what is inside may be exchanged");

    @ArchTest
    static final ArchRule mailDoesNotKnowWeb = noClasses()
            .that()
            .resideInAPackage(ROOT + ".mail..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + ".web.."));

    @ArchTest
    static final ArchRule webDoesNotKnowMail = noClasses()
            .that()
            .resideInAPackage(ROOT + ".web..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + ".mail.."));

    @ArchTest
    static final ArchRule onlyPostfixtureHoldsBothServers = noClasses()
            .that()
            .resideInAPackage(ROOT)
            .and(DescribedPredicate.not(name(ROOT + ".Postfixture")))
            .and(DescribedPredicate.not(name(ROOT + ".PostfixtureBuilder")))
            .and(DescribedPredicate.not(HasName.Predicates.nameStartingWith(ROOT + ".Postfixture$")))
            .and(DescribedPredicate.not(name(ROOT + ".HostedGroupware")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".mail..", ROOT + ".web..", ROOT + ".page..");

    @ArchTest
    static final ArchRule greenMailStaysInItsRoom =
            staysIn("com.icegreen..", ".mail.greenmail", ".mail.greenmail.store");

    @ArchTest
    static final ArchRule greenMailsStoreKnowsNoMailServer =
            onlyKnows("mail.greenmail.store", "mail.store", "mime", "octets");

    @ArchTest
    static final ArchRule jettyStaysInItsRoom = staysIn("org.eclipse.jetty..", ".web.jetty");

    @ArchTest
    static final ArchRule jsoupStaysInItsRoom = staysIn("org.jsoup..", ".page", ".mail.html");

    @ArchTest
    static final ArchRule jdkimStaysInItsRoom = staysIn("org.apache.james..", ".mail.dkim");

    @ArchTest
    static final ArchRule libRecurStaysInItsRoom = staysIn("org.dmfs..", ".ical");

    @ArchTest
    static final ArchRule brotli4jStaysInItsRoom = staysIn("com.aayushatharva..", ".web.coding");

    @ArchTest
    static final ArchRule bouncyCastleStaysInItsRoom = staysIn("org.bouncycastle..", ".mail.smime");

    @ArchTest
    static final ArchRule mimeReadsAlone = noClasses()
            .that()
            .resideInAPackage(ROOT + ".mime..")
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta..").or(SERVER_TYPES))
            .because("a message has one reader");

    @ArchTest
    static final ArchRule inboundMailIsWrittenByMime = noClasses()
            .that()
            .resideInAPackage(ROOT + ".mail.inbound..")
            .and(DescribedPredicate.not(name(ROOT + ".mail.inbound.InboundMail")))
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.."))
            .because("a message has one writer; InboundMail.of(..) takes what Jakarta Mail has written");

    @ArchTest
    static final ArchRule inboundKnowsMimeOnly = onlyKnows("mail.inbound", "mime", "octets", "net.domain");

    @ArchTest
    static final ArchRule jakartaMailSendsForClientsOnly = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".mail.client", ROOT + ".mail.greenmail..")
            .and(DescribedPredicate.not(name(ROOT + ".mail.message.ReceivedMail")))
            .and(DescribedPredicate.not(name(ROOT + ".mail.inbound.InboundMail")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.mail..")
            .because("messages are read and written by mime");

    @ArchTest
    static final ArchRule coreKnowsNoTestFramework = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.testng..")
            .because("the assertions and servers serve every test framework");

    @ArchTest
    static final ArchRule publicSignaturesShowNoRelocatedLibrary = classes()
            .that()
            .arePublic()
            .should(showNothingOf("org.eclipse.jetty."))
            .andShould(showNothingOf("org.dmfs."))
            .because("what is inside may be exchanged");

    @ArchTest
    static final ArchRule publicMethodsShowNoServerTypes = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areNotDeclaredIn(ROOT + ".mail.greenmail.GreenMailBridge")
            .should()
            .notHaveRawReturnType(SERVER_TYPES)
            .because("what is inside may be exchanged; GreenMailBridge is the one door to GreenMail");

    @ArchTest
    static final ArchRule jakartaMailHasOneDoor = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .doNotHaveName("toMimeMessage")
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage(ROOT + ".mail.greenmail.store")
            .should()
            .notHaveRawReturnType(resideInAPackage("jakarta.mail.."))
            .because("ReceivedMail.toMimeMessage() is the one door to Jakarta Mail");

    @ArchTest
    static final ArchRule classesAreFinalUnlessTheyAssert = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .areNotAssignableTo(AbstractAssert.class)
            .should()
            .haveModifier(JavaModifier.FINAL)
            .because("soft assertions subclass assertions, and nobody else subclasses anything");

    @ArchTest
    static final ArchRule nothingGlobalIsSet = noClasses()
            .should()
            .callMethod(System.class, "setProperty", String.class, String.class)
            .orShould()
            .callMethod(System.class, "setProperties", Properties.class)
            .orShould()
            .callMethodWhere(DescribedPredicate.describe(
                    "the default mail session is used",
                    call -> call.getName().equals("getDefaultInstance")
                            && call.getTargetOwner().getName().equals("jakarta.mail.Session")));

    @ArchTest
    static final ArchRule connectionsAskThePolicy = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".net.outgoing")
            .and(DescribedPredicate.not(name(ROOT + ".web.site.SiteSource")))
            .should()
            .callCodeUnitWhere(is(HttpClient.class, "send|sendAsync"))
            .orShould()
            .callCodeUnitWhere(is(Socket.class, "connect"))
            .orShould()
            .callConstructor(Socket.class, String.class, int.class)
            .orShould()
            .callConstructor(Socket.class, InetAddress.class, int.class)
            .orShould()
            .callCodeUnitWhere(is(NetworkChannel.class, "connect"))
            .orShould()
            .callCodeUnitWhere(is(SocketChannel.class, "open").and(hasArguments()))
            .orShould()
            .callCodeUnitWhere(is(DatagramSocket.class, "connect|send"))
            .orShould()
            .callCodeUnitWhere(is(URL.class, "openConnection|openStream"))
            .orShould()
            .callCodeUnitWhere(is(Context.class, "<init>|lookup"))
            .orShould()
            .callCodeUnitWhere(is(Jsoup.class, "connect"))
            .because(
                    "what opens one is OutwardClient, or ConnectionPolicy.connect(..), which ask where to; the site of a"
                            + " class path opens jar URLs only");

    @ArchTest
    static final ArchRule packagesSayWhatTheyPromise = classes().should(liveInAMarkedPackage());

    private static DescribedPredicate<JavaCall<?>> is(Class<?> owner, String method) {
        return DescribedPredicate.describe(
                owner.getSimpleName() + "." + method,
                call -> call.getTargetOwner().isAssignableTo(owner)
                        && call.getName().matches(method));
    }

    private static DescribedPredicate<JavaCall<?>> hasArguments() {
        return DescribedPredicate.describe(
                "arguments", call -> !call.getTarget().getRawParameterTypes().isEmpty());
    }

    private static ArchRule onlyKnows(String name, String... known) {
        String[] allowed = new String[known.length + 1];
        allowed[0] = ROOT + "." + name + "..";
        for (int i = 0; i < known.length; i++) {
            allowed[i + 1] = ROOT + "." + known[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed)))
                        .and(DescribedPredicate.not(name(ROOT + ".Endpoint"))))
                .because("everything else is built on it");
    }

    private static ArchRule staysIn(String library, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        Arrays.stream(rooms).map(room -> ROOT + room).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("what is inside may be exchanged");
    }

    /** Look at public and protected members: their fields, parameters, results and exceptions, type arguments too. */
    private static ArchCondition<JavaClass> showNothingOf(String library) {
        return new ArchCondition<>("show nothing of " + library) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getMembers().stream()
                        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                                || member.getModifiers().contains(JavaModifier.PROTECTED))
                        .filter(member ->
                                types(member).anyMatch(type -> type.getName().startsWith(library)))
                        .forEach(member -> events.add(SimpleConditionEvent.violated(item, member.getFullName())));
            }
        };
    }

    private static Stream<JavaClass> types(JavaMember member) {
        if (member instanceof JavaField field) {
            return field.getAllInvolvedRawTypes().stream();
        }
        JavaCodeUnit code = (JavaCodeUnit) member;
        return Stream.concat(code.getAllInvolvedRawTypes().stream(), code.getExceptionTypes().stream());
    }

    private static ArchCondition<JavaClass> liveInAMarkedPackage() {
        return new ArchCondition<>("live in a package with @API and @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(API.class)
                        && item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(item, marked, item.getPackageName() + " is not marked"));
            }
        };
    }
}
