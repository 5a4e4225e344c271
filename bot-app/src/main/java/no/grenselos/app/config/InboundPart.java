package no.grenselos.app.config;

import java.util.List;
import no.grenselos.app.web.caller.CallLimits;
import no.grenselos.config.Settings;

/** Reads {@code inbound: {per-second: 200, burst: 2000, at-once: 100, proxies: [10.0.0.5]}}. */
final class InboundPart {
  private InboundPart() {}

  static CallLimits read(Settings all) {
    Settings part = all.part("inbound");
    CallLimits usual = CallLimits.USUAL;
    int perSecond = part.number("per-second", usual.perSecond());
    int burst = part.number("burst", usual.burst());
    int atOnce = part.number("at-once", usual.atOnce());
    List<String> proxies = part.texts("proxies");
    part.finish();
    try {
      return new CallLimits(perSecond, burst, atOnce, proxies);
    } catch (IllegalArgumentException e) {
      all.problem("inbound", String.valueOf(e.getMessage()));
      return usual;
    }
  }
}
