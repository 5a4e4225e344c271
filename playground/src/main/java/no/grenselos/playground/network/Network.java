package no.grenselos.playground.network;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The whole network in memory, empty at first, and the way tests and the demo act on it. Any thread
 * may call it; changes are told to watchers in their order, before the call returns. A wrong text
 * or account throws {@link IllegalArgumentException}, a post that is gone {@link
 * NoSuchElementException}.
 */
public final class Network {
  private final Clock clock;
  private final Snowflakes ids;
  private final Keys keys;
  private final Tokens tokens = new Tokens();
  private final Faults faults = new Faults();
  private final Interest interest = new Interest();
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Posts posts;
  private final Notices notices;
  private final Set<String> listeners = new HashSet<>();
  private final List<Consumer<Change>> watchers = new CopyOnWriteArrayList<>();

  public Network(Clock clock) {
    this.clock = clock;
    this.ids = new Snowflakes(clock);
    this.keys = new Keys(clock);
    this.notices = new Notices(ids, clock);
    this.posts = new Posts(ids, clock);
  }

  /** Somebody with no followers who writes bokmål. */
  public Account join(String acct, String displayName) {
    return join(acct, displayName, "nb", 0, false);
  }

  /** Somebody new; the same acct again gives the account that is there, unchanged. */
  public synchronized Account join(
      String acct, String displayName, String language, int followers, boolean bot) {
    Account known = accounts.get(acct);
    if (known != null) {
      return known;
    }
    var audience = new Account.Audience(followers, bot, clock.instant());
    var account = new Account(ids.next(), acct, displayName, language, audience);
    accounts.put(acct, account);
    tell(new Change.Joined(account));
    return account;
  }

  public Status post(String acct, String text) {
    return publish(known(acct), Draft.of(text), null);
  }

  /** Answers as Mastodon's own page does: the other's name goes first if the text lacks it. */
  public synchronized Status reply(String acct, String to, String text) {
    String other = posts.require(to).account().acct();
    boolean named = other.equals(acct) || Markup.mentions(text).contains(other);
    return publish(known(acct), Draft.answer(named ? text : "@" + other + " " + text, to), null);
  }

  /** Posts once per key and account within an hour; the same key again gives the same post. */
  public synchronized Status publish(Account author, Draft draft, @Nullable String key) {
    Optional<String> before = key == null ? Optional.empty() : keys.statusOf(author, key);
    if (before.isPresent()) {
      return posts.require(before.get());
    }
    String parent = draft.inReplyTo() == null ? null : posts.require(draft.inReplyTo()).id();
    String language = draft.language() == null ? author.language() : draft.language();
    var place = new Status.Place(draft.visibility(), parent, null);
    Status status = posts.add(author, Markup.checked(draft.text()), language, place);
    if (key != null) {
      keys.remember(author, key, status.id());
    }
    tellOf(status);
    if (parent != null) {
      tell(new Change.Counted(posts.require(parent), counts(parent)));
    }
    return status;
  }

  /** The post says {@code text} from now on; its earlier versions stay in its history. */
  public synchronized Status edit(String id, String text) {
    Status before = posts.require(id);
    List<Status.Version> versions = new ArrayList<>(before.versions());
    versions.add(new Status.Version(Markup.checked(text), before.language(), clock.instant()));
    Status after = new Status(id, before.account(), versions, before.place());
    posts.replace(after);
    notices.called(after, Markup.mentions(before.text()), accounts);
    tell(new Change.Edited(after));
    return after;
  }

  /** Takes a post away, with its boosts and the notices about it; answers to it stay. */
  public synchronized void delete(String id) {
    Status gone = posts.require(id);
    posts.remove(gone);
    notices.forget(id);
    posts.boostsOf(id).forEach(boost -> delete(boost.id()));
    String original = gone.place().boostOf();
    if (original != null) {
      interest.unboosted(original, gone.account().id());
    }
    tell(new Change.Deleted(gone));
    for (String other : new String[] {original, gone.place().inReplyTo()}) {
      find(other).ifPresent(status -> tell(new Change.Counted(status, counts(status.id()))));
    }
  }

