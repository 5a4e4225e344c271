package no.grenselos.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Norwegian-looking words and texts made of them, the same for the same seed. Words are put
 * together from parts, so that there are thousands, and are drawn as in real texts: a few of them
 * all the time, most of them seldom (Zipf). Not thread safe.
 */
final class Vocabulary {
  private static final List<String> EVERYDAY =
      List.of(
          ("og i er det på som en å til for av at med ikke har de jeg den vi et men om så var han"
                  + " meg deg seg dere fra kan skal vil må bare når nå da hva hvor hvorfor noen alt"
                  + " bra takk hei jo her der før etter mer mye litt helt går får blir ble kom tar")
              .split(" ", -1));
  private static final List<String> FIRST =
      List.of(
          ("strøm varme sol vind vann gass snø is bolig bil buss tog fly båt bank lån rente skatt"
                  + " jobb skole lege butikk mat fisk melk brød kaffe klær sko mobil nett data tele"
                  + " post pakke reise hotell fjell hytte park sykkel vei bro hage tak vegg dør"
                  + " lys støy luft rør pumpe panel måler kunde pris faktura avtale ordre retur")
              .split(" ", -1));
  private static final List<String> LAST =
      List.of(
          ("brudd pumpe anlegg måler regning avtale pris service senter feil varsel stopp kø app"
                  + " lader kort konto side butikk leveranse montør rabatt garanti klage svar hjelp"
                  + " plan støtte nett tak rør kabel boks station lampe ovn filter vifte")
              .split(" ", -1));
  // as many words as make a post match 3 of 1,000 rules, as it was with real texts and rules
  private static final List<String> BEFORE = List.of("", "hoved");
  private static final List<String> ENDINGS = List.of("", "en", "er", "ene", "et", "a", "s");

  private final Random random;
  private final List<String> words = new ArrayList<>();

  Vocabulary(long seed) {
    this.random = new Random(seed);
    words.addAll(EVERYDAY);
    for (String before : BEFORE) {
      for (String first : FIRST) {
        for (String last : LAST) words.add(before + first + last);
      }
    }
  }

  /** A word of running text, most often a common one. */
  String spoken() {
    // exponent 1 as Zipf found for words; drawn by inverting the continuous law
    int rank = (int) Math.exp(random.nextDouble() * Math.log(words.size()));
    String word = words.get(Math.min(rank, words.size() - 1));
    return rank < EVERYDAY.size() ? word : word + ENDINGS.get(random.nextInt(ENDINGS.size()));
  }

  /** A word that a rule would name: never an everyday one. */
  String named() {
    return words.get(EVERYDAY.size() + random.nextInt(words.size() - EVERYDAY.size()));
  }

  /** 8 to 40 words. */
  String text() {
    StringBuilder text = new StringBuilder();
    int length = 8 + random.nextInt(33);
    for (int i = 0; i < length; i++) text.append(i == 0 ? "" : " ").append(spoken());
    return text.append('.').toString();
  }

  Random random() {
    return random;
  }
}
