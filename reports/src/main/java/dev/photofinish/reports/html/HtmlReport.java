package dev.photofinish.reports.html;

import dev.photofinish.reports.Renderer;
import dev.photofinish.reports.RunReport;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * The run as one HTML page that needs nothing but itself: no network, no font, no script. The small script it has only
 * copies commands and opens what is folded before printing.
 */
public final class HtmlReport implements Renderer {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, HtmlReport.class.getPackageName());

    @Override
    public void render(RunReport report, Writer out) throws IOException {
        try {
            TEMPLATES.render("page.jte", Page.of(report), new WriterOutput(new LegibleWriter(out)));
        } catch (UncheckedIOException e) {
            throw new IOException("The HTML report could not be written: " + e.getMessage(), e);
        }
        out.flush();
    }
}
