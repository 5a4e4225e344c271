package no.grenselos.playground.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Microsoft's renderer of Adaptive Cards, which is no part of this repository: a file that the
 * launcher takes from npm, named by the system property {@value #PROPERTY}. Where there is none the
 * page is given a script that does nothing, and draws the cards by itself.
 */
final class CardRenderer {
  static final String PATH = "/vendor/adaptivecards.min.js";
  static final String PROPERTY = "grenselos.adaptivecards";
  static final String NONE = "/* Microsoft's renderer is not here: the page draws by itself. */";

  private CardRenderer() {}

  /** Asks for the file each time, as it may come later than the playground. */
  static void serve(Context ctx) {
    ctx.contentType("text/javascript").result(script(System.getProperty(PROPERTY, "")));
  }

  static String script(String name) {
    if (name.isBlank() || !Files.isRegularFile(Path.of(name))) {
      return NONE;
    }
    try {
      return Files.readString(Path.of(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
