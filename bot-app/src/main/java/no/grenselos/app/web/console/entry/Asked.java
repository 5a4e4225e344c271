package no.grenselos.app.web.console.entry;

import java.util.Optional;
import no.grenselos.revise.Section;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/**
 * Which entry a form is about, and at which revision it was drawn.
 *
 * @param key empty for a new entry
 * @param at place in the order, from 1
 * @param why the reason, for the history
 */
record Asked(Section section, String key, int base, int at, String why) {
  static final String SECTION = "entry-section";
  static final String KEY = "entry-key";
  static final String BASE = "entry-base";
  static final String AT = "entry-at";
  static final String WHY = "entry-why";

  private static final int LONGEST_WHY = 500;

  static Asked of(MultiValueMap<String, String> form) {
    String why = text(form, WHY);
    return new Asked(
        section(text(form, SECTION)),
        text(form, KEY),
        number(text(form, BASE)),
        text(form, AT).isEmpty() ? Integer.MAX_VALUE : number(text(form, AT)),
        why.substring(0, Math.min(why.length(), LONGEST_WHY)));
  }

  /** The section an address names. */
  static Section section(String name) {
    for (Section section : Section.values()) {
      if (section.name().equalsIgnoreCase(name)) return section;
    }
    throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
  }

  Asked fresh() {
    return new Asked(section, "", base, at, why);
  }

  Asked known(String other) {
    return new Asked(section, other, base, at, why);
  }

  Asked at(int newest) {
    return new Asked(section, key, newest, at, why);
  }

  private static String text(MultiValueMap<String, String> form, String name) {
    return Optional.ofNullable(form.getFirst(name)).orElse("").strip();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "not a number", e);
    }
  }
}
