package no.grenselos.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import no.grenselos.app.config.ConfigFiles;
import no.grenselos.app.wiring.Encoders;
import no.grenselos.app.wiring.Setup;
import no.grenselos.app.wiring.WatchedEncoder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is promised in docs/accuracy.md, with the encoder that is shipped, on the shared data. Large
 * tests are thinned to each fourth row: the whole ones are for the command.
 */
@Tag("corpus")
class AccuracyTest {
  private static final int STEP = 4;
  private static final Path DATA = Path.of(System.getProperty("shared.data", ""));
  private static Optional<WatchedEncoder> encoder = Optional.empty();

  @TempDir Path folder;

  @BeforeAll
  static void openEncoder() {
    encoder = Encoders.of(Setup.of(new ConfigFiles("none", Map.of()), entry -> {}));
    assertThat(encoder).isPresent();
  }

  @AfterAll
  static void closeEncoder() {
    encoder.ifPresent(WatchedEncoder::close);
  }

  @Test
  void fiveDomainsOfTenAreNudgedAndTheOthersSleep() throws IOException {
    Figures figures = figures(packs().every(STEP, "topics_clinc_5of10"), Mode.TOPICS);

    assertThat(value(figures, "nudge_f1")).isGreaterThanOrEqualTo(0.86);
    assertThat(value(figures, "false_nudge_rate")).isLessThanOrEqualTo(0.06);
  }

  @Test
  void twentyTopicsOfABankAreNudgedAndTheOthersSleep() throws IOException {
    Figures figures = figures(packs().every(STEP, "topics_banking_20of77"), Mode.TOPICS);

    assertThat(value(figures, "nudge_f1")).isGreaterThanOrEqualTo(0.80);
    assertThat(value(figures, "false_nudge_rate")).isLessThanOrEqualTo(0.05);
  }

  @Test
  void tenExamplesATopicAreEnoughForABank() throws IOException {
    Path pack = packs().bankingTenShots(0);
    Path test = pack.resolve("test.jsonl");
    Files.write(test, SharedPacks.every(STEP, Files.readAllLines(test)));

    assertThat(value(figures(pack, Mode.TOPICS), "accuracy")).isGreaterThanOrEqualTo(0.86);
  }

  @Test
  void norwegianIsReadByWhatWasLearnedInEnglish() throws IOException {
    Figures intents = figures(packs().massive("en", "nb", 0), Mode.TOPICS);
    Figures news = figures(packs().sib("en", "nb"), Mode.TOPICS);

    assertThat(value(intents, "accuracy")).isGreaterThanOrEqualTo(0.80);
    assertThat(value(news, "accuracy")).isGreaterThanOrEqualTo(0.80);
  }

  @Test
  void languagesOfSentencesAreTold() throws IOException {
    Figures figures = figures(packs().languages(), Mode.LANGUAGE);

    assertThat(value(figures, "accuracy")).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void expertsAreFoundAndTheLoadIsSpread() {
    Figures figures = figures(DATA.resolve("experts/pooled2.jsonl"), Mode.EXPERTS);

    assertThat(value(figures, "mrr")).isGreaterThanOrEqualTo(0.48);
    assertThat(value(figures, "success_at_5")).isGreaterThanOrEqualTo(0.63);
    assertThat(value(figures, "right_field")).isGreaterThanOrEqualTo(0.98);
    assertThat(value(figures, "load_gini")).isLessThan(value(figures, "baseline_load_gini"));
  }

  private SharedPacks packs() {
    return new SharedPacks(DATA, folder);
  }

  private static Figures figures(Path pack, Mode mode) {
    Evaluation evaluation = new Evaluation(Encoders.meanings(encoder), encoder);
    Figures figures = evaluation.of(Pack.at(pack), mode, Optional.empty(), 0).figures();
    System.out.println(mode + " " + pack.getFileName() + " " + figures.values());
    return figures;
  }

  private static double value(Figures figures, String name) {
    return figures.values().getOrDefault(name, Optional.empty()).orElse(Double.NaN).doubleValue();
  }
}
