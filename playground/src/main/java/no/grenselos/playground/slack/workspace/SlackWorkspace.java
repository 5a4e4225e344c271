package no.grenselos.playground.slack.workspace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import no.grenselos.playground.stage.Happenings;
import no.grenselos.playground.stage.Json;
import no.grenselos.playground.stage.Turns;

/**
 * The source of truth about the workspace. All reading and writing happens inside {@link
 * #atomically}, one at a time, so that what the page is told has the same order as what was done.
 */
public final class SlackWorkspace {
  private final Turns turns = new Turns();
  private final SlackSeed seed;
  private final Happenings happenings;
  private final Stamps stamps;
  private final Messages messages;
  private final Views views;
  private final Triggers triggers;
  private final ResponseUrls responseUrls;
  private final Quiet quiet;
  private final Files files;
  private final Unfurls unfurls = new Unfurls();
  private final Map<String, SlackUser> users = new LinkedHashMap<>();
  private final Map<String, SlackChannel> channels = new LinkedHashMap<>();
  private final List<Asked> asked = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private Install install = Install.INSTALLED;

  public SlackWorkspace(SlackSeed seed, Clock clock, Happenings happenings) {
    this.seed = seed;
    this.happenings = happenings;
    this.stamps = new Stamps(clock);
    this.messages = new Messages(stamps, happenings);
    this.views = new Views(stamps, happenings, seed);
    this.triggers = new Triggers(stamps);
    this.responseUrls = new ResponseUrls(stamps);
    this.quiet = new Quiet(stamps);
    this.files = new Files(stamps);
    seed.users().forEach(user -> users.put(user.id(), user));
    users.put(seed.app().botUser(), seed.bot());
    seed.channels().forEach(channel -> channels.put(channel.id(), channel));
    // open from the start, so that the page knows them all
    seed.users().forEach(user -> directWith(user.id()));
  }

  /** Does it alone, then wakes those who {@link #await} a change. */
  public <T> T atomically(Supplier<T> work) {
    return turns.atomically(work);
  }

  /** Wakes those who await, after a change elsewhere. */
  public void touched() {
    atomically(() -> true);
  }

  /** Waits, in real time, until it holds; false when the time is up before. */
  public boolean await(BooleanSupplier condition, Duration longest) throws InterruptedException {
    return turns.await(condition, longest);
  }

  public SlackSeed seed() {
    return seed;
  }

  public Stamps stamps() {
    return stamps;
  }

  public Messages messages() {
    return messages;
  }

  public Views views() {
    return views;
  }

  public Triggers triggers() {
    return triggers;
  }

  public ResponseUrls responseUrls() {
    return responseUrls;
  }

  public Quiet quiet() {
    return quiet;
  }

  public Files files() {
    return files;
  }

  public Unfurls unfurls() {
    return unfurls;
  }

  public Install install() {
    return install;
  }

  public void install(Install state) {
    install = state;
    happenings.tell("slack.install", Json.object().put("install", PageState.install(state)));
  }

  public Collection<SlackUser> users() {
    return users.values();
  }

  /** A person or the bot; throws {@code user_not_found}. */
  public SlackUser user(String id) {
    return Optional.ofNullable(users.get(id)).orElseThrow(() -> new SlackRefusal("user_not_found"));
  }

  /** Adds or changes a person; also tells the page where only their quiet changed. */
  public void put(SlackUser user) {
    users.put(user.id(), user);
    happenings.tell("slack.user", card(user));
  }

  public Collection<SlackChannel> channels() {
    return channels.values();
  }

  public Optional<SlackChannel> channel(String id) {
    return Optional.ofNullable(channels.get(id));
  }

  public Optional<SlackChannel> channelNamed(String name) {
    return channels.values().stream().filter(c -> !c.isIm() && c.name().equals(name)).findFirst();
  }

  /** The person's conversation with the app; opened when there is none. */
  public SlackChannel directWith(String user) {
    SlackChannel direct = SlackChannel.direct(user(user).id(), seed.app().botUser());
    return channels.computeIfAbsent(direct.id(), id -> direct);
  }

  /** Adds or changes a channel. */
  public void put(SlackChannel channel) {
    channels.put(channel.id(), channel);
    happenings.tell("slack.channel", channel.card());
  }

  public void record(Asked call) {
    asked.add(call);
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** What a person sees when the app fails them: a line under the message, with a warning sign. */
  public void trouble(String user, String text) {
    troubles.add(text);
    happenings.tell("slack.trouble", Json.object().put("user", user).put("text", text));
  }

  public List<String> troubles() {
    return List.copyOf(troubles);
  }

  /** All that the page draws. */
  public ObjectNode json() {
    return PageState.of(this);
  }

  /** The short form of a person for the page. */
  ObjectNode card(SlackUser user) {
    return user.card().setAll(quiet.card(user));
  }
}
