/** Applications that are mounted on a web server. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@NullMarked
package io.github.postfixture.web.service;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
