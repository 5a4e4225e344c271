package no.grenselos.app.config.text;

import no.grenselos.config.Node;
import org.yaml.snakeyaml.error.YAMLException;

/** A file that is one entry. */
public final class TopText {
  private TopText() {}

  /** A new file that says this. */
  public static String of(Node.Mapping entry) {
    return EntryText.block(entry, "\n", "") + "\n";
  }

  /**
   * The text saying this; what stays the same stays as it was written.
   *
   * @throws YAMLException when the text is no YAML, or no mapping
   */
  public static String changed(String text, Node.Mapping entry) {
    Composed all = new Composed(text);
    return all.top()
        .map(top -> Span.changed(text, EntryText.becoming(all, top, entry)))
        .orElseThrow(() -> new YAMLException("the text is no mapping"));
  }
}
