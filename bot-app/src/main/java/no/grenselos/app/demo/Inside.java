package no.grenselos.app.demo;

import java.util.List;

/** One chat house of the playground, as the people in it have it. */
interface Inside {
  /**
   * What came before people's eyes since this was asked last, oldest first: each new version of a
   * message, as everybody in its place sees it. For one thread.
   */
  List<Screen> news();
}
