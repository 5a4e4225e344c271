package no.grenselos.chat.teams;

import java.util.Optional;
import no.grenselos.web.HttpAnswer;

/** Hears some of what Teams tells us. Safe for many threads; answers within a second. */
@FunctionalInterface
interface TeamsEar {
  /** The answer; empty for what is not for this ear. */
  Optional<HttpAnswer> hear(TeamsCall call);
}
