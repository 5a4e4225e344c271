package no.grenselos.web;

/**
 * An adapter's door for calls from outside. May be called from many threads at once; answers within
 * a second.
 */
@FunctionalInterface
public interface Webhook {
  /** Verifies, stores and answers; never works on the event before the answer. */
  HttpAnswer receive(HttpCall call);
}
