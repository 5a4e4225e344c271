package no.grenselos.app.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import no.grenselos.trail.Trace;

/** A trace as lines of JSON, one a step. */
public final class TraceLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TraceLines() {}

  /** Each without a line end; {@code at} is missing where something is still to be done. */
  public static List<String> of(Trace trace) {
    return trace.steps().stream().map(step -> line(trace, step)).toList();
  }

  private static String line(Trace trace, Trace.Step step) {
    ObjectNode line = JSON.createObjectNode();
    if (step.at() != null) line.put("at", step.at().toString());
    line.put("what", step.what()).put("who", step.who()).put("mention", trace.mention().toString());
    trace.ticket().ifPresent(ticket -> line.put("ticket", ticket.toString()));
    return line.put("detail", step.detail()).toString();
  }
}
