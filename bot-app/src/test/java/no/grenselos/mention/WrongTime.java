package no.grenselos.mention;

import java.time.Instant;

/** Looks at the wall, sleeps and talks. */
final class WrongTime {
  void all() throws InterruptedException {
    System.out.println(Instant.now());
    Thread.sleep(1);
  }
}
