package no.grenselos.app.export;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.grenselos.insight.Cell;
import no.grenselos.insight.Table;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as sheets read it: in Norwegian with semicolons and a decimal comma, as Norwegian
 * Excel expects, else with commas and a decimal point (RFC 4180). It begins with the mark by which
 * Excel knows UTF-8. Times are whole minutes, shares whole percent. Rows go out as they are
 * written: there may be many. For one thread.
 */
public final class CsvFile implements AutoCloseable {
  /** What makes a sheet take a cell for a formula (owasp.org, CSV Injection). */
  private static final String FORMULA = "=+-@\t\r\n|＝＋－＠";

  /** Excel takes UTF-8 for what it is only when it begins so. */
  private static final String UTF_8_MARK = "\uFEFF";

  private final CSVPrinter printer;
  private final boolean english;

  private CsvFile(CSVPrinter printer, boolean english) {
    this.printer = printer;
    this.english = english;
  }

  /** Begins a file with its first line. */
  public static CsvFile begin(Appendable out, Locale locale, List<String> head) throws IOException {
    boolean english = locale.getLanguage().equals("en");
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(english ? ',' : ';').get();
    out.append(UTF_8_MARK);
    CsvFile file = new CsvFile(new CSVPrinter(out, format), english);
    file.row(head.toArray());
    return file;
  }

  public static String of(Table table, Locale locale) {
    StringWriter text = new StringWriter();
    try (CsvFile file = begin(text, locale, table.head())) {
      for (List<Cell> row : table.rows()) {
        file.printer.printRecord(row.stream().map(file::written));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A row of words, kept from being formulas; nothing where a cell is null. */
  public void row(@Nullable Object... cells) throws IOException {
    printer.printRecord(Stream.of(cells).map(CsvFile::inert));
  }

  /** Sends what was written on its way. */
  @Override
  public void close() throws IOException {
    printer.close(true);
  }

  private String written(Cell cell) {
    return switch (cell) {
      case Cell.Words words -> inert(words.text());
      case Cell.Amount number -> number(number.value());
      case Cell.Time time -> Long.toString(time.length().toMinutes());
      case Cell.Share share -> Long.toString(share.percent());
      case Cell.Nothing nothing -> "";
    };
  }

  private String number(BigDecimal number) {
    String plain = number.toPlainString();
    return english ? plain : plain.replace('.', ',');
  }

  /** With an apostrophe in front where a sheet might reckon with it. */
  static String inert(@Nullable Object cell) {
    String text = cell == null ? "" : cell.toString();
    String seen = text.strip();
    boolean dangerous =
        (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0)
            || (!seen.isEmpty() && FORMULA.indexOf(seen.charAt(0)) >= 0);
    return dangerous ? "'" + text : text;
  }
}
