package no.grenselos.chat.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.schema.Activity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;
import no.grenselos.web.Webhook;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Teams' calls: refused unless they may be Microsoft's, and until the next release answered with
 * 501 even then.
 */
final class TeamsWebhook implements Webhook {
  private static final Logger LOG = LoggerFactory.getLogger(TeamsWebhook.class);

  private final TeamsCallGate gate;
  private final Set<String> serviceHosts;
  private final ObjectMapper mapper =
      new ObjectMapper()
          .findAndRegisterModules()
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  TeamsWebhook(TeamsSettings settings) {
    this.gate = new TeamsCallGate(settings.appId());
    this.serviceHosts = settings.serviceHosts();
  }

  @Override
  public HttpAnswer receive(HttpCall call) {
    if (!gate.mayBeMicrosoft(call)) {
      LOG.warn("teams call refused reason=token");
      return HttpAnswer.empty(401);
    }
    Optional<Activity> activity = parsed(call);
    if (activity.isEmpty()) return HttpAnswer.empty(400);
    if (!isAllowed(activity.get().getServiceUrl())) {
      LOG.warn("teams call refused reason=service-url");
      return HttpAnswer.empty(403);
    }
    LOG.info("teams call not answered type={}", word(activity.get().getType()));
    return HttpAnswer.empty(501);
  }

  private Optional<Activity> parsed(HttpCall call) {
    try {
      return Optional.ofNullable(mapper.readValue(call.body().bytes(), Activity.class));
    } catch (JsonProcessingException e) {
      LOG.warn("teams call not understood reason={}", e.getClass().getSimpleName());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
  }

  private boolean isAllowed(@Nullable String serviceUrl) {
    if (serviceUrl == null) return false;
    try {
      String authority = URI.create(serviceUrl).getAuthority();
      return authority != null && serviceHosts.contains(authority.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String word(@Nullable String type) {
    return type != null && type.matches("\\w{1,40}") ? type : "unknown";
  }
}
