package io.github.postfixture.junit5.capture;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hears what is logged by Log4j 2, by an appender of its root logger. */
final class Log4j implements ProblemSource {

    static final String CONTEXT = "org.apache.logging.log4j.core.LoggerContext";

    private static final String LOGGER = "org.apache.logging.log4j.core.Logger";
    private static final String APPENDER = "org.apache.logging.log4j.core.Appender";
    private static final String EVENT = "org.apache.logging.log4j.core.LogEvent";
    private static final int WARN = 300;

    private final Consumer<Problem> listener;
    private final Class<?>[] takesAppender;
    private final Object appender;

    Log4j(Consumer<Problem> listener) throws ReflectiveOperationException {
        this.listener = listener;
        takesAppender = new Class<?>[] {Class.forName(APPENDER)};
        appender = Reflected.implementing(APPENDER, "append", this::append);
    }

    @Override
    public void install() {
        root().filter(root -> root.get(LOGGER, "getAppenders")
                        .filter(all -> ((java.util.Map<?, ?>) all.object()).containsValue(appender))
                        .isEmpty())
                .ifPresent(root -> root.call(LOGGER, "addAppender", takesAppender, appender));
    }

    @Override
    public void remove() {
        root().ifPresent(root -> root.call(LOGGER, "removeAppender", takesAppender, appender));
    }

    /** Return the root logger, if Log4j itself is what its API logs to. */
    private static Optional<Reflected> root() {
        return Reflected.ofStatic("org.apache.logging.log4j.LogManager", "getRootLogger")
                .filter(root -> root.object().getClass().getName().equals(LOGGER));
    }

    private void append(Reflected event) {
        boolean warns = event.get(EVENT, "getLevel")
                .flatMap(level -> level.get("org.apache.logging.log4j.Level", "intLevel"))
                .filter(level -> level.object() instanceof Integer number && number <= WARN)
                .isPresent();
        String logger = event.text(EVENT, "getLoggerName");
        if (warns && !LogSources.isOurs(logger)) {
            String message = event.get(EVENT, "getMessage")
                    .map(each -> each.text("org.apache.logging.log4j.message.Message", "getFormattedMessage"))
                    .orElse("");
            listener.accept(Problem.logged(event.text(EVENT, "getLevel"), logger, message, thrown(event)));
        }
    }

    private static @Nullable Throwable thrown(Reflected event) {
        return event.get(EVENT, "getThrown")
                .map(thrown -> (Throwable) thrown.object())
                .orElse(null);
    }
}
