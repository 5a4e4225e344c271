package no.grenselos.playground.slack.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import no.grenselos.playground.stage.Json;

/**
 * A person, or the app's bot.
 *
 * @param id begins with U
 * @param name the handle, without "@"
 * @param title what they do, may be empty
 * @param email may be empty; only with the scope users:read.email
 * @param tz an IANA time zone
 * @param locale for example "nb-NO"
 * @param deleted deactivated: they are listed, but cannot do anything any more
 */
public record SlackUser(
    String id,
    String name,
    String realName,
    String title,
    String email,
    String tz,
    String locale,
    boolean deleted) {
  public SlackUser {
    if (!id.matches("U[A-Z0-9_]+")) {
      throw new IllegalArgumentException("user id is " + id + ", must be U and capitals or digits");
    }
    ZoneId.of(tz);
  }

  /** Somebody in Oslo who speaks Norwegian. */
  public static SlackUser of(String id, String name, String realName) {
    return new SlackUser(
        id, name, realName, "", name + "@workspace.example", "Europe/Oslo", "nb-NO", false);
  }

  public SlackUser title(String newTitle) {
    return new SlackUser(id, name, realName, newTitle, email, tz, locale, deleted);
  }

  public SlackUser email(String newEmail) {
    return new SlackUser(id, name, realName, title, newEmail, tz, locale, deleted);
  }

  public SlackUser tz(String newTz) {
    return new SlackUser(id, name, realName, title, email, newTz, locale, deleted);
  }

  public SlackUser locale(String newLocale) {
    return new SlackUser(id, name, realName, title, email, tz, newLocale, deleted);
  }

  public SlackUser deleted(boolean gone) {
    return new SlackUser(id, name, realName, title, email, tz, locale, gone);
  }

  /** As {@code users.info} shows it; a deactivated person has no time zone and no language. */
  public ObjectNode json(SlackSeed seed, Instant now, boolean withEmail, boolean withLocale) {
    boolean bot = id.equals(seed.app().botUser());
    ObjectNode user = Json.object().put("id", id).put("team_id", seed.teamId()).put("name", name);
    user.put("deleted", deleted).put("real_name", realName).put("is_bot", bot);
    user.put("is_app_user", false).put("updated", 1_700_000_000);
    if (!deleted) {
      user.put("tz", tz).put("tz_label", tz);
      user.put("tz_offset", ZoneId.of(tz).getRules().getOffset(now).getTotalSeconds());
      user.put("is_admin", false).put("is_owner", false).put("is_primary_owner", false);
      user.put("is_restricted", false).put("is_ultra_restricted", false);
    }
    if (withLocale && !deleted) {
      user.put("locale", locale);
    }
    ObjectNode profile = user.putObject("profile");
    profile.put("title", title).put("real_name", realName).put("real_name_normalized", realName);
    profile.put("display_name", name).put("display_name_normalized", name);
    profile.put("status_text", "").put("status_emoji", "").put("team", seed.teamId());
    if (withEmail && !bot) {
      profile.put("email", email);
    }
    if (bot) {
      profile.put("bot_id", seed.app().botId()).put("api_app_id", seed.app().appId());
    }
    return user;
  }

  /** The short form for the page. */
  public ObjectNode card() {
    return Json.object()
        .put("id", id)
        .put("name", name)
        .put("real_name", realName)
        .put("title", title)
        .put("tz", tz)
        .put("locale", locale)
        .put("deleted", deleted);
  }
}
