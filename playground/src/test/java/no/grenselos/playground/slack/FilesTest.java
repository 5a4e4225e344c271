package no.grenselos.playground.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import no.grenselos.playground.slack.workspace.SlackFile;
import org.junit.jupiter.api.Test;

/** Files as Slack takes them: promised, uploaded, completed, shown in a message. */
class FilesTest extends SlackTest {
  /** A dot. */
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private JsonNode promised(int length) throws Exception {
    return ok(
        api.form(
            "files.getUploadURLExternal",
            "filename",
            "week.png",
            "length",
            Integer.toString(length),
            "alt_txt",
            "a dot"));
  }

  private int upload(String address, byte[] bytes, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.ofByteArray(bytes));
    for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
    return api.http.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  private JsonNode complete(String id) throws Exception {
    return api.form("files.completeUploadExternal", "files", "[{\"id\":\"" + id + "\"}]");
  }

  private String file(byte[] bytes) throws Exception {
    JsonNode promised = promised(bytes.length);
    assertThat(upload(promised.path("upload_url").asText(), bytes)).isEqualTo(200);
    ok(complete(promised.path("file_id").asText()));
    return promised.path("file_id").asText();
  }

  private JsonNode show(String file) throws Exception {
    String blocks = "[{'type':'image','alt_text':'a dot','slack_file':{'id':'" + file + "'}}]";
    return api.form("chat.postMessage", "channel", GENERAL, "text", "x", "blocks", quoted(blocks));
  }

  private HttpResponse<byte[]> seen(String file) throws Exception {
    URI address = playground.page().resolve("play/slack/files/" + file);
    return api.http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
  }

  @Test
  void aFileIsSeenOnThePageWhenAMessageShowsItAndNotBefore() throws Exception {
    String file = file(PNG);
    int before = seen(file).statusCode();
    ok(show(file));

    assertThat(file).matches("F[A-Z0-9]{8,}");
    assertThat(before).isEqualTo(404);
    assertThat(seen(file).body()).isEqualTo(PNG);
    assertThat(seen(file).headers().firstValue("Content-Type")).hasValue("image/png");
    assertThat(slack.files()).extracting(SlackFile::description).containsExactly("a dot");
  }

  @Test
  void anUploadIsOfTheSizePromisedAndGoodOnce() throws Exception {
    String address = promised(PNG.length).path("upload_url").asText();

    assertThat(upload(address, new byte[3])).isEqualTo(400);
    assertThat(upload(address + "X", PNG)).isEqualTo(404);
    assertThat(upload(address, PNG, "Authorization", "Bearer xoxb-playground-bot")).isEqualTo(400);
    assertThat(upload(address, PNG)).isEqualTo(200);
    assertThat(upload(address, PNG)).isEqualTo(404);
  }

  @Test
  void whatWasNotUploadedIsNotCompletedAndWhatWasNotCompletedIsNotShown() throws Exception {
    JsonNode promised = promised(PNG.length);
    String id = promised.path("file_id").asText();

    assertThat(error(complete(id))).isEqualTo("file_not_found");
    upload(promised.path("upload_url").asText(), PNG);
    assertThat(error(show(id))).isEqualTo("invalid_blocks");
    ok(complete(id));
    ok(show(id));
    assertThat(error(complete(id))).isEqualTo("file_not_found");
  }

  @Test
  void onlyPicturesAreShownAndDeletedOnesAreNot() throws Exception {
    JsonNode text = show(file("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    String gone = file(PNG);
    slack.deleteFile(gone);

    assertThat(error(text)).isEqualTo("invalid_blocks");
    assertThat(text.at("/errors/0").asText())
        .isEqualTo("invalid slack file [json-pointer:/blocks/0/slack_file]");
    assertThat(error(show(gone))).isEqualTo("invalid_blocks");
    assertThat(error(show("F0NOSUCHFILE"))).isEqualTo("invalid_blocks");
  }

  @Test
  void argumentsAreChecked() throws Exception {
    assertThat(error(api.form("files.getUploadURLExternal", "filename", "a.png")))
        .isEqualTo("invalid_arguments");
    assertThat(error(api.form("files.getUploadURLExternal", "filename", "a.png", "length", "0")))
        .isEqualTo("invalid_arguments");
    assertThat(
            error(
                api.form(
                    "files.getUploadURLExternal",
                    "filename",
                    "a.png",
                    "length",
                    "9",
                    "alt_txt",
                    "x".repeat(1001))))
        .isEqualTo("alt_text_too_long");
    assertThat(error(api.form("files.completeUploadExternal"))).isEqualTo("invalid_arguments");
    assertThat(error(api.form("files.completeUploadExternal", "files", "[]")))
        .isEqualTo("invalid_arguments");
  }

  @Test
  void filesMayBeBusyOrTheirHostDown() throws Exception {
    String file = file(PNG);
    slack.filesAreBusy(1);
    slack.weather().uploadsDown(true);

    assertThat(error(show(file))).isEqualTo("invalid_blocks");
    ok(show(file));
    assertThat(upload(promised(PNG.length).path("upload_url").asText(), PNG)).isEqualTo(503);
  }

  @Test
  void aFileAndAnAddressAreNotBothShown() throws Exception {
    String both =
        "[{'type':'image','alt_text':'a','image_url':'https://a.example/b.png',"
            + "'slack_file':{'id':'F0123456789'}}]";
    String twice =
        "[{'type':'image','alt_text':'a','slack_file':"
            + "{'id':'F0123456789','url':'https://a.example/b.png'}}]";

    for (String blocks : new String[] {both, twice}) {
      JsonNode answer =
          api.form("chat.postMessage", "channel", GENERAL, "text", "x", "blocks", quoted(blocks));
      assertThat(error(answer)).isEqualTo("invalid_blocks");
    }
  }
}
