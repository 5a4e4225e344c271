package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.grenselos.feed.Cursor;
import no.grenselos.feed.FeedState;
import no.grenselos.feed.Fetch;
import no.grenselos.feed.Inlet;
import no.grenselos.log.Parcel;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.mention.Network;
import no.grenselos.store.MentionLog;
import no.grenselos.web.Body;
import no.grenselos.web.HttpAnswer;
import no.grenselos.web.HttpCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Posts that we are told of: kept before the answer, once. */
class InwardTest {
  private final TimeLine line = new TimeLine();
  private final Inward door = new Inward(new Mouth(), line.desk);

  @AfterEach
  void close() {
    line.close();
  }

  /** The body names the posts; the first word is the key where it ends in a colon. */
  private final class Mouth implements Inlet {
    @Override
    public String name() {
      return "reviews";
    }

    @Override
    public Network network() {
      return ScriptedNetwork.NAME;
    }

    @Override
    public Told receive(HttpCall call) {
      List<String> words = List.of(call.body().text().split(" ", -1));
      if (words.equals(List.of("hello"))) {
        return new Told.Answered(HttpAnswer.text(200, "hello"));
      }
      Optional<String> key = words.stream().filter(word -> word.endsWith(":")).findFirst();
      Stream<String> ids = words.stream().filter(word -> !word.endsWith(":"));
      List<MentionEvent> events = ids.map(InwardTest.this::post).toList();
      Fetch.Page page = new Fetch.Page(events, Cursor.START, false, List.of());
      return new Told.Posts(page, key, fresh -> HttpAnswer.text(200, String.valueOf(fresh)));
    }
  }

  private MentionEvent post(String id) {
    return new MentionEvent.Posted(line.mention(id, "", "varmepumpe?", MentionKind.POST, null));
  }

  private String call(String body) {
    HttpCall call = new HttpCall("POST", "/reviews", "", Map.of(), Body.of(body));
    return door.receive(call).body().text();
  }

  private List<String> told() {
    return line.slack.in(TimeLine.FALLBACK).stream().map(card -> card.card().headline()).toList();
  }

  @Test
  void whatIsToldIsKeptOnceAndWorkedOn() {
    assertThat(call("a b")).isEqualTo("2");
    assertThat(call("b c")).isEqualTo("1");
    line.settle();

    Optional<MentionLog.Logged> kept =
        line.store.read(books -> books.mentions().find(post("c").id()));
    assertThat(kept).isPresent();
    assertThat(state().postsIn(FeedState.monthOf(line.now()))).isEqualTo(4);
    assertThat(state().newestAt()).isEqualTo(line.now());
  }

  @Test
  void theSameCallSentAgainIsKeptOnce() {
    assertThat(call("k1: a")).isEqualTo("1");
    assertThat(call("k1: b")).isEqualTo("0");
    assertThat(call("k2: b")).isEqualTo("1");
  }

  @Test
  void whatIsToldGoesThroughTheLogWhereThereIsOne() {
    ScriptedLog log = new ScriptedLog();
    Inward through = new Inward(new Mouth(), line.desk, Optional.of(log));
    HttpCall call = new HttpCall("POST", "/reviews", "", Map.of(), Body.of("k1: a b"));

    log.down = Optional.of("nobody answers");
    assertThat(through.receive(call).status()).isEqualTo(503);
    log.down = Optional.empty();
    assertThat(through.receive(call).body().text()).isEqualTo("2");

    assertThat(log.carried).extracting(Parcel::from).containsExactly("reviews", "reviews");
    assertThat(state().postsIn(FeedState.monthOf(line.now()))).isEqualTo(2);
    assertThat(line.store.<Long>read(books -> books.mentionInbox().waiting())).isZero();
  }

  @Test
  void whoOnlyAsksWhetherWeAreThereIsAnswered() {
    assertThat(call("hello")).isEqualTo("hello");
  }

  @Test
  void aSilenceBeyondWhatIsUsualIsTold() {
    for (int day = 0; day < 10; day++) {
      String unused = call("p" + day);
      line.pass(Duration.ofDays(1));
    }
    assertThat(door.watch()).isEqualTo(Inward.WATCH);
    line.settle();
    String silence = "Det har ikke kommet noe fra reviews på 72 timer";
    assertThat(told()).doesNotContain(silence);

    line.pass(Duration.ofDays(2));
    assertThat(door.watch()).isEqualTo(Inward.WATCH);
    line.settle();
    assertThat(told()).containsOnlyOnce(silence);
  }

  private FeedState state() {
    return line.store.read(books -> books.feedStates().find("reviews").orElseThrow()).state();
  }
}
