package no.grenselos.app.web.console.rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import no.grenselos.app.people.FileText;

/** The rule book's files in one zip, to take home and to bring back. */
final class Archive {
  /** All files together, unpacked. */
  static final int MOST_BYTES = 4_000_000;

  private static final int MOST_FILES = 300;

  private Archive() {}

  /** What was sent cannot be taken; the text says why. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String key) {
      super(key);
    }
  }

  static byte[] packed(Map<String, String> files, Instant at) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        // the same revision is the same file
        entry.setTime(at.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** Files by name; a folder around all of them does not count. */
  static Map<String, String> unpacked(InputStream packed) throws IOException, Refused {
    Map<String, String> files = new TreeMap<>();
    int left = MOST_BYTES;
    try (ZipInputStream zip = new ZipInputStream(packed, StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory()) continue;
        // what it says of its size may be a lie
        byte[] bytes = zip.readNBytes(left + 1);
        left -= bytes.length;
        if (left < 0 || files.size() >= MOST_FILES) throw new Refused("rules.import.large");
        files.put(named(entry.getName()), text(bytes));
      }
    } catch (IllegalArgumentException brokenName) {
      throw new Refused("rules.import.name");
    }
    if (files.isEmpty()) throw new Refused("rules.import.empty");
    return files;
  }

  /** The rule book's name of a file that somebody sent. */
  static String named(String path) throws Refused {
    String plain = path.replace('\\', '/');
    for (int at = 0; at >= 0; at = plain.indexOf('/', at) < 0 ? -1 : plain.indexOf('/', at) + 1) {
      String name = plain.substring(at);
      if (TextForm.fits(name)) return name;
    }
    String last = plain.substring(plain.lastIndexOf('/') + 1);
    if (TextForm.fits("topics/" + last)) return "topics/" + last;
    throw new Refused("rules.import.name");
  }

  static String text(byte[] bytes) throws Refused {
    String text = FileText.utf8(bytes).orElseThrow(() -> new Refused("rules.import.text-broken"));
    return text.replace("\uFEFF", "").replace("\r\n", "\n");
  }
}
