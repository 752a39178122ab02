package io.github.postfixture.groupware.dav;

import io.github.postfixture.account.Account;
import io.github.postfixture.account.Accounts;
import io.github.postfixture.web.request.Request;
import io.github.postfixture.web.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Logs clients in by name and password (RFC 7617), or by a bearer token (RFC 6750). Where there are no accounts, every name with any
 * password is one, as it is for mail.
 */
record HttpLogin(Accounts accounts, String realm) {

    Optional<Account> account(Request request) {
        String credentials = request.header("Authorization").orElse("").strip();
        if (credentials.regionMatches(true, 0, "Basic ", 0, 6)) {
            return basic(credentials.substring(6).strip());
        }
        return credentials.regionMatches(true, 0, "Bearer ", 0, 7)
                ? bearer(account ->
                        account.tokens().contains(credentials.substring(7).strip()))
                : Optional.empty();
    }

    private Optional<Account> basic(String credentials) {
        String pair = decode(credentials);
        int colon = pair.indexOf(':');
        return colon <= 0 ? Optional.empty() : account(pair.substring(0, colon), pair.substring(colon + 1));
    }

    private Optional<Account> account(String name, String password) {
        return accounts.addresses().isEmpty()
                ? Optional.of(Account.of(name, password))
                : accounts.find(name).filter(account -> account.password().equals(password));
    }

    private static String decode(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private Optional<Account> bearer(Predicate<Account> opens) {
        return accounts.addresses().stream()
                .flatMap(address -> accounts.find(address).stream())
                .filter(opens)
                .findFirst();
    }

    /** Ask a client to log in, and say so if its token has expired. */
    Response challenge(Request request) {
        String credentials = request.header("Authorization").orElse("");
        boolean isToken = credentials.regionMatches(true, 0, "Bearer ", 0, 7);
        String error = isToken
                ? ", error=\"invalid_token\"" + expiry(credentials.substring(7).strip())
                : "";
        return Response.text("Log in with the address of an account and its password, or with one of its tokens\n")
                .withStatus(401)
                .withHeader("WWW-Authenticate", "Basic realm=\"" + realm + "\", charset=\"UTF-8\"")
                .withHeader("WWW-Authenticate", "Bearer realm=\"" + realm + "\"" + error);
    }

    private String expiry(String token) {
        return bearer(account -> account.expiredTokens().contains(token)).isPresent()
                ? ", error_description=\"The token has expired\""
                : "";
    }
}
