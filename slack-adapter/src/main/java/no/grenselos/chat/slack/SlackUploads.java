package no.grenselos.chat.slack;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Sends a file's bytes where Slack said, which is another host than the Web API's. The address is
 * the key, so our token is not sent along. Safe for many threads.
 */
final class SlackUploads {
  private static final List<String> HOSTS = List.of(".slack.com", ".slack-gov.com");

  private final URI api;
  private final OkHttpClient http;

  SlackUploads(URI api, OkHttpClient http) {
    this.api = api;
    this.http = http;
  }

  /**
   * One try. A file that was sent in vain is nothing anybody sees, so that what is unclear is as
   * good as not reached.
   */
  SlackReply<Boolean> send(String address, byte[] bytes) {
    Optional<URI> to = allowed(address);
    if (to.isEmpty()) return new SlackReply.No<>("upload_host_not_allowed", List.of());
    Request request =
        new Request.Builder()
            .url(to.get().toString())
            .post(RequestBody.create(bytes, MediaType.get("application/octet-stream")))
            .build();
    try (Response response = http.newCall(request).execute()) {
      return answered(response);
    } catch (IOException e) {
      return new SlackReply.NotReached<>("Slack takes no files: " + e.getMessage());
    }
  }

  private static SlackReply<Boolean> answered(Response response) {
    int status = response.code();
    if (status == 200) return new SlackReply.Yes<>(true);
    if (status == 429) return new SlackReply.TooFast<>(SlackCalls.BREATH);
    return status >= 500
        ? new SlackReply.NotReached<>("Slack takes no files: HTTP " + status)
        : new SlackReply.No<>("http_" + status, List.of());
  }

  /** Slack's own hosts, and that of the Web API as the admin has it. */
  private Optional<URI> allowed(String address) {
    URI to;
    try {
      to = URI.create(address);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String host = to.getHost();
    if (host == null || to.getUserInfo() != null) return Optional.empty();
    boolean near = host.equals(api.getHost()) && api.getScheme().equals(to.getScheme());
    boolean slacks = "https".equals(to.getScheme()) && HOSTS.stream().anyMatch(host::endsWith);
    return near || slacks ? Optional.of(to) : Optional.empty();
  }
}
