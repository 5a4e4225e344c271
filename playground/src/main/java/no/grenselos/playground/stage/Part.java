package no.grenselos.playground.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;

/**
 * One place of the outside world that the playground stands in for: a Slack workspace, a social
 * network.
 *
 * <p>A part is given to the playground by its options, or found by {@code ServiceLoader}. Its
 * methods are called from request threads, several at a time: a part guards its own state.
 */
public interface Part extends AutoCloseable {
  /** The key of this part's piece of {@code GET /play/state}, for example "network". */
  String name();

  /**
   * Registers the routes: once, before the server listens. What people do on the page belongs under
   * {@code /play/NAME/}, where {@link ControlDoor} lets only the page itself in.
   */
  void open(Stage stage, RoutesConfig routes);

  /** Called once, when the server listens and {@link Stage#base()} is known. */
  default void started() {}

  /** What the page needs to draw this part from nothing. */
  ObjectNode state();

  @Override
  default void close() {}
}
