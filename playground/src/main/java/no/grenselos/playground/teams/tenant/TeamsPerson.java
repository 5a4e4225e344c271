package no.grenselos.playground.teams.tenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.UUID;
import no.grenselos.playground.stage.Json;

/**
 * A person of the tenant.
 *
 * @param aadObjectId a GUID, the same for every bot
 * @param teamsId begins with "29:", as this bot knows them
 * @param email also the user principal name
 * @param title what they do, may be empty
 * @param locale for example "nb-NO"
 * @param zone an IANA time zone
 */
public record TeamsPerson(
    String aadObjectId,
    String teamsId,
    String name,
    String email,
    String title,
    String locale,
    String zone) {
  private static final String GUID = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}";

  public TeamsPerson {
    if (!aadObjectId.matches(GUID)) {
      throw new IllegalArgumentException("aadObjectId is " + aadObjectId + ", must be a GUID");
    }
    if (!teamsId.startsWith("29:")) {
      throw new IllegalArgumentException("Teams id is " + teamsId + ", must begin with 29:");
    }
    ZoneId.of(zone);
  }

  /** Somebody in Oslo who speaks Norwegian; the ids follow from the handle, always the same. */
  public static TeamsPerson of(String handle, String name) {
    String aad = UUID.nameUUIDFromBytes(handle.getBytes(StandardCharsets.UTF_8)).toString();
    String email = handle + "@fjordvarme.example";
    return new TeamsPerson(aad, "29:1" + Ids.opaque(aad), name, email, "", "nb-NO", "Europe/Oslo");
  }

  public TeamsPerson email(String newEmail) {
    return new TeamsPerson(aadObjectId, teamsId, name, newEmail, title, locale, zone);
  }

  public TeamsPerson title(String newTitle) {
    return new TeamsPerson(aadObjectId, teamsId, name, email, newTitle, locale, zone);
  }

  public TeamsPerson locale(String newLocale) {
    return new TeamsPerson(aadObjectId, teamsId, name, email, title, newLocale, zone);
  }

  public TeamsPerson zone(String newZone) {
    return new TeamsPerson(aadObjectId, teamsId, name, email, title, locale, newZone);
  }

  /** By any of their names: GUID, "29:" id or address. */
  boolean isKnownAs(String who) {
    return who.equals(aadObjectId) || who.equals(teamsId) || who.equalsIgnoreCase(email);
  }

  /** As the roster of a conversation shows them. */
  public ObjectNode member(String tenantId) {
    int space = name.lastIndexOf(' ');
    return Json.object()
        .put("id", teamsId)
        .put("name", name)
        .put("aadObjectId", aadObjectId)
        .put("objectId", aadObjectId)
        .put("givenName", space < 0 ? name : name.substring(0, space))
        .put("surname", name.substring(space + 1))
        .put("email", email)
        .put("userPrincipalName", email)
        .put("tenantId", tenantId)
        .put("userRole", "user");
  }

  /** As an activity names its sender. */
  public ObjectNode account() {
    return Json.object().put("id", teamsId).put("name", name).put("aadObjectId", aadObjectId);
  }

  /** The short form for the page. */
  public ObjectNode card() {
    return Json.object()
        .put("id", aadObjectId)
        .put("teams_id", teamsId)
        .put("name", name)
        .put("email", email)
        .put("title", title)
        .put("locale", locale)
        .put("zone", zone);
  }
}
