package no.grenselos.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaVersionTest {
  /** Maven itself may run on 17: the toolchain must have found a newer JDK for the tests. */
  @Test
  void testsRunOnTheLevelWeCompileFor() {
    assertThat(Runtime.version().feature()).isGreaterThanOrEqualTo(21);
  }
}
