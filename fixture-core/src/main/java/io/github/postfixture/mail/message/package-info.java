/**
 * Messages as values: what was received, its envelope, parts and attachments, criteria for them, and the assertions, which ask
 * one value many questions; knows no server.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.mail.message;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
