package no.grenselos.app.lexicon;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import no.grenselos.reading.gloss.Entry;

/** Makes a lexicon of our form out of a dictionary. The same file gives the same lexicon. */
public final class Import {
  private static final int LOOKED_AT = 100;

  private Import() {}

  /** What was read, and in which format it was. */
  public record Read(String format, Harvest harvest) {}

  /**
   * Reads a dictionary; gzip (and dictzip) is unpacked.
   *
   * @throws IOException when the file cannot be read or is none we know; the text says what to do
   */
  public static Read read(Path file) throws IOException {
    Format format;
    try (BufferedReader lines = open(file)) {
      format =
          Format.of(beginning(lines))
              .orElseThrow(() ->
                  new IOException(
                      "is no dictionary we know: a dict.org text, FreeDict TEI XML, a table (word,"
                          + " class, translation) or Wiktextract JSON lines"));
    }
    Harvest harvest = new Harvest();
    try (BufferedReader lines = open(file)) {
      format.reader().read(lines, harvest);
    }
    return new Read(format.said(), harvest);
  }

  /**
   * Writes it whole or not at all.
   *
   * @param source as it is named in the file's first line
   */
  public static void write(Read read, String source, Path target) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("# Imported from ").append(source.replaceAll("\\p{Cntrl}", " "));
    text.append(" (").append(read.format()).append(") by grenselos lexicon import.\n");
    text.append("# The licence of that file applies to this one.\n");
    for (Entry entry : read.harvest().entries()) {
      text.append(entry.headword()).append('\t').append(entry.kind().letter());
      text.append('\t').append(entry.english()).append('\n');
    }
    Path folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, ".import-", ".part");
    try {
      Files.writeString(part, text, StandardCharsets.UTF_8);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static List<String> beginning(BufferedReader lines) throws IOException {
    List<String> first = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      first.add(line);
      if (first.size() == LOOKED_AT) break;
    }
    return first;
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    bytes.mark(2);
    boolean packed = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    InputStream plain = packed ? new GZIPInputStream(bytes) : bytes;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
  }
}
