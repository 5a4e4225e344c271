package no.grenselos.playground.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private final Network network =
      new Network(Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC));

  @BeforeEach
  void people() {
    network.join("kari", "Kari");
    network.join("ola", "Ola");
  }

  @Test
  void idsIncreaseThoughTheClockStandsStill() {
    long first = network.post("kari", "en").number();
    long second = network.post("kari", "to").number();

    assertThat(second).isGreaterThan(first);
    assertThat(first >> 16).isEqualTo(Instant.parse("2026-11-23T09:00:00Z").toEpochMilli());
  }

  @Test
  void answerCallsTheOtherAsTheirPageDoes() {
    Status post = network.post("kari", "hei");

    assertThat(network.reply("ola", post.id(), "hallo").text()).isEqualTo("@kari hallo");
    assertThat(network.reply("ola", post.id(), "takk, @kari").text()).isEqualTo("takk, @kari");
    assertThat(network.notices(network.account("kari").orElseThrow()))
        .extracting(Notice::type)
        .containsExactly("mention", "mention");
  }

  @Test
  void deletingTakesBoostsAndNoticesAlongAndLeavesAnswers() {
    Status post = network.post("kari", "hei");
    network.boost("ola", post.id());
    Status answer = network.reply("ola", post.id(), "hallo");

    network.delete(post.id());

    assertThat(network.statuses()).containsExactly(answer);
    assertThat(network.notices(network.account("kari").orElseThrow()))
        .extracting(Notice::statusId)
        .containsExactly(answer.id());
  }

  @Test
  void likingAndBoostingTwiceCountOnce() {
    Status post = network.post("kari", "hei");
    network.favourite("ola", post.id());
    network.favourite("ola", post.id());
    assertThat(network.boost("ola", post.id())).isEqualTo(network.boost("ola", post.id()));
    network.crowd(post.id(), 0, 10, 20);

    assertThat(network.counts(post.id())).isEqualTo(new Status.Counts(0, 11, 21));
  }

  @Test
  void boostOfABoostPassesOnTheOriginal() {
    Status post = network.post("kari", "hei");
    Status boost = network.boost("ola", post.id());
    network.join("per", "Per");

    assertThat(network.boost("per", boost.id()).place().boostOf()).isEqualTo(post.id());
  }

  @Test
  void deletingABoostTakesItOffTheCount() {
    Status post = network.post("kari", "hei");
    network.delete(network.boost("ola", post.id()).id());

    assertThat(network.counts(post.id()).boosts()).isZero();
    assertThat(network.boost("ola", post.id()).place().boostOf()).isEqualTo(post.id());
  }

  @Test
  void editKeepsEveryVersionAndCallsOnlyTheNewlyCalled() {
    Status post = network.post("kari", "hei @ola");
    network.join("per", "Per");
    Status after = network.edit(post.id(), "hei @ola og @per");

    assertThat(after.versions()).hasSize(2);
    assertThat(after.editedAt()).isPresent();
    assertThat(network.notices(network.account("ola").orElseThrow())).hasSize(1);
    assertThat(network.notices(network.account("per").orElseThrow())).hasSize(1);
  }

  @Test
  void watchersHearChangesInOrder() {
    List<String> heard = new ArrayList<>();
    network.watch(change -> heard.add(change.getClass().getSimpleName()));
    Status post = network.post("kari", "hei");
    network.reply("ola", post.id(), "hallo");
    network.edit(post.id(), "hei igjen");
    network.delete(post.id());

    assertThat(heard).containsExactly("Posted", "Posted", "Counted", "Edited", "Deleted");
  }

  @Test
  void subscriberIsToldOfEveryPost() {
    network.subscribe("ola", "kari");
    network.post("kari", "hei");

    assertThat(network.notices(network.account("ola").orElseThrow()))
        .extracting(Notice::type)
        .containsExactly("status");
  }

  @Test
  void wrongNamesAndGonePostsAreRefused() {
    assertThatThrownBy(() -> network.post("nobody", "hei"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> network.edit("17", "hei")).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> network.join("ka ri", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
