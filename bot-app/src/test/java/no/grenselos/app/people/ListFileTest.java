package no.grenselos.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.grenselos.people.Directory;
import no.grenselos.people.PeopleImport;
import no.grenselos.people.Plan;
import org.junit.jupiter.api.Test;

class ListFileTest extends ListOfPeople {
  @Test
  void tablesAreReadHoweverTheyWereSaved() {
    String norwegian = "Navn;Slack;Temaer;Språk\r\nPål Ås;U77;\"heat;solar\";nb\r\n";

    ListFile.Read old = read("a.csv", norwegian, Charset.forName("windows-1252"));
    assertThat(old.note().orElse("")).contains("Windows-1252");
    for (ListFile.Read one :
        List.of(
            old,
            read("b.csv", "\uFEFF" + norwegian),
            read("c.csv", "sep=;\n" + norwegian),
            read(
                "d.txt",
                "\uFEFF"
                    + norwegian
                        .replace(";U77;", "\tU77\t")
                        .replace("\";", "\"\t")
                        .replace("Ås;", "Ås\t")
                        .replace("vn;", "vn\t")
                        .replace("ck;", "ck\t")
                        .replace("er;", "er\t")
                        .replace("\";nb", "\"\tnb"),
                StandardCharsets.UTF_16LE))) {
      assertThat(one.broken()).isEmpty();
      Plan plan = new PeopleImport(TEXTS, HOUSES).plan(book(), one.sheet(), Directory.EMPTY);
      assertThat(plan).as(plan.toString()).isInstanceOf(Plan.Ready.class);
      assertThat(expert((Plan.Ready) plan, "pal-as").manner().proposed()).hasSize(2);
    }
  }

  @Test
  void brokenTablesSayWhere() {
    assertThat(read("a.csv", "name,slak,name\nA,U1,B\n").broken().toString())
        .contains("a.csv:1 slak: unknown column; did you mean \"slack\"?")
        .contains("a.csv:1 name: is there twice");
    assertThat(read("a.csv", "name,slack\nA,U1,B\n").broken().toString())
        .contains("a.csv:2: has 3 cells, the heading has 2");
    assertThat(read("a.csv", "name,slack\n\"A,U1\n").broken().toString()).contains("is no table");
    assertThat(plan("a.csv", "").toString()).contains("names nobody");
  }

  @Test
  void yamlOfTheSameShapeIsReadToo() {
    String yaml =
        """
        people:
          - name: Kari
            slack: U77
            topics: [heat]
            hours: {days: [mon], from: "09:00", to: "10:00"}
          - {id: ana, cap: {day: 7}, wehn: x}
        """;

    assertThat(plan("people.yml", yaml).toString()).contains("people.yml:6 wehn: unknown key");
    Plan plan = plan("people.yml", yaml.replace(", wehn: x", ""));
    assertThat(expert((Plan.Ready) plan, "ana").cap().day()).isEqualTo(7);
    assertThat(expert((Plan.Ready) plan, "kari").hours().days()).hasSize(1);
  }
}
