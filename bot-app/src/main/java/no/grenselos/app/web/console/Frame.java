package no.grenselos.app.web.console;

import java.util.List;
import java.util.Locale;
import no.grenselos.app.admission.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param here the page shown; null for one that is not among those at the top
 * @param path of the page shown, to come back to
 * @param visitor null while nobody is signed in
 * @param theme one of {@link Looks#THEMES}
 * @param version empty where it is not packaged
 */
public record Frame(
    @Nullable ConsolePage here,
    String path,
    @Nullable Visitor visitor,
    String company,
    Locale locale,
    String theme,
    String version) {

  /** The pages at the top. */
  public List<ConsolePage> pages() {
    return visitor == null ? List.of() : ConsolePage.of(visitor);
  }

  /** The other language, to switch to. */
  public String otherLanguage() {
    return locale.getLanguage().equals("nb") ? "en" : "nb";
  }

  /** Whether the visitor may change things on this page. */
  public boolean mayChange() {
    return visitor != null && here != null && here.mayChange(visitor);
  }

  /** Whether the visitor may change the rules. */
  public boolean mayChangeRules() {
    return visitor != null && ConsolePage.RULES.mayChange(visitor);
  }
}
