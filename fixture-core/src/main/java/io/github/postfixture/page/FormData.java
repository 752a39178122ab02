package io.github.postfixture.page;

import io.github.postfixture.explanation.FailureMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What stands in a form now. Immutable.
 *
 * @param form the form, as failures show it
 * @param uploads the files of each field for files in which some were chosen
 */
record FormData(String form, Controls controls, List<Field> fields, Map<String, List<Upload>> uploads) {

    FormData fill(String name, String value) {
        List<Field> named = named(name);
        return named.stream().anyMatch(Field::isChosen) ? choose(name, value, named) : write(name, value, named);
    }

    FormData attach(String name, Upload upload) {
        Field place = named(name).stream()
                .filter(Field::isForFiles)
                .findFirst()
                .orElseThrow(() -> missing("a file field " + name, "file field", namesOfFiles()));
        List<Upload> files = new ArrayList<>();
        if (place.kind() == Field.Kind.FILES) {
            files.addAll(uploads.getOrDefault(name, List.of()));
        }
        files.add(upload);
        Map<String, List<Upload>> all = new LinkedHashMap<>(uploads);
        all.put(name, List.copyOf(files));
        return new FormData(form, controls, fields, all);
    }

    FormData clear(String name) {
        List<Field> named = named(name);
        Map<String, List<Upload>> rest = new LinkedHashMap<>(uploads);
        rest.remove(name);
        return new FormData(form, controls, changed(each -> named.contains(each) ? cleared(each) : each), rest);
    }

    List<Submission.Entry> entries() {
        return fields.stream().filter(Field::sent).flatMap(this::entries).toList();
    }

    AssertionError missing(String wanted, String noun, List<String> found) {
        return FailureMessage.lacking(wanted, noun, found).on(form).error();
    }

    private Stream<Submission.Entry> entries(Field field) {
        return field.isForFiles()
                ? uploads.getOrDefault(field.name(), List.of(Upload.NONE)).stream()
                        .map(upload -> new Submission.Entry(field.name(), upload))
                : Stream.of(new Submission.Entry(field.name(), field.value()));
    }

    private List<Field> named(String name) {
        List<Field> named =
                fields.stream().filter(field -> field.name().equals(name)).toList();
        if (!named.isEmpty()) {
            return named;
        }
        throw controls.disabled().contains(name)
                ? locked(name, "disabled")
                : missing("a field " + name, "field", controls.names());
    }

    private FormData choose(String name, String value, List<Field> named) {
        Predicate<Field> wanted = field -> field.isChosen() && field.answersTo(value);
        Optional<Field> found = named.stream().filter(wanted).findFirst();
        if (found.isEmpty()) {
            List<String> choices =
                    named.stream().filter(Field::isChosen).map(Field::value).toList();
            throw missing("a choice " + value + " of " + name, "choice", choices);
        }
        return with(changed(field -> !named.contains(field) ? field : chosen(field, found.get())));
    }

    private static Field chosen(Field field, Field chosen) {
        if (field.equals(chosen)) {
            return field.sent(true);
        }
        return field.kind() == Field.Kind.CHOICE ? field.sent(false) : field;
    }

    private FormData write(String name, String value, List<Field> named) {
        Field target = named.stream()
                .filter(field -> field.kind() == Field.Kind.TEXT)
                .findFirst()
                .orElse(named.get(0));
        if (target.kind() == Field.Kind.READ_ONLY) {
            throw locked(name, "read-only");
        }
        if (target.isForFiles()) {
            throw new IllegalArgumentException("field (" + name + ") takes files: use attach(..) instead of fill(..)");
        }
        List<Field> filled = new ArrayList<>(fields);
        filled.set(filled.indexOf(target), target.value(value));
        return with(filled);
    }

    private static Field cleared(Field field) {
        if (field.isChosen()) {
            return field.sent(false);
        }
        return field.kind() == Field.Kind.TEXT ? field.value("") : field;
    }

    private List<String> namesOfFiles() {
        return fields.stream().filter(Field::isForFiles).map(Field::name).toList();
    }

    private List<Field> changed(UnaryOperator<Field> change) {
        return fields.stream().map(change).toList();
    }

    private FormData with(List<Field> filled) {
        return new FormData(form, controls, List.copyOf(filled), uploads);
    }

    private AssertionError locked(String name, String how) {
        return FailureMessage.expected("a field " + name + " that can be changed", "it is " + how)
                .on(form)
                .error();
    }
}
