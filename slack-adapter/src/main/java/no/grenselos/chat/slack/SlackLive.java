package no.grenselos.chat.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.grenselos.chat.ChatListener;
import no.grenselos.chat.ChatUser;
import no.grenselos.chat.Form;
import no.grenselos.chat.HouseWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws a form anew while somebody fills it in. For each modal only the newest change counts: an
 * answer to an older one is thrown away, and an update of a view that another answer changed
 * meanwhile is refused by Slack, by its hash. What somebody types is never overwritten; see {@link
 * SlackStanding}. Safe for many threads.
 */
final class SlackLive implements SlackEar {
  private static final Logger LOG = LoggerFactory.getLogger(SlackLive.class);

  /** Somebody types longer in one form than this only when they went home meanwhile. */
  private static final Duration FORGET = Duration.ofHours(1);

  private final ChatListener listener;
  private final SlackPeople people;
  private final HouseWork work;
  private final SlackDialogs dialogs;
  private final Cache<String, Lane> lanes =
      Caffeine.newBuilder().expireAfterAccess(FORGET).maximumSize(10_000).build();

  SlackLive(ChatListener listener, SlackPeople people, HouseWork work, SlackDialogs dialogs) {
    this.listener = listener;
    this.people = people;
    this.work = work;
    this.dialogs = dialogs;
  }

  @Override
  public void listen(App app) {
    app.blockAction(SlackFields.VALUE, this::typed);
  }

  private Response typed(BlockActionRequest request, ActionContext context) {
    SlackScene scene = new SlackScene(request.getPayload());
    if (scene.inModal()) changed(scene, Map.of());
    return context.ack();
  }

  /**
   * Returns at once.
   *
   * @param more values that stand in no field
   */
  void changed(SlackScene scene, Map<String, String> more) {
    Lane lane = lanes.get(scene.view().getId(), id -> new Lane());
    BigDecimal at = new BigDecimal(scene.action().getActionTs());
    if (lane.put(new Change(at, scene, more))) work.later("change of a form", () -> draw(lane));
  }

  /**
   * @param at Slack's own moment of the change
   */
  private record Change(BigDecimal at, SlackScene scene, Map<String, String> more) {}

  private void draw(Lane lane) {
    for (Change change = lane.next(); change != null; change = lane.next()) {
      try {
        draw(lane, change);
      } catch (RuntimeException e) {
        LOG.warn("slack form not drawn anew view={}", change.scene().view().getId(), e);
      }
    }
  }

  private void draw(Lane lane, Change change) {
    SlackScene scene = change.scene();
    SlackAbout about = SlackAbout.parse(scene.view().getPrivateMetadata());
    Map<String, String> values = new HashMap<>(SlackFilled.values(scene.view()));
    values.putAll(change.more());
    ChatUser who = people.user(scene.user(), scene.payload().getUser().getName());
    Optional<Form> form = listener.changed(about.kind(), about.on(), who, values);
    if (form.isEmpty() || lane.isOvertaken()) return;
    SlackWords words = SlackWords.in(people.locale(scene.user()));
    SlackReply<String> hash =
        dialogs.redraw(
            scene.view(),
            lane.hash().orElse(scene.view().getHash()),
            new SlackDialogs.Asked(form.get(), about.kept(), words));
    lane.drawn(hash instanceof SlackReply.Yes<String> yes ? yes.answer() : null);
    if (hash instanceof SlackReply.TooFast<String> fast) {
      work.after(fast.time(), "change of a form", () -> again(lane, change));
    }
  }

  private void again(Lane lane, Change change) {
    if (lane.again(change)) draw(lane);
  }

  /** One modal. */
  private static final class Lane {
    private BigDecimal newest = BigDecimal.ZERO;
    private @Nullable Change waiting;
    private boolean busy;
    private @Nullable String hash;

    /** Whether somebody must begin to draw. */
    synchronized boolean put(Change change) {
      if (change.at().compareTo(newest) <= 0) return false;
      newest = change.at();
      waiting = change;
      boolean begin = !busy;
      busy = true;
      return begin;
    }

    /** The newest change; null when there is nothing left to draw. */
    synchronized @Nullable Change next() {
      Change next = waiting;
      waiting = null;
      busy = next != null;
      return next;
    }

    synchronized boolean isOvertaken() {
      return waiting != null;
    }

    /** The view's hash as our last update left it; a person's typing does not change it. */
    synchronized Optional<String> hash() {
      return Optional.ofNullable(hash);
    }

    synchronized void drawn(@Nullable String newHash) {
      hash = newHash;
    }

    /** Puts the change back, and says whether to draw; not when a newer one came meanwhile. */
    synchronized boolean again(Change change) {
      if (busy || change.at().compareTo(newest) < 0) return false;
      waiting = change;
      busy = true;
      return true;
    }
  }
}
