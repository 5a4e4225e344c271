package no.grenselos.mention;

import java.time.Instant;

/** Looks at the wall, sleeps, talks, and waits on a virtual thread. */
final class WrongTime {
  void all() throws InterruptedException {
    System.out.println(Instant.now());
    Thread.sleep(1);
    Thread.ofVirtual().start(System.out::println).join();
  }
}
