package no.grenselos.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.config.Configuration;
import no.grenselos.app.wiring.Providers;
import no.grenselos.route.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFilesTest {
  private static final URI HERE = URI.create("http://127.0.0.1:1/");

  @TempDir Path temp;

  @Test
  void theHousesAdminsAndItsIdeaOfAStormHoldInTheDemo() {
    ConfigFiles files = ConfigFiles.read(Path.of("../config"));
    String main = files.texts().get("grenselos.yml").replace("posts: 10", "posts: 7");
    RuleBook.House own = house(files.with("grenselos.yml", main));

    List<String> feeds = List.of(DemoFiles.mastodon(HERE, "lyngheia"));
    Path database = temp.resolve("grenselos.db");
    RuleBook.House demo =
        house(DemoFiles.of(files, own, database, HERE, feeds, Duration.ofMinutes(3)));

    assertThat(demo.storm()).isEqualTo(own.storm());
    assertThat(demo.storm().posts()).isEqualTo(7);
    assertThat(demo.admins()).isEqualTo(own.admins()).isNotEmpty();
  }

  private static RuleBook.House house(ConfigFiles files) {
    Configuration read = Configuration.read(files, 1, Providers.installed().known());
    read.refuseIfBroken();
    return read.book().house();
  }
}
