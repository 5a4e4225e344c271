package no.grenselos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import no.grenselos.config.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
  @TempDir Path temp;

  @Test
  void aSecretMayStandInAFileThatTheEnvironmentNames() throws Exception {
    Path file = Files.writeString(temp.resolve("token"), "xoxb-planted\n");
    Environment named = new Environment(Map.of("TOKEN_FILE", file.toString()));
    Environment both = new Environment(Map.of("TOKEN_FILE", file.toString(), "TOKEN", "own"));

    assertThat(named.find("TOKEN").map(Secret::reveal)).contains("xoxb-planted");
    assertThat(both.find("TOKEN").map(Secret::reveal)).as("the variable counts").contains("own");
    assertThat(named.toString()).doesNotContain("planted");
  }

  @Test
  void aBlankFileIsNoSecretAndOneThatIsNotThereIsTold() throws Exception {
    Path blank = Files.writeString(temp.resolve("blank"), " \n");

    assertThat(new Environment(Map.of("TOKEN_FILE", blank.toString())).find("TOKEN")).isEmpty();
    assertThatThrownBy(() -> new Environment(Map.of("TOKEN_FILE", temp + "/none")).find("TOKEN"))
        .isInstanceOf(CannotStart.class)
        .hasMessageContainingAll("TOKEN_FILE", "none", "check that it is there");
  }
}
