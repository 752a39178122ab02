package io.github.postfixture.timeline;

import org.apiguardian.api.API;

/**
 * A section of a report.
 *
 * @param folder the folder in which the files of its cards lie, seen from the page, such as {@code mails}
 * @param title its heading, such as {@code HTTP exchanges}
 * @hidden
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record CardSection(String folder, String title) {}
