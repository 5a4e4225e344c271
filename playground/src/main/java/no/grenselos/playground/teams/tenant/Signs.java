package no.grenselos.playground.teams.tenant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.grenselos.playground.stage.Happenings;
import no.grenselos.playground.stage.Json;

/**
 * What the Teams client shows one person beside the messages: open dialogs, lines from the bot, and
 * trouble. Use it inside the tenant's lock.
 */
public final class Signs {
  /**
   * A line that one person saw.
   *
   * @param person their {@code aadObjectId}
   */
  public record Line(String person, String text) {}

  private final Happenings happenings;
  private final Map<String, Dialog> dialogs = new LinkedHashMap<>();
  private final List<Line> notes = new ArrayList<>();
  private final List<Line> troubles = new ArrayList<>();

  Signs(Happenings happenings) {
    this.happenings = happenings;
  }

  public Optional<Dialog> dialog(String person) {
    return Optional.ofNullable(dialogs.get(person));
  }

  public List<Dialog> dialogs() {
    return List.copyOf(dialogs.values());
  }

  /** Opens it, or puts it in place of the one that is open. */
  public void open(Dialog dialog) {
    dialogs.put(dialog.person(), dialog);
    happenings.tell("teams.dialog", dialog.json().deepCopy());
  }

  public void close(String person) {
    if (dialogs.remove(person) != null) {
      happenings.tell("teams.dialog_closed", Json.object().put("person", person));
    }
  }

  /** The bot's answer to a press was a line of text. */
  public void note(String person, String text) {
    notes.add(new Line(person, text));
    tell("teams.note", person, text);
  }

  public List<Line> notes() {
    return List.copyOf(notes);
  }

  /** What a person sees when the bot fails them. */
  public void trouble(String person, String text) {
    troubles.add(new Line(person, text));
    tell("teams.trouble", person, text);
  }

  public List<Line> troubles() {
    return List.copyOf(troubles);
  }

  private void tell(String kind, String person, String text) {
    happenings.tell(kind, Json.object().put("person", person).put("text", text));
  }
}
