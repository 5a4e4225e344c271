package no.grenselos.work;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import no.grenselos.chat.ChatEvent;
import no.grenselos.chat.Form;
import no.grenselos.chat.FormKind;

/**
 * What the bot says, in Norwegian (bokmål) and English; English where a language is not spoken.
 * Each feature has its own phrases, and all have those of this package.
 */
public final class Phrases {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle own;
  private final ResourceBundle everybodys;

  private Phrases(String feature, Locale locale) {
    this.locale = locale;
    this.own = bundle(feature, locale);
    this.everybodys = bundle("work", locale);
  }

  private static ResourceBundle bundle(String feature, Locale locale) {
    return ResourceBundle.getBundle("no.grenselos." + feature + ".phrases", locale, NO_FALLBACK);
  }

  /**
   * @param feature its package's last name
   */
  public static Phrases of(String feature, Locale locale) {
    return new Phrases(feature, locale);
  }

  /** The phrase with its values set in; values are plain text. */
  public String say(String key, Object... values) {
    ResourceBundle bundle = own.containsKey(key) ? own : everybodys;
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  /** A form with the words of its kind: {@code form.hand-over.title} and {@code .submit}. */
  public Form form(FormKind kind, ChatEvent.On on, List<Form.Field> fields) {
    String words = "form." + kind.key();
    return new Form(
        kind, on, say(words + ".title"), say(words + ".submit"), say("form.cancel"), fields);
  }

  public boolean has(String key) {
    return own.containsKey(key) || everybodys.containsKey(key);
  }

  public Locale locale() {
    return locale;
  }
}
