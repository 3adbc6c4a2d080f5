package dev.photofinish.cli;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an address; whether requests can be sent there, the endpoint made of it decides. */
final class WebAddresses implements ITypeConverter<URI> {

    @Override
    public URI convert(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new TypeConversionException("'" + CommandLineShown.masked(text) + "' (" + e.getReason()
                    + "); expected an address like http://127.0.0.1:8001");
        }
    }
}
