package no.grenselos.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeConfig() throws IOException {
    write(
        "grenselos.yml",
        """
        company: Fjordbygg
        fallback-channel: "#press"
        time-zone: Europe/Oslo
        store: {sqlite: {file: %s}}
        """
            .formatted(folder.resolve("store.db")));
    write(
        "experts.yml",
        """
        experts:
          - {id: ana, name: Ana, slack: U01, topics: [heat]}
        teams:
          - {id: press, name: Press, channel: "#press"}
        """);
    write("topics/heat.yml", "id: heat\nname: {en: Heat}\nphrases: [heat pump]\n");
    write("routes.yml", "routes:\n  - {name: heat, topic: heat, lane: expert}\n");
  }

  @Test
  void listAndShowAndLoadSayWhoIsThere() {
    assertThat(run("people", "list")).isZero();
    assertThat(out.toString()).contains("ana  Ana   1 ").contains("0/1");

    assertThat(run("people", "show", "ana")).isZero();
    assertThat(out.toString()).contains("ana: Ana").contains("reached at      slack:U01");
    assertThat(run("people", "load")).isZero();
    assertThat(out.toString()).contains("28 days");
    assertThat(run("people", "show", "anna")).isEqualTo(1);
    assertThat(err.toString()).contains("There is nobody called anna; did you mean \"ana\"?");
  }

  @Test
  void jsonIsForOtherPrograms() {
    assertThat(run("people", "list", "--json")).isZero();
    assertThat(run("people", "show", "ana", "--json")).isZero();
    assertThat(run("people", "load", "--json")).isZero();

    assertThat(out.toString().lines().toList())
        .satisfiesExactly(
            list ->
                assertThat(list).startsWith("[{\"id\":\"ana\"").contains("\"topics\":[\"heat\"]"),
            show -> assertThat(show).startsWith("{\"id\":\"ana\"").contains("\"leaves\":[]"),
            load -> assertThat(load).contains("\"cap_week\":3").doesNotContain("topics"));
  }

  @Test
  void previewChangesNothingAndImportMakesARevision() throws IOException {
    write("people.csv", "name,slack,topics\nKari Øst,U77,heat\n");
    String file = folder.resolve("people.csv").toString();

    assertThat(run("people", "import", file, "--preview")).isZero();
    assertThat(out.toString())
        .contains("new      kari-ost (Kari Øst)")
        .contains("invite: heat")
        .contains("1 new, 0 changed")
        .contains("not in the list, and staying: ana")
        .contains("This was a preview: nothing was changed.");
    assertThat(run("people", "show", "kari-ost")).isEqualTo(1);

    assertThat(run("people", "import", file, "--why", "new team")).isZero();
    assertThat(out.toString()).contains("Revision 2 is the newest now.");
    assertThat(run("people", "show", "kari-ost")).isZero();
    assertThat(out.toString()).contains("proposed        heat");
    assertThat(run("people", "import", file)).isZero();
    assertThat(out.toString()).contains("Revision 2 says so already; nothing was changed.");
  }

  @Test
  void listWithMistakesIsRefusedWholeWithAllOfThem() throws IOException {
    write("people.csv", "name,slack,topics,colour\nKari,U77,heet,red\nOla,,heat,red\n");

    assertThat(run("people", "import", folder.resolve("people.csv").toString())).isEqualTo(1);

    assertThat(err.toString())
        .contains("people.csv:1 colour: unknown column")
        .contains("people.csv:2 topics: \"heet\" is unknown")
        .contains("people.csv:3: has no chat handle")
        .contains("3 problems. Nothing was changed.");
    assertThat(run("people", "import", "nowhere.csv")).isEqualTo(1);
    assertThat(err.toString()).contains("nowhere.csv: no such file");
  }

  @Test
  void holidaysOfAFileAreKeptAndReplacedByTheNextOne() throws IOException {
    String ics = folder.resolve("ana.ics").toString();
    write("ana.ics", away(30));

    assertThat(run("people", "vacation", ics, "--expert", "ana", "--preview")).isZero();
    assertThat(out.toString()).contains("ana is away 1 times:").contains("a preview");
    assertThat(run("people", "vacation", ics, "--expert", "ana")).isZero();
    assertThat(out.toString()).contains("Changed for 1 people.");
    assertThat(shown()).contains("on leave  ");

    write("ana.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n");
    assertThat(run("people", "vacation", ics, "--expert", "ana")).isZero();
    assertThat(shown()).doesNotContain("on leave");
  }

  @Test
  void calendarOfNobodyHereChangesNothing() throws IOException {
    String ics = folder.resolve("all.ics").toString();
    write("all.ics", away(30));

    assertThat(run("people", "vacation", ics)).isZero();
    assertThat(out.toString()).contains("1 more belong to nobody here");
    assertThat(run("people", "vacation", ics, "--expert", "ida")).isEqualTo(1);
    assertThat(err.toString()).contains("There is nobody called ida.");
    write("all.ics", "hello");
    assertThat(run("people", "vacation", ics)).isEqualTo(1);
    assertThat(err.toString()).contains("all.ics:1: is no calendar");
  }

  private String shown() {
    out.getBuffer().setLength(0);
    run("people", "show", "ana");
    return out.toString();
  }

  private static String away(int days) {
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(days).toString().replace("-", "");
    return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nX-MICROSOFT-CDO-BUSYSTATUS:OOF\nDTSTART;VALUE=DATE:"
        + day
        + "\nEND:VEVENT\nEND:VCALENDAR\n";
  }

  private int run(String... command) {
    String[] args = Arrays.copyOf(command, command.length + 2);
    args[command.length] = "--config";
    args[command.length + 1] = folder.toString();
    return RootCommand.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
