package no.grenselos.flow;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the bot says, in Norwegian (bokmål) and English; English where a language is not spoken. */
final class Phrases {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  private Phrases(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("no.grenselos.flow.phrases", locale, NO_FALLBACK);
  }

  static Phrases in(Locale locale) {
    return new Phrases(locale);
  }

  /** The phrase with its values set in; values are plain text. */
  String say(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  boolean has(String key) {
    return bundle.containsKey(key);
  }

  Locale locale() {
    return locale;
  }
}