  /** Passes a post on to one's followers; boosting twice gives the first boost. */
  public synchronized Status boost(String acct, String id) {
    Account booster = known(acct);
    Status original =
        posts.require(Optional.ofNullable(posts.require(id).place().boostOf()).orElse(id));
    Optional<Status> before =
        interest.boostOf(original.id(), booster.id()).flatMap(boost -> find(boost));
    if (before.isPresent()) {
      return before.get();
    }
    var place = new Status.Place("public", null, original.id());
    Status boost = posts.add(booster, "", original.language(), place);
    interest.boosted(original.id(), booster.id(), boost.id());
    notices.add("reblog", original.account(), booster, original.id());
    tell(new Change.Posted(boost));
    tell(new Change.Counted(original, counts(original.id())));
    return boost;
  }

  /** Likes a post; liking twice counts once. */
  public synchronized Status favourite(String acct, String id) {
    Account fan = known(acct);
    Status status = posts.require(id);
    if (interest.favour(id, fan.id())) {
      notices.add("favourite", status.account(), fan, id);
      tell(new Change.Counted(status, counts(id)));
    }
    return status;
  }

  /** Adds people who are not played one by one to the figures of a post. */
  public synchronized void crowd(String id, int replies, int boosts, int favourites) {
    Status status = posts.require(id);
    interest.crowd(id, new Status.Counts(replies, boosts, favourites));
    tell(new Change.Counted(status, counts(id)));
  }

  /** From now on {@code acct} gets a notice of type "status" for each post of {@code author}. */
  public synchronized void subscribe(String acct, String author) {
    interest.subscribers(known(author).id()).add(known(acct).id());
  }

  /**
   * An app reads what is said here in the name of {@code account}: the house, seen from outside.
   */
  public synchronized void listens(Account account) {
    if (listeners.add(account.id())) {
      tell(new Change.Listened(account));
    }
  }

  /** Whether an app reads in the name of the account; what it posts then comes from the house. */
  public synchronized boolean listening(Account account) {
    return listeners.contains(account.id());
  }

  public synchronized Status.Counts counts(String id) {
    return interest.counts(id, replies(id).size());
  }

  public synchronized boolean favoured(String id, Account by) {
    return interest.favoured(id, by.id());
  }

  public synchronized boolean boosted(String id, Account by) {
    return interest.boostOf(id, by.id()).isPresent();
  }

  public synchronized List<Account> accounts() {
    return List.copyOf(accounts.values());
  }

  public synchronized Optional<Account> account(String acct) {
    return Optional.ofNullable(accounts.get(acct));
  }

  public synchronized Optional<Status> find(@Nullable String id) {
    return posts.find(id);
  }

  /** All posts, newest first. */
  public synchronized List<Status> statuses() {
    return posts.newestFirst();
  }

  /** Of the posts that are wanted those in the stretch, newest first. */
  public synchronized List<Status> statuses(Stretch stretch, Predicate<Status> wanted) {
    return posts.some(stretch, wanted);
  }

  public synchronized Written written(Account account) {
    return posts.by(account);
  }

  /** The answers to one post, oldest first. */
  public synchronized List<Status> replies(String to) {
    return posts.repliesTo(to);
  }

  /** What an account was told, newest first. */
  public synchronized List<Notice> notices(Account account) {
    return notices.of(account);
  }

  /** Calls {@code watcher} with every change from now on; it must be quick and never throw. */
  public void watch(Consumer<Change> watcher) {
    watchers.add(watcher);
  }

  public Tokens tokens() {
    return tokens;
  }

  public Faults faults() {
    return faults;
  }

  private void tellOf(Status status) {
    notices.called(status, List.of(), accounts);
    Set<String> subscribers = interest.subscribers(status.account().id());
    accounts.values().stream()
        .filter(account -> subscribers.contains(account.id()))
        .forEach(account -> notices.add("status", account, status.account(), status.id()));
    tell(new Change.Posted(status));
  }

  private void tell(Change change) {
    watchers.forEach(watcher -> watcher.accept(change));
  }

  private Account known(String acct) {
    return account(acct)
        .orElseThrow(
            () -> new IllegalArgumentException("acct is " + acct + ", nobody is called so"));
  }
}
