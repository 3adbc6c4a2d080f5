package dev.photofinish.reports.junit;

import dev.photofinish.reports.Renderer;
import dev.photofinish.reports.RunReport;
import dev.photofinish.reports.junit.TestSuite.Result;
import dev.photofinish.reports.junit.TestSuite.TestCase;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The run in the XML that Surefire writes and CI servers read: violated is a failure, inconclusive an error. */
public final class JUnitReport implements Renderer {

    @Override
    public void render(RunReport report, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new Document(xml).write(report);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("The JUnit report could not be written: " + e.getMessage(), e);
        }
        out.flush();
    }

    /** One document being written; checked exceptions forbid the lambdas that would make loops shorter. */
    private record Document(XMLStreamWriter xml) {

        void write(RunReport report) throws XMLStreamException {
            List<TestSuite> suites = Suites.of(report);
            xml.writeStartDocument("UTF-8", "1.0");
            start("testsuites");
            attribute("name", "photofinish");
            attribute(
                    "tests",
                    suites.stream().mapToLong(suite -> suite.cases().size()).sum());
            attribute("failures", suites.stream().mapToLong(TestSuite::failures).sum());
            attribute("errors", suites.stream().mapToLong(TestSuite::errors).sum());
            attribute("time", seconds(report.took()));
            for (TestSuite suite : suites) {
                write(suite, report);
            }
            end();
            xml.writeEndDocument();
        }

        private void write(TestSuite suite, RunReport report) throws XMLStreamException {
            start("testsuite");
            attribute("name", suite.name());
            attribute("tests", suite.cases().size());
            attribute("failures", suite.failures());
            attribute("errors", suite.errors());
            attribute("skipped", suite.skipped());
            attribute("time", seconds(suite.took()));
            attribute(
                    "timestamp",
                    LocalDateTime.ofInstant(report.startedAt().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC)
                            .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
            write(suite.properties());
            for (TestCase test : suite.cases()) {
                write(test);
            }
            end();
        }

        private void write(Map<String, String> properties) throws XMLStreamException {
            start("properties");
            for (Map.Entry<String, String> property : properties.entrySet()) {
                start("property");
                attribute("name", property.getKey());
                attribute("value", property.getValue());
                xml.writeEndElement();
            }
            end();
        }

        private void write(TestCase test) throws XMLStreamException {
            start("testcase");
            attribute("name", test.name());
            attribute("classname", test.className());
            attribute("time", seconds(test.took()));
            switch (test.result()) {
                case Result.Passed passed -> {}
                case Result.Failed failed -> result("failure", "violated", failed.message(), failed.text());
                case Result.Errored errored -> result("error", "inconclusive", errored.message(), errored.text());
                case Result.Skipped skipped -> result("skipped", "no data", skipped.message(), "");
            }
            start("system-out");
            text(test.output());
            xml.writeEndElement();
            end();
        }

        private void result(String element, String type, String message, String text) throws XMLStreamException {
            start(element);
            attribute("type", type);
            attribute("message", message);
            text(text);
            xml.writeEndElement();
        }

        private void start(String element) throws XMLStreamException {
            xml.writeCharacters("\n");
            xml.writeStartElement(element);
        }

        private void end() throws XMLStreamException {
            xml.writeCharacters("\n");
            xml.writeEndElement();
        }

        private void attribute(String name, long value) throws XMLStreamException {
            xml.writeAttribute(name, Long.toString(value));
        }

        private void attribute(String name, String value) throws XMLStreamException {
            xml.writeAttribute(name, XmlText.legal(value));
        }

        private void text(String text) throws XMLStreamException {
            xml.writeCharacters(XmlText.legal(text));
        }

        private static String seconds(Duration took) {
            return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1_000.0);
        }
    }
}
