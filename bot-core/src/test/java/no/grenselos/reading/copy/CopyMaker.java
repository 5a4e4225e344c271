package no.grenselos.reading.copy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Makes posts from our own phrases and copies of some of them, by a seed. */
final class CopyMaker {
  private static final List<String> WHO =
      """
      Naboen min|Hele borettslaget|Svigermor|Sjefen på jobben|The lady next door|My landlord
      En kollega|Toget fra Lillestrøm|Bussjåføren|Our tiny bakery|The night nurse|Fotballaget
      Kommunen vår|Barnehagen|Every cyclist here|Rørleggeren|Grandpa|Studentene på hybelen
      """
          .lines()
          .flatMap(line -> Arrays.stream(line.split("\\|")))
          .toList();
  private static final List<String> DID =
      """
      har ventet i tre uker på|fikk endelig byttet|klager over|drømmer høyt om|never received
      nekter å betale for|paid twice for|mistet all tillit til|ble positivt overrasket over
      has been waiting since Tuesday for|solgte brukt på nett|skrev et langt brev om|loves
      krever pengene tilbake for|filmed and uploaded|reklamerte forgjeves på|wants a refund for
      """
          .lines()
          .flatMap(line -> Arrays.stream(line.split("\\|")))
          .toList();
  private static final List<String> WHAT =
      """
      den nye varmepumpa|strømmåleren i kjelleren|et abonnement uten bindingstid|the router upgrade
      solcellepanelene på låven|a broken contactless card|forsikringen på hytta|the airport parking
      elbillader med altfor kort kabel|ruteboka for vinteren|the loyalty points|flytteavtalen
      billetten til Trondheim|the mortgage calculator|fiberkabelen i hagen|a cancelled ferry
      """
          .lines()
          .flatMap(line -> Arrays.stream(line.split("\\|")))
          .toList();
  private static final List<String> AND =
      """
      og ingen svarer på chatten etter klokka fire|which nobody at the counter could explain
      men kundesenteret skylder på leverandøren|and the invoice arrived all the same
      selv om garantien gjelder til neste sommer|så nå vurderer vi å bytte til en konkurrent
      because the app keeps logging everyone out|enda vi ble lovet svar innen fredag morgen
      og det midt i den kaldeste uka på mange år|so thanks to Marit for sorting it out quickly
      uten at noen i ledelsen vil kommentere saken|while the website promises same day delivery
      """
          .lines()
          .toList();
  private static final List<String> VOCABULARY =
      Stream.of(WHO, DID, WHAT, AND)
          .flatMap(List::stream)
          .flatMap(phrase -> Arrays.stream(phrase.split(" ")))
          .distinct()
          .toList();
  private static final List<String> SAYS =
      List.of("Helt enig!", "Les dette:", "So true", "Noen som vet mer?", "Hva tenker dere nå?");

  private final Random random;
  private final List<CopyPairs.Post> posts = new ArrayList<>();

  CopyMaker(long seed) {
    random = new Random(seed);
  }

  /** So many posts of a group each, every third with one to four copies, shuffled. */
  List<CopyPairs.Post> posts(int groups) {
    for (int i = 0; i < groups; i++) {
      String text = text();
      add(i, text);
      int copies = i % 3 == 0 ? 1 + random.nextInt(4) : 0;
      for (int j = 0; j < copies; j++) add(i, copy(text));
    }
    Collections.shuffle(posts, random);
    return posts;
  }

  private void add(int group, String text) {
    posts.add(new CopyPairs.Post("g" + group, text));
  }

  // the same openings again and again, then words that make it a post of its own
  private String text() {
    StringBuilder text = new StringBuilder(one(WHO) + " " + one(DID));
    int words = 8 + random.nextInt(10);
    for (int i = 0; i < words; i++) text.append(' ').append(one(VOCABULARY));
    return text.toString();
  }

  private String copy(String text) {
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, (int) (text.length() * (0.6 + 0.3 * random.nextDouble()))) + "…";
      case 1 -> "RT @kari_n: " + text;
      case 2 -> text.replaceFirst(" ", " 😡 ") + " 🔥🔥";
      case 3 -> text + " #strøm #kundeservice https://a.example/" + random.nextInt(999);
      case 4 -> one(SAYS) + " «" + text + "» " + one(SAYS);
      case 5 -> threeChanged(text);
      default -> throw new AssertionError("six kinds");
    };
  }

  private String threeChanged(String text) {
    String[] words = text.split(" ");
    for (int i = 0; i < 3; i++) words[random.nextInt(words.length)] = one(VOCABULARY);
    return String.join(" ", words);
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
