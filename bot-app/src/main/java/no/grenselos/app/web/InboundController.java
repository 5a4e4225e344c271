package no.grenselos.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.app.web.caller.Caller;
import no.grenselos.web.Body;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;
import no.grenselos.web.Webhook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Hands each call to its adapter with the bytes as they were sent. */
@Controller
final class InboundController {
  private static final Logger LOG = LoggerFactory.getLogger(InboundController.class);

  private final Doors doors;
  private final BodyDesk bodies;

  InboundController(Doors doors, BodyDesk bodies) {
    this.doors = doors;
    this.bodies = bodies;
  }

  /**
   * The body is read from the request's own stream: as a {@code @RequestBody} Spring would rebuild
   * a form from its parameters, and no signature over it would fit any more.
   */
  @RequestMapping(
      path = "/in/{adapter}/**",
      method = {RequestMethod.GET, RequestMethod.POST})
  void receive(
      @PathVariable("adapter") String adapter,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    send(response, answer(adapter, request));
  }

  private HttpAnswer answer(String adapter, HttpServletRequest request) throws IOException {
    Optional<Webhook> webhook = doors.door(adapter, Caller.isNear(request));
    if (webhook.isEmpty()) return HttpAnswer.text(404, "no such door");
    return bodies.take(request, body -> handed(adapter, webhook.get(), request, body));
  }

  private static HttpAnswer handed(
      String adapter, Webhook webhook, HttpServletRequest request, Body body) {
    String path = request.getRequestURI().substring("/in/".length() + adapter.length());
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    try {
      return webhook.receive(
          new HttpCall(request.getMethod(), path, query, headers(request), body));
    } catch (RuntimeException e) {
      LOG.error("call failed adapter={} bytes={}", adapter, body.bytes().length, e);
      return HttpAnswer.text(500, "could not be stored; send it again");
    }
  }

  private static Map<String, List<String>> headers(HttpServletRequest request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, Collections.list(request.getHeaders(name)));
    }
    return headers;
  }

  private static void send(HttpServletResponse response, HttpAnswer answer) throws IOException {
    response.setStatus(answer.status());
    if (!answer.contentType().isEmpty()) response.setContentType(answer.contentType());
    byte[] body = answer.body().bytes();
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
