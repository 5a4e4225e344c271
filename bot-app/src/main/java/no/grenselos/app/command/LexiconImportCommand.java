package no.grenselos.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.lexicon.Import;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code grenselos lexicon import FILE}: a dictionary the admin has, as a lexicon of ours. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Makes lexicon/NAME.tsv in the config folder from a Norwegian-English dictionary.",
    footer = {
      "",
      "Reads dict.org texts, FreeDict TEI XML, tables (word, class, translation) and Wiktextract"
          + " JSON lines,",
      "also packed with gzip. Our own words go before imported ones. The next start reads them.",
      "",
      "Example:",
      "  grenselos lexicon import nob-eng.tei --name freedict",
      "Exit code 1: nothing was written."
    })
public final class LexiconImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "FILE", description = "the dictionary")
  private String file = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "of the lexicon, letters a-z, digits and hyphens (default: the file's)")
  private @Nullable String name;

  @Option(names = "--force", description = "replaces a lexicon of that name")
  private boolean force;

  @Override
  public Integer call() {
    Path source = CallersFolder.resolve(file);
    String called = name == null ? nameOf(source) : name;
    if (!called.matches("[a-z0-9][a-z0-9-]{0,59}")) {
      throw new ParameterException(
          spec.commandLine(), "--name must be letters a-z, digits and hyphens, at most 60");
    }
    Path target = config.folder().resolve(ConfigFiles.LEXICON).resolve(called + ConfigFiles.WORDS);
    if (!Files.isDirectory(config.folder())) return refuse(config.folder() + ": no such folder");
    if (Files.exists(target) && !force) {
      return refuse(target + " is there already; --force replaces it");
    }
    if (!Files.isRegularFile(source)) return refuse(file + ": no such file");
    try {
      return take(source, target);
    } catch (IOException e) {
      return refuse(file + " " + e.getMessage());
    }
  }

  private int take(Path source, Path target) throws IOException {
    Import.Read read = Import.read(source);
    PrintWriter out = spec.commandLine().getOut();
    read.harvest().skipped().forEach(out::println);
    int count = read.harvest().entries().size();
    if (count == 0) return refuse(file + " has no entry that can be used");
    Import.write(read, String.valueOf(source.getFileName()), target);
    out.println(count + " words from " + read.format() + " into " + target + ".");
    out.println("The licence of " + source.getFileName() + " applies to that file.");
    return 0;
  }

  private int refuse(String why) {
    spec.commandLine().getErr().println(why + ". Nothing was written.");
    return 1;
  }

  private static String nameOf(Path source) {
    String whole = String.valueOf(source.getFileName()).toLowerCase(Locale.ROOT);
    String bare = whole.replaceFirst("(?<=.)\\..*$", "").replaceAll("[^a-z0-9]+", "-");
    return bare.replaceAll("^-+|-+$", "");
  }
}
