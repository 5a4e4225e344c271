package no.grenselos.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import no.grenselos.config.Problems;
import no.grenselos.config.Settings;
import no.grenselos.expert.Handle;

/** Reads who people are in the chat houses: {@code {name: Bo, slack: U02, email: bo@here}}. */
record Handles(Known known, Problems problems, Emails emails) {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** The same for another file. */
  Handles in(Problems others) {
    return new Handles(known, others, emails);
  }

  /** The person's handles; a problem when there is none, or somebody else has it. */
  List<Handle> of(Settings entry, Once once) {
    List<Handle> own = new ArrayList<>();
    for (String key : entry.keys()) {
      if (!known.houses().contains(key)) continue;
      String id = spelt(entry.text(key));
      if (!id.isEmpty() && once.claim(key + ":" + id, entry, key, entry.path())) {
        own.add(new Handle(key, id));
      }
    }
    emails.read(entry, own);
    List<String> houses = known.houses().stream().sorted().toList();
    // asks for each, so that a mistyped house gets a hint
    if (houses.stream().filter(entry::has).toList().isEmpty()) {
      String text = "has no chat handle; add " + String.join(" or ", houses);
      problems.add(entry.line(), entry.path(), text);
    }
    return own;
  }

  /** A directory's ids are the same in either case; chat houses tell them in small letters. */
  private static String spelt(String id) {
    return GUID.matcher(id).matches() ? id.toLowerCase(Locale.ROOT) : id;
  }

  /** The people of a list, name by handle. */
  SequencedMap<Handle, String> people(Settings owner, String key) {
    SequencedMap<Handle, String> people = new LinkedHashMap<>();
    Once once = new Once();
    for (Settings entry : owner.parts(key)) {
      String name = entry.text("name");
      for (Handle handle : of(entry, once)) people.put(handle, name);
      entry.finish();
    }
    return people;
  }
}
