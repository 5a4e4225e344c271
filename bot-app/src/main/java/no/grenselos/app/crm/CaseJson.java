package no.grenselos.app.crm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import no.grenselos.work.CrmPort;
import org.jspecify.annotations.Nullable;

/** The case as it is sent, and what is read of the answer. */
final class CaseJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST_LINK = 2000;

  private CaseJson() {}

  static byte[] of(CrmPort.Case call) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("id", call.id())
        .put("event", "case.sent")
        .put("ticket", call.ticket())
        .put("opened_at", call.at().toString())
        .put("promised_at", call.promisedAt() == null ? null : call.promisedAt().toString())
        .put("network", call.network())
        .put("link", call.link().toString())
        .put("author", call.author())
        .put("text", call.text())
        .put("language", call.language())
        .put("topic", call.topic())
        .put("channel", call.channel())
        .put("by", call.by());
    try {
      return MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a case cannot be written", e);
    }
  }

  /** The case's page as the other side names it; null when it names none that can be opened. */
  static @Nullable URI link(byte[] body) {
    try {
      JsonNode link = MAPPER.readTree(body).path("link");
      if (!link.isTextual() || link.asText().length() > LONGEST_LINK) return null;
      URI page = URI.create(link.asText());
      return "https".equals(page.getScheme()) && page.getHost() != null ? page : null;
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }
}
