/** Messages of the internet (RFC 5322, RFC 2045 to 2049): header, addresses, parts and texts, read from the
 * raw bytes by whoever asks, and written by {@link io.github.postfixture.mime.MessageBuilder}.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullMarked
package io.github.postfixture.mime;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
