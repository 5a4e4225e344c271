package no.grenselos.forecast;

import java.util.ArrayList;
import java.util.List;
import no.grenselos.forecast.Report.Example;
import no.grenselos.mention.Mention;

/** A count of posts, and the first few of them. Not thread safe. */
final class Examples {
  private static final int MOST = 3;
  private static final int TEXT = 280;

  private final List<Example> first = new ArrayList<>();
  private int posts;

  void add(Mention mention) {
    posts++;
    if (first.size() < MOST) first.add(new Example(mention.id(), beginning(mention.text())));
  }

  private static String beginning(String text) {
    if (text.length() <= TEXT) return text;
    // no half of an emoji
    int end = Character.isHighSurrogate(text.charAt(TEXT - 1)) ? TEXT - 1 : TEXT;
    return text.substring(0, end) + "…";
  }

  int posts() {
    return posts;
  }

  List<Example> first() {
    return List.copyOf(first);
  }
}
