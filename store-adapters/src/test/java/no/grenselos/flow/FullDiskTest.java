package no.grenselos.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.grenselos.memory.Assistant;
import no.grenselos.mention.MentionEvent;
import no.grenselos.mention.MentionKind;
import no.grenselos.store.StoreException;
import no.grenselos.store.sqlite.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk fills up while posts come in and cards go out, and somebody makes room. */
class FullDiskTest {
  private static final int POSTS = 120;

  @TempDir Path folder;

  @Test
  void whatComesWhileTheDiskIsFullIsShownOnceWhenThereIsRoom() throws Exception {
    try (SmallDisk store = SmallDisk.open(folder.resolve("store.db"), 60);
        TimeLine line = TimeLine.on(store, task -> new Assistant.Draft.None("no"), book -> book)) {
      line.at("09:00");
      List<MentionEvent> again = new ArrayList<>();
      for (int i = 1; i <= POSTS; i++) {
        MentionEvent post = post(line, i);
        // the network offers it again: its feed was not moved on
        if (!takes(line, post)) again.add(post);
        tries(line);
      }
      assertThat(again).as("posts that could not be kept").isNotEmpty().hasSizeLessThan(POSTS);

      store.makeRoom();
      for (MentionEvent post : again) assertThat(takes(line, post)).isTrue();
      for (int minute = 0; minute < 5; minute++) line.pass(Duration.ofMinutes(1));

      Set<String> shown = new HashSet<>();
      for (ScriptedHouse.Shown card : line.cards(TimeLine.CARE)) {
        String words = card.card().parts().getFirst().toString();
        String number = words.replaceAll("(?s).*elendig nr(\\d+).*", "$1");
        assertThat(shown.add(number)).as("shown twice: %s", words).isTrue();
      }
      assertThat(shown).hasSize(POSTS);
      assertThat(line.parkedMentions()).isZero();
    }
  }

  private static MentionEvent post(TimeLine line, int number) {
    String id = Integer.toString(number);
    String words = "elendig nr" + number;
    return new MentionEvent.Posted(line.mention(id, "", words, MentionKind.POST, null));
  }

  private static boolean takes(TimeLine line, MentionEvent post) {
    try {
      return line.take(post) == 1;
    } catch (StoreException e) {
      return false;
    }
  }

  /** As the loops do: what fails is tried again later. */
  private static void tries(TimeLine line) {
    try {
      line.pass(Duration.ofSeconds(1));
    } catch (StoreException e) {
      line.passInSilence(Duration.ofSeconds(1));
    }
  }
}
