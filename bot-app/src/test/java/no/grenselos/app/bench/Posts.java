package no.grenselos.app.bench;

import java.util.List;

/** Posts as people write them, 8 to 24 words; turned over, so that no call sees the same twice. */
final class Posts {
  static final List<String> NORWEGIAN =
      List.of(
          "Strømmen er borte for tredje gang denne uka, og ingen svarer på telefonen. Når får vi"
              + " den tilbake?",
          "Fikk nettopp en faktura på det dobbelte av i fjor, er det noen som skjønner hvorfor?",
          "Takk til den hyggelige montøren som kom i dag, varmepumpa går som en klokke igjen",
          "Eg har venta i to veker på svar frå kundeservice. Kva er det dykk driv med?",
          "Appen deres henger hver gang jeg skal lese av måleren, har prøvd å installere på nytt",
          "Vurderer solceller på taket til låven, hvor lang tid tar det før det lønner seg?",
          "Ladestasjonen ved kjøpesenteret har vært ute av drift siden mandag. Skjer det noe"
              + " snart?",
          "Bråket fra utedelen holder naboene våkne om natta, kan den flyttes til en annen vegg?",
          "Bytta leverandør for en måned siden og betaler fortsatt til begge. Ikke imponert",
          "Hei, vi skal pusse opp badet og lurer på om gulvvarme kan kobles til fjernvarmen",
          "Nettleia går opp igjen fra nyttår, samtidig som de deler ut milliarder i utbytte",
          "Har noen her erfaring med garantien på varmtvannsberederen når huset er solgt videre?");
  static final List<String> MIXED =
      List.of(
          NORWEGIAN.get(0),
          "My order has not arrived yet and nobody answers the phone, can you help me please?",
          NORWEGIAN.get(3),
          "Elen är borta igen och ingen svarar på telefon, när kommer den tillbaka?",
          NORWEGIAN.get(4),
          "Why is the charger at the mall out of order again, it has been a week now",
          NORWEGIAN.get(9),
          "Der Strom ist schon wieder weg und niemand geht ans Telefon, wann kommt er zurück?",
          NORWEGIAN.get(10),
          "Strømmen er væk igen, og ingen tager telefonen. Hvornår får vi den tilbage?");

  private final List<String> texts;
  private int next;

  Posts(List<String> texts) {
    this.texts = texts;
  }

  String next() {
    next = next + 1 == texts.size() ? 0 : next + 1;
    return texts.get(next);
  }
}
