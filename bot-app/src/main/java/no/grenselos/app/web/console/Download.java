package no.grenselos.app.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import no.grenselos.app.export.CsvFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** What a browser keeps as a file. */
final class Download {
  private Download() {}

  /**
   * A table, sent row by row: it may have many.
   *
   * @param name of the file, without its ending
   */
  static CsvFile table(HttpServletResponse response, String name, Locale locale, String... head)
      throws IOException {
    begin(response, name + ".csv", "text/csv;charset=UTF-8");
    return CsvFile.begin(response.getWriter(), locale, List.of(head));
  }

  static void begin(HttpServletResponse response, String file, String type) {
    response.setContentType(type);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(file).build().toString());
  }
}
