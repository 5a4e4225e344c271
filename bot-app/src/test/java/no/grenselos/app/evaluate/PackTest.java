package no.grenselos.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackTest {
  @TempDir Path folder;

  @Test
  void marksOfWindowsAndEmptyLinesAreNoRows() throws IOException {
    write("test.jsonl", "\uFEFF{\"text\":\"å\"}\r\n\r\n  \n{\"text\":\"b\",\"more\":{}}");

    assertThat(texts(Pack.at(folder))).containsExactly("å", "b");
  }

  @Test
  void oneFileIsItsOwnTest() throws IOException {
    write("some.jsonl", "{\"text\":\"a\"}\n");
    Pack pack = Pack.at(folder.resolve("some.jsonl"));

    assertThat(texts(pack)).containsExactly("a");
    assertThat(pack.rows("train.jsonl", row -> row.text("text"))).isEmpty();
    assertThat(pack.json("topics.json", "topics")).isEmpty();
  }

  @Test
  void problemsOfAllFilesAreToldTogether() throws IOException {
    write("train.jsonl", "{\"text\":null}\n{\"text\":[]}\n");
    write("test.jsonl", "{}");
    Pack pack = Pack.at(folder);
    pack.rows("train.jsonl", row -> row.text("text"));

    assertThatThrownBy(() -> texts(pack))
        .hasMessage(
            """
            train.jsonl:1: has no "text"; write {"text": "..."}
            train.jsonl:2: "text" must be a text, is a list
            test.jsonl:1: has no "text"; write {"text": "..."}\
            """);
  }

  @Test
  void aTestWithoutRowsIsRefused() throws IOException {
    write("test.jsonl", "\n");

    assertThatThrownBy(() -> texts(Pack.at(folder))).hasMessage("test.jsonl: has no rows");
  }

  @Test
  void moreThanOneValueOnALineIsNotJson() throws IOException {
    write("test.jsonl", "{\"text\":\"a\"} {\"text\":\"b\"}");

    assertThatThrownBy(() -> texts(Pack.at(folder))).hasMessageContaining("test.jsonl:1: is not");
  }

  @Test
  void wordsMayStandAloneInAListOrByLanguage() throws IOException {
    write(
        "test.jsonl",
        "{\"a\":\"x\",\"b\":[\"x\",1],\"c\":{\"nb\":\"y\",\"en\":[\"z\"]},\"d\":true}");
    Row row = Pack.at(folder).test(one -> one).getFirst();

    assertThat(row.texts("a")).containsExactly("x");
    assertThat(row.texts("b")).containsExactly("x", "1");
    assertThat(row.texts("c")).containsExactly("y", "z");
    assertThat(row.texts("missing")).isEmpty();
    assertThatThrownBy(() -> row.texts("d"))
        .hasMessage("test.jsonl:1: \"d\" must be a list, is true or false");
    assertThat(row.spoken("a")).containsEntry("en", "x");
    assertThat(row.spoken("c")).containsEntry("nb", "y").containsEntry("en", "z");
  }

  private static List<String> texts(Pack pack) {
    List<String> texts = pack.test(row -> row.text("text"));
    pack.refuseIfBroken();
    return texts;
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
