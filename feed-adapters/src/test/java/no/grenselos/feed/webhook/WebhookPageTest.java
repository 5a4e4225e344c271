package no.grenselos.feed.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.grenselos.config.Secret;
import no.grenselos.feed.Fetch;
import org.junit.jupiter.api.Test;

/** What docs/webhook-in.md tells people to type does what it says. */
class WebhookPageTest {
  private static final Path PAGE = Path.of("..", "docs", "webhook-in.md");
  private static final Pattern SCRIPT = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern VECTOR =
      Pattern.compile(
          "secret `([^`]+)`, `t=(\\d+)` and the body `([^`]+)`, `v1` is\\s+`([0-9a-f]{64})`");

  @Test
  void theCallIsGenuineAndItsMentionIsTakenIn() throws IOException, InterruptedException {
    String page = Files.readString(PAGE);
    Matcher script = SCRIPT.matcher(page);
    assertThat(script.find()).isTrue();

    List<String> call = argumentsOfCurl(script.group(1));

    Optional<String> header = header(call, WebhookSignature.HEADER);
    byte[] body = call.getLast().getBytes(StandardCharsets.UTF_8);
    WebhookSignature signature =
        new WebhookSignature(new Secret("not-a-real-secret"), Clock.systemUTC());
    assertThat(signature.check(body, header)).isInstanceOf(WebhookSignature.Verdict.Genuine.class);
    assertThat(IdempotencyKey.of(header(call, IdempotencyKey.HEADER)))
        .isInstanceOf(IdempotencyKey.Given.class);
    Fetch.Page read = WebhookJson.page(call.getLast());
    assertThat(read.events()).hasSize(1);
    assertThat(read.skipped()).isEmpty();
  }

  @Test
  void theSignatureToCheckOnesOwnCodeWithIsRight() throws IOException {
    Matcher told = VECTOR.matcher(Files.readString(PAGE));
    assertThat(told.find()).isTrue();

    byte[] body = told.group(3).getBytes(StandardCharsets.UTF_8);

    assertThat(WebhookSignatureTest.mac(told.group(1), told.group(2), body))
        .isEqualTo(told.group(4));
  }

  @Test
  void everyFieldOfTheSchemaIsExplained() throws IOException {
    String page = Files.readString(PAGE);

    for (String field :
        List.of(
            "network",
            "id",
            "link",
            "publishedAt",
            "text",
            "html",
            "author",
            "lang",
            "kind",
            "inReplyTo",
            "reshareOf",
            "conversation",
            "revision",
            "deleted")) {
      assertThat(page).contains("`" + field + "`");
    }
  }

  /** The script itself, with a curl that shows what it was given. */
  private static List<String> argumentsOfCurl(String script)
      throws IOException, InterruptedException {
    Process bash =
        new ProcessBuilder("bash", "-c", "curl() { printf '%s\\n' \"$@\"; }\n" + script)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    bash.getOutputStream().close();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  private static Optional<String> header(List<String> call, String name) {
    return call.stream()
        .filter(argument -> argument.startsWith(name + ": "))
        .map(argument -> argument.substring(name.length() + 2))
        .findFirst();
  }
}
