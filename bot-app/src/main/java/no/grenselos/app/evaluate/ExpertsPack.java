package no.grenselos.app.evaluate;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.grenselos.reading.TextEncoder;

/** An experts pack: questions and who answered them. */
final class ExpertsPack {
  // a pack may give the time as a share of its span; only order and proportions count
  private static final Duration SPAN = Duration.ofDays(1_000);
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

  private static final Pattern SHARE = Pattern.compile("\\d+(\\.\\d+)?(E-?\\d{1,2})?");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss][.SSSSSS][.SSS][XXX]", Locale.ROOT);

  private ExpertsPack() {}

  static Result run(Pack pack, Optional<? extends TextEncoder> encoder) {
    List<Question> questions = pack.test(ExpertsPack::question);
    pack.refuseIfBroken();
    ExpertsFigures found;
    try {
      found =
          new ExpertsEvaluation(encoder.map(one -> (TextEncoder) one))
              .run(questions, ExpertsEvaluation.Learning.HISTORY_ONLY);
    } catch (IllegalArgumentException e) {
      throw new PackException("the pack", String.valueOf(e.getMessage()));
    }
    Figures figures =
        new Figures()
            .count("n", found.n())
            .count("candidates", found.candidates())
            .share("mrr", found.mrr())
            .share("p_at_1", found.pAt1())
            .share("success_at_5", found.successAt5())
            .share("right_field", found.rightField())
            .share("load_gini", found.loadGini())
            .share("baseline_mrr", found.baselineMrr())
            .share("baseline_load_gini", found.baselineGini());
    List<Prediction> predictions = new ArrayList<>();
    for (ExpertsFigures.Ranked ranked : found.rankings()) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("id", ranked.question());
      values.put("expected", ranked.answered());
      values.put("ranked", ranked.users().subList(0, Math.min(5, ranked.users().size())));
      values.put("place", ranked.place());
      values.put("because", ranked.because());
      predictions.add(new Prediction(values));
    }
    return new Result(figures, predictions);
  }

  private static Question question(Row row) {
    List<String> answers = row.rows("answers").stream().map(answer -> answer.text("user")).toList();
    return new Question(
        row.text("id"),
        created(row),
        row.optionalText("title").orElse(""),
        row.optionalText("body").orElse(""),
        row.texts("tags"),
        row.optionalText("asker").orElse(""),
        answers,
        row.optionalText("site").orElse(""));
  }

  private static Instant created(Row row) {
    String text = row.text("created");
    if (SHARE.matcher(text).matches()) {
      double share = Double.parseDouble(text);
      if (share <= 1) return START.plusMillis((long) (share * SPAN.toMillis()));
    }
    try {
      TemporalAccessor read = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      return read instanceof OffsetDateTime at
          ? at.toInstant()
          : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw row.wrong(
          "\"created\" is \"" + text + "\", must be as 2026-11-23T10:00:00 or a share, 0 to 1");
    }
  }
}
