package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code demo --replay}. */
class ReplayTest {
  private static final String STATUS =
      """
      {"id": "%1$d", "created_at": "2026-09-14T08:%1$02d:00.000Z", "visibility": "public",
       "language": "nb", "url": "https://sosial.example/@kari/%1$d",
       "uri": "https://sosial.example/@kari/%1$d", "content": "<p>%2$s</p>", "edited_at": null,
       "in_reply_to_id": null, "reblog": null,
       "account": {"id": "7", "acct": "kari", "username": "kari", "display_name": "Kari",
                   "url": "https://sosial.example/@kari", "followers_count": 12}}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path temp;

  @Test
  void eachPostOfAFileBecomesWhatItWouldHaveBecome() throws IOException {
    Path file = temp.resolve("tag.json");
    String heatPump = STATUS.formatted(11, "Varmepumpa bråker om natta, er det normalt?");
    String weather = STATUS.formatted(12, "Fint vær i dag");
    String broken = "{\"id\": \"13\", \"content\": 5}";
    Files.writeString(file, "[" + heatPump + "," + weather + "," + broken + "]");

    int code = demo("--replay", "mastodon=" + file);

    assertThat(code).as("%s%n%s", out, err).isZero();
    assertThat(out.toString())
        .contains("ask who knows heat-pumps")
        .contains("Fint vær i dag” → nobody")
        .contains("mastodon tag.json: 2 posts, 1 skipped")
        .contains("mastodon: 1 files, 2 posts, 1 items skipped");
    assertThat(out.toString().lines().toList().getLast())
        .startsWith("{\"mentions\":2,\"tickets\":1,");
  }

  @Test
  void aFileThatCannotBeReadStopsNoOther() throws IOException {
    Path good = temp.resolve("good.json");
    Files.writeString(good, STATUS.formatted(14, "Når er strømmen tilbake?"));
    Path torn = temp.resolve("torn.json");
    Files.writeString(torn, "[{\"id\": \"1");

    int code = demo("--replay", "mastodon=" + torn, "--replay", "mastodon=" + good);

    assertThat(code).as("%s%n%s", out, err).isZero();
    assertThat(out.toString())
        .contains("mastodon torn.json: not read")
        .contains("mastodon good.json: 1 posts");
  }

  @Test
  void nothingReadableEndsWithTwo() {
    int code = demo("--replay", "mastodon=" + temp.resolve("missing.json"));

    assertThat(code).isEqualTo(2);
  }

  @Test
  void anUnknownNetworkIsToldWithTheKnownOnes() {
    int code = demo("--replay", "myspace=" + temp.resolve("any.json"));

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("one of ").contains("mastodon").contains("rss");
  }

  private int demo(String... arguments) {
    CommandLine command = new CommandLine(new DemoCommand());
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 2];
    all[0] = "--config";
    all[1] = Path.of("../config").toAbsolutePath().toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return command.execute(all);
  }
}
