import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks or applies google-java-format: {@code java build/Format.java check|apply ROOT}. */
class Format {
  public static void main(String[] args) throws Exception {
    boolean apply = args[0].equals("apply");
    Formatter formatter = new Formatter(JavaFormatterOptions.builder().style(Style.GOOGLE).build());
    int wrong = 0;
    for (Path file : sources(Path.of(args[1]))) {
      String text = Files.readString(file);
      String formatted = formatter.formatSourceAndFixImports(text);
      if (text.equals(formatted)) continue;
      wrong++;
      if (apply) Files.writeString(file, formatted);
      else System.err.println("not formatted: " + file);
    }
    if (wrong > 0 && !apply) {
      System.err.println(wrong + " files; mend with: mvn -N validate -Dformat=apply");
      System.exit(1);
    }
  }

  private static List<Path> sources(Path root) throws Exception {
    try (var files = Files.walk(root)) {
      return files
          .filter(f -> f.toString().endsWith(".java") && !f.toString().contains("/target/"))
          .sorted()
          .toList();
    }
  }
}
