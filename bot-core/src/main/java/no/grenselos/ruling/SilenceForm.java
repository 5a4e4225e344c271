package no.grenselos.ruling;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.grenselos.chat.Form;
import no.grenselos.chat.Form.Field;
import no.grenselos.chat.RuleAction;
import no.grenselos.work.Question;
import org.jspecify.annotations.Nullable;

/** The dialog about one silence: what is muted, until when, why. */
final class SilenceForm {
  private SilenceForm() {}

  static Form of(Asked asked) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field.Words(asked.phrases().say("form.silence.words")));
    if (asked.entry().isNew()) {
      fields.add(asked.optional("author", 200));
      fields.add(asked.optional("words", 300));
    }
    fields.add(asked.lines("when", RouteForm.QUERY).mayBeEmpty());
    Until until = Until.of(asked.isFresh() ? asked.said().text("until") : until(asked.question()));
    fields.add(new Field.Day("day", asked.label("day"), until.day(), false));
    fields.add(new Field.Time("time", asked.label("time"), until.time(), true));
    fields.add(asked.line("why", 200));
    fields.add(asked.yes("keep"));
    return asked.form(fields);
  }

  /** As the rules' files write it: a day, or a day and a time. */
  private record Until(@Nullable LocalDate day, @Nullable LocalTime time) {
    static Until of(String text) {
      try {
        return new Until(LocalDate.parse(text), null);
      } catch (DateTimeException notADay) {
        return ofMoment(text);
      }
    }

    private static Until ofMoment(String text) {
      try {
        LocalDateTime moment = LocalDateTime.parse(text);
        return new Until(moment.toLocalDate(), moment.toLocalTime());
      } catch (DateTimeException none) {
        return new Until(null, null);
      }
    }
  }

  static String until(Question question) {
    String day = question.value("day");
    String time = question.value("time");
    return day.isEmpty() || time.isEmpty() ? day : day + "T" + time;
  }

  /**
   * @param by who decided, for those who read the files
   */
  static RuleAction.WriteRule read(Question question, Entry entry, String by) {
    Map<String, String> keys = new HashMap<>();
    keys.put("when", Matching.of(question).query());
    keys.put("until", until(question));
    keys.put("why", question.value("why"));
    keys.put("by", by);
    if (question.value("more").contains("keep")) keys.put("keep", "true");
    return new RuleAction.WriteRule(entry.toString(), keys, Entry.NEW, question.value("why"));
  }
}
