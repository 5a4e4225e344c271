package no.grenselos.chat.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import java.util.Map;
import java.util.Optional;
import no.grenselos.web.Body;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;
import no.grenselos.web.Webhook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack's calls over HTTP: first the signature, then everything else. */
final class SlackWebhook implements Webhook {
  private static final Logger LOG = LoggerFactory.getLogger(SlackWebhook.class);

  private final SlackSignatureGate gate;
  private final App app;
  private final SlackRequestParser parser;

  SlackWebhook(SlackSignatureGate gate, App app) {
    this.gate = gate;
    this.app = app;
    this.parser = new SlackRequestParser(app.config());
  }

  @Override
  public HttpAnswer receive(HttpCall call) {
    if (!gate.isGenuine(call)) {
      LOG.warn(
          "slack call refused reason=signature path={}", call.path().replaceAll("[^\\w/.-]", "?"));
      return HttpAnswer.empty(401);
    }
    Optional<Request<?>> request = parsed(call);
    return request.map(this::answered).orElseGet(() -> HttpAnswer.empty(400));
  }

  private Optional<Request<?>> parsed(HttpCall call) {
    try {
      return Optional.ofNullable(
          parser.parse(
              SlackRequestParser.HttpRequest.builder()
                  .requestUri(call.path())
                  .queryString(Map.of())
                  .requestBody(call.body().text())
                  .headers(new RequestHeaders(call.headers()))
                  .remoteAddress("")
                  .build()));
    } catch (RuntimeException e) {
      LOG.warn("slack call not understood reason={}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private HttpAnswer answered(Request<?> request) {
    try {
      Response response = app.run(request);
      return response.getBody() == null
          ? HttpAnswer.empty(response.getStatusCode())
          : new HttpAnswer(
              response.getStatusCode(), response.getContentType(), Body.of(response.getBody()));
    } catch (SlackComeAgain e) {
      // Slack repeats an event until it gets a 2xx (docs.slack.dev, Events API), and marks a press
      // as failed for whoever pressed
      return HttpAnswer.empty(503);
    } catch (Exception e) {
      LOG.warn("slack call failed type={}", request.getRequestType(), e);
      return HttpAnswer.empty(500);
    }
  }
}
