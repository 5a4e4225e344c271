package no.grenselos.chat.teams;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import no.grenselos.chat.AppPackage;
import no.grenselos.config.Secret;
import no.grenselos.config.Settings;
import no.grenselos.web.Body;

/** The app package that a Teams admin uploads: manifest, words in Norwegian, two pictures. */
final class TeamsAppPackage {
  /** Nobody is called, so there is nothing to be secret about. */
  private static final Secret UNUSED = new Secret("unused");

  private TeamsAppPackage() {}

  static AppPackage of(Settings settings, AppPackage.Order order) {
    TeamsSettings read = TeamsSettings.read(settings, name -> Optional.of(UNUSED));
    if (read.isLocal()) {
      settings.problem(
          "local-development",
          "needs no package; to make one for Teams, take it away and set app-id");
    }
    if (read.listing().website().isEmpty() && order.host().isEmpty()) {
      settings
          .part("package")
          .problem(
              "website",
              "is missing: the https address of a page about the app, which Teams shows; or name"
                  + " the host it runs on, with --host");
    }
    SequencedMap<String, Body> files = new LinkedHashMap<>();
    TeamsManifest manifest = new TeamsManifest(read.app().id(), read.listing(), order);
    files.put("manifest.json", Body.of(manifest.text()));
    files.put(TeamsManifest.NORWEGIAN, Body.of(TeamsManifest.norwegian()));
    files.put(TeamsManifest.COLOR, picture(TeamsManifest.COLOR));
    files.put(TeamsManifest.OUTLINE, picture(TeamsManifest.OUTLINE));
    return new AppPackage(files, next(order));
  }

  private static Body picture(String name) {
    try (InputStream in = TeamsAppPackage.class.getResourceAsStream(name)) {
      return Body.of(Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read from our own jar", e);
    }
  }

  private static List<String> next(AppPackage.Order order) {
    String host = order.host().isEmpty() ? "HOST" : order.host();
    return List.of(
        "In Azure, your bot, Configuration: the messaging endpoint is https://"
            + host
            + "/in/teams.",
        "For everybody: admin.teams.microsoft.com, Teams apps, Manage apps, Actions, Upload new"
            + " app; then Setup policies, Installed apps, Add apps.",
        "To try it yourself: in Teams, Apps, Manage your apps, Upload an app.",
        "Add it to each team whose channels config/ names: the team, Manage team, Apps.",
        "Then: ./grenselos check. Teams takes no version twice; the next one is --app-version "
            + after(order.version())
            + ".");
  }

  /** The next number; Teams refuses one it has. */
  private static String after(String version) {
    int dot = version.lastIndexOf('.');
    return version.substring(0, dot + 1) + (Integer.parseInt(version.substring(dot + 1)) + 1);
  }
}
