package no.grenselos.app.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.grenselos.config.Settings;
import no.grenselos.expert.Addresses;
import no.grenselos.expert.Email;
import no.grenselos.expert.Handle;

/** Collects {@code email: ana@company.example} of everybody who is named anywhere. */
final class Emails {
  private final Map<Email, Set<Handle>> handles = new LinkedHashMap<>();

  /** Reads the entry's address, which belongs to whoever has these handles. */
  void read(Settings entry, Collection<Handle> own) {
    Optional<String> text = entry.optionalText("email");
    Optional<Email> email = text.flatMap(Email::parse);
    if (text.isPresent() && email.isEmpty()) {
      entry.problem("email", "must be an address such as ana@company.example");
    }
    email.ifPresent(
        known -> handles.computeIfAbsent(known, k -> new LinkedHashSet<>()).addAll(own));
  }

  /** Sees to it that no two experts have one address; it is personal, so it is not repeated. */
  static final class Once {
    private final Map<Email, String> places = new LinkedHashMap<>();

    void claim(Settings entry, String text) {
      Optional<String> first =
          Email.parse(text).map(email -> places.putIfAbsent(email, entry.path()));
      first.ifPresent(place -> entry.problem("email", "is taken already, by " + place));
    }
  }

  Addresses all() {
    return new Addresses(handles);
  }
}
