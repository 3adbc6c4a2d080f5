package dev.photofinish.misty.database;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.spi.dns.DnsClient;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address of a MongoDB, known to be well-formed. Only {@link #withCredentials} gives away what is secret in it. */
public final class MongoUri {

    private static final Pattern SECRET_OPTION =
            Pattern.compile("(?i)([?&;](?:[a-z]*password|authMechanismProperties)=)[^&;]*");

    private final String text;

    private MongoUri(String text) {
        this.text = text;
    }

    /**
     * Checks the form only: no server and no DNS is asked.
     *
     * @throws InvalidDatabaseChoice in one sentence
     */
    public static MongoUri parse(String text) {
        if (!text.startsWith("mongodb://") && !text.startsWith("mongodb+srv://")) {
            throw new InvalidDatabaseChoice(
                    "The address " + mask(text) + " is none of a MongoDB; expected mongodb://... or mongodb+srv://...");
        }
        if (fault(text).isPresent()) {
            throw new InvalidDatabaseChoice("The MongoDB address " + mask(text) + " is broken: "
                    + fault(replaceCredentials(text, "x:x"))
                            .orElse("its user name or password is incomplete, or has a character that must be encoded.")
                    + " Expected mongodb://[user:password@]host[:port][/database][?options], with the characters"
                    + " : / ? # [ ] @ % of a user name or password percent-encoded.");
        }
        return new MongoUri(text);
    }

    /** The address as it was given, for the driver. */
    public String withCredentials() {
        return text;
    }

    /** The address for people: {@code mongodb://***@nas:27017/}. */
    @Override
    public String toString() {
        return mask(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MongoUri that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    static String mask(String text) {
        return SECRET_OPTION.matcher(replaceCredentials(text, "***")).replaceAll("$1***");
    }

    /** Up to the last @, since a password that was not encoded may hold one itself. */
    private static String replaceCredentials(String text, String replacement) {
        int scheme = text.indexOf("://");
        int begin = scheme < 0 ? 0 : scheme + 3;
        int at = text.lastIndexOf('@');
        return at < begin ? text : text.substring(0, begin) + replacement + text.substring(at);
    }

    private static Optional<String> fault(String text) {
        try {
            new ConnectionString(text, new NoDns());
            return Optional.empty();
        } catch (IllegalArgumentException | MongoException e) {
            String message = String.valueOf(e.getMessage()).strip();
            return Optional.of(message.endsWith(".") ? message : message + ".");
        }
    }

    /** Answers for any cluster, so that an address can be checked without a network: its one host has the cluster's name. */
    private static final class NoDns implements DnsClient {

        @Override
        public List<String> getResourceRecordData(String name, String type) {
            return type.equals("SRV")
                    ? List.of("0 0 27017 any." + name.replaceFirst("^_[^.]+\\._tcp\\.[^.]+\\.", ""))
                    : List.of();
        }
    }
}
