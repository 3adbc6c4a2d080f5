package dev.photofinish.misty.auth;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Signs and reads the two kinds of token (JWT, HS256). Safe for any thread. */
public final class Tokens {

    private static final Duration ACCESS_LIFETIME = Duration.ofHours(8);
    private static final Duration REFRESH_LIFETIME = Duration.ofDays(30);
    private static final String ACCESS = "access";
    private static final String REFRESH = "refresh";

    private final Algorithm algorithm;
    private final InstantSource clock;

    public Tokens(String secret, InstantSource clock) {
        this.algorithm = Algorithm.HMAC256(secret);
        this.clock = clock;
    }

    public String access(Caller caller) {
        return sign(caller, ACCESS, ACCESS_LIFETIME);
    }

    public String refresh(Caller caller) {
        return sign(caller, REFRESH, REFRESH_LIFETIME);
    }

    /** Who the access token belongs to; empty if it is forged, expired or not an access token. */
    public Optional<Caller> readAccess(String token) {
        return read(token, ACCESS);
    }

    /** Who the refresh token belongs to; empty if it is forged, expired or not a refresh token. */
    public Optional<Caller> readRefresh(String token) {
        return read(token, REFRESH);
    }

    private String sign(Caller caller, String type, Duration lifetime) {
        return JWT.create()
                .withSubject(caller.username())
                .withClaim("role", caller.role().id())
                .withClaim("user_id", caller.userId())
                .withClaim("type", type)
                .withExpiresAt(clock.instant().plus(lifetime))
                .sign(algorithm);
    }

    private Optional<Caller> read(String token, String type) {
        try {
            DecodedJWT jwt =
                    JWT.require(algorithm).withClaim("type", type).build().verify(token);
            return Optional.of(new Caller(
                    jwt.getClaim("user_id").asString(),
                    jwt.getSubject(),
                    Role.of(jwt.getClaim("role").asString())));
        } catch (JWTVerificationException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}
