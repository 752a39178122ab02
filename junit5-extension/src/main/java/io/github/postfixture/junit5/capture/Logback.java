package io.github.postfixture.junit5.capture;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hears what is logged by Logback, by an appender of its root logger. */
final class Logback implements ProblemSource {

    static final String CONTEXT = "ch.qos.logback.classic.LoggerContext";

    private static final String LOGGER = "ch.qos.logback.classic.Logger";
    private static final String APPENDER = "ch.qos.logback.core.Appender";
    private static final String EVENT = "ch.qos.logback.classic.spi.ILoggingEvent";
    private static final int WARN = 30_000;

    private final Consumer<Problem> listener;
    private final Class<?>[] takesAppender;
    private final Object appender;

    Logback(Consumer<Problem> listener) throws ReflectiveOperationException {
        this.listener = listener;
        takesAppender = new Class<?>[] {Class.forName(APPENDER)};
        appender = Reflected.implementing(APPENDER, "doAppend", this::append);
    }

    @Override
    public void install() {
        root().filter(root -> Boolean.FALSE.equals(root.call(LOGGER, "isAttached", takesAppender, appender)))
                .ifPresent(root -> root.call(LOGGER, "addAppender", takesAppender, appender));
    }

    @Override
    public void remove() {
        root().ifPresent(root -> root.call(LOGGER, "detachAppender", takesAppender, appender));
    }

    /** Return the root logger, if Logback is what SLF4J logs to. */
    private static Optional<Reflected> root() {
        return Reflected.ofStatic("org.slf4j.LoggerFactory", "getILoggerFactory")
                .filter(factory -> factory.object().getClass().getName().equals(CONTEXT))
                .flatMap(factory -> factory.get(CONTEXT, "getLogger", new Class<?>[] {String.class}, "ROOT"));
    }

    private void append(Reflected event) {
        boolean warns = event.get(EVENT, "getLevel")
                .flatMap(level -> level.get("ch.qos.logback.classic.Level", "toInt"))
                .filter(level -> level.object() instanceof Integer number && number >= WARN)
                .isPresent();
        String logger = event.text(EVENT, "getLoggerName");
        if (warns && !LogSources.isOurs(logger)) {
            listener.accept(Problem.logged(
                    event.text(EVENT, "getLevel"), logger, event.text(EVENT, "getFormattedMessage"), thrown(event)));
        }
    }

    private static @Nullable Throwable thrown(Reflected event) {
        String proxy = "ch.qos.logback.classic.spi.ThrowableProxy";
        return event.get(EVENT, "getThrowableProxy")
                .filter(thrown -> thrown.object().getClass().getName().equals(proxy))
                .flatMap(thrown -> thrown.get(proxy, "getThrowable"))
                .map(thrown -> (Throwable) thrown.object())
                .orElse(null);
    }
}
