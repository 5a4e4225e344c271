package no.grenselos.app.evaluate;

import no.grenselos.expert.Standing;

/** Says how well a user stands for the question at hand. */
@FunctionalInterface
interface Ranker {
  Standing of(String user);
}
