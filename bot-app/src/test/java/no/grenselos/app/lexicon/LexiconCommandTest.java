package no.grenselos.app.lexicon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import no.grenselos.app.command.RootCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconCommandTest {
  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  @Test
  void aDictTextIsRead() throws IOException {
    String text =
        """
        00-database-info
         FreeDict Norwegian-English
        gnager /gnagər/ <n, masc>
         1. rodent; gnawing animal
        å gnage <v>
         to gnaw
        Oslo <n>
         Oslo
        mysterium
         a thing that nobody can ever explain
        """;

    assertThat(imported(text)).containsExactly("gnage\tv\tgnaw", "gnager\tn\trodent");
    assertThat(said.toString())
        .contains("1 skipped: a name (line 7)")
        .contains("1 skipped: no translation of one to three words (line 9)")
        .contains("licence of dictionary.txt applies");
  }

  @Test
  void teiIsReadWithoutWhatItPointsTo() throws IOException {
    String text =
        """
        <?xml version="1.0"?>
        <!DOCTYPE TEI [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
        <TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>
        <entry><form><orth>gnager</orth></form><gramGrp><pos>n</pos></gramGrp>
        <sense><cit type="trans" xml:lang="de"><quote>Nagetier</quote></cit>
        <cit type="trans" xml:lang="en"><quote>(small) rodent</quote></cit></sense></entry>
        <entry><form><orth>tom</orth></form><sense><cit type="trans"><quote>&secret;</quote></cit>
        </sense></entry>
        <entry><form><orth>mild</orth></form><gramGrp><pos>adj</pos></gramGrp>
        <sense><cit type="trans"><quote>mild</quote></cit></sense></entry>
        <entry><form>
        """;

    assertThat(imported(text)).containsExactly("gnager\tn\trodent", "mild\ta\tmild");
    assertThat(said.toString()).contains("not XML from here on").doesNotContain("root");
  }

  @Test
  void tablesAreReadWithTabsOrCommas() throws IOException {
    String tabs =
        "word\tpos\ttranslation\ngnager\tnoun\trodent; gnawer\nbare-ett\nlunken\tadj\ttepid\n";
    String commas = "gnager,noun,\"rodent, gnawer\"\nlunken,adj,tepid\n-het,suffix,ness\n";

    assertThat(imported(tabs)).containsExactly("gnager\tn\trodent", "lunken\ta\ttepid");
    assertThat(said.toString()).contains("fewer than two columns (line 3)");
    assertThat(imported(commas, "--force"))
        .containsExactly("gnager\tn\trodent", "lunken\ta\ttepid");
  }

  @Test
  void wiktextractIsReadForNorwegianOnly() throws IOException {
    String text =
        """
        {"word":"gnager","pos":"noun","lang_code":"nb","senses":[{"glosses":["a rodent"]}]}
        {"word":"gnagere","pos":"noun","lang_code":"nb","senses":[{"glosses":["x"],"form_of":[{}]}]}
        {"word":"maison","pos":"noun","lang_code":"fr","senses":[{"glosses":["house"]}]}
        {"word":"gna
        {"word":"gnage","pos":"verb","lang_code":"nn","senses":[{"glosses":["to gnaw (on)"]}]}
        """;

    assertThat(imported(text)).containsExactly("gnage\tv\tgnaw", "gnager\tn\trodent");
    assertThat(said.toString())
        .contains("a form of another word (line 2)")
        .contains("not Norwegian (line 3)")
        .contains("not JSON (line 4)");
  }

  @Test
  void aPackedFileIsUnpacked() throws IOException {
    Path packed = folder.resolve("packed.dict.dz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("gnager\tn\trodent\n".getBytes(UTF_8));
    }

    assertThat(run("import", packed.toString(), "--config", folder.toString())).isZero();
    assertThat(folder.resolve("lexicon/packed.tsv")).isRegularFile();
  }

  @Test
  void aLexiconIsNotReplacedUnasked() throws IOException {
    imported("gnager\tn\trodent\n");

    int code = run("import", dictionary().toString(), "--config", folder.toString());

    assertThat(code).isEqualTo(1);
    assertThat(said.toString()).contains("--force replaces it").contains("Nothing was written.");
  }

  @Test
  void whatIsNoDictionaryLeavesNothingBehind() throws IOException {
    Files.writeString(dictionary(), "just some words\nand some more\n");

    int code = run("import", dictionary().toString(), "--config", folder.toString());

    assertThat(code).isEqualTo(1);
    assertThat(said.toString()).contains("is no dictionary we know");
    assertThat(folder.resolve("lexicon")).doesNotExist();
  }

  @Test
  void aNameThatLeadsElsewhereIsRefused() throws IOException {
    Files.writeString(dictionary(), "gnager\tn\trodent\n");

    assertThat(run("import", dictionary().toString(), "--name", "../routes")).isEqualTo(2);
  }

  @Test
  void lookSaysByWhichRuleEachWordWasFound() throws IOException {
    Files.writeString(folder.resolve("glossary.tsv"), "fjordspot\tspot contract\n");

    int code = run("look", "--config", folder.toString(), "fiberregningen", "fjordspot", "qwzx");

    assertThat(code).isZero();
    assertThat(said.toString())
        .contains("compound of: fiber + regning")
        .contains("headword: fjordspot (glossary)")
        .contains("unknown")
        .contains("fiber bill spot contract qwzx")
        .contains("2 of 3 words known");
  }

  private Path dictionary() {
    return folder.resolve("dictionary.txt");
  }

  /** The lines of the lexicon made of this text, without its comments. */
  private List<String> imported(String text, String... options) throws IOException {
    Files.writeString(dictionary(), text);
    Stream<String> arguments =
        Stream.concat(
            Stream.of("import", dictionary().toString(), "--config", folder.toString()),
            Stream.of(options));
    assertThat(run(arguments.toArray(String[]::new))).as(said.toString()).isZero();
    try (Stream<Path> files = Files.list(folder.resolve("lexicon"))) {
      assertThat(files).containsExactly(folder.resolve("lexicon/dictionary.tsv"));
    }
    return Files.readAllLines(folder.resolve("lexicon/dictionary.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  private int run(String... arguments) {
    PrintWriter out = new PrintWriter(said, true);
    String[] all = Stream.concat(Stream.of("lexicon"), Stream.of(arguments)).toArray(String[]::new);
    return RootCommand.commandLine().setOut(out).setErr(out).execute(all);
  }
}
