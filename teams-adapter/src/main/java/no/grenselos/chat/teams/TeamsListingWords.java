package no.grenselos.chat.teams;

import java.util.List;

/**
 * What the app says of itself in Teams' own pages and menus, in one language.
 *
 * @param alone commands offered in the chat with the bot
 * @param among commands offered in channels and group chats; the answer comes in one's own chat
 * @param askExpert in the menu of a message, and of everything
 * @param keepAnswer in the menu of a message
 */
record TeamsListingWords(
    String fullName,
    String inShort,
    String inFull,
    List<Line> alone,
    List<Line> among,
    Line askExpert,
    Line keepAnswer) {

  /**
   * A line of a menu.
   *
   * @param title at most 32 characters; of a command, what is said when it is chosen
   * @param text at most 128 characters
   */
  record Line(String title, String text) {}

  static final String NAME = "Grenselos";

  private static final Line QUEUE = new Line("queue", "What waits in the queues of your teams");
  private static final Line TOPICS = new Line("topics", "Who answers what");
  private static final Line ASK =
      new Line("ask", "ask \"text\": who would be asked about such a post, and why");
  private static final Line WHY = new Line("why", "why T-12: why a post went where it went");
  private static final Line STORM = new Line("storm", "What goes on when many write at once");
  private static final Line HELP = new Line("help", "What you can say");

  static final TeamsListingWords EN =
      new TeamsListingWords(
          "Grenselos: the way to the one who knows",
          "Brings a public post to the one colleague who knows the answer",
          """
          People write about us in public, and the colleague who knows the answer never sees it. \
          Grenselos reads such posts, works out what each is about, and asks one person who has \
          said yes to that topic: want to reply?

          Take it, pass it on or leave it for later with one press. Customer service has its queue \
          in its own channel, and everybody sees who has what. Nothing is published without a \
          person's press, and every question says why it came to you.

          The app is run by your own company. It reads what is written to it by name or alone, and \
          no other message.\
          """,
          List.of(
              new Line("home", "Your topics, hours and what came of your answers"),
              QUEUE,
              TOPICS,
              ASK,
              WHY,
              new Line("pause", "pause 3d: leaves you alone for that long"),
              new Line("invite", "Propose a colleague; for leads and admins"),
              STORM,
              HELP),
          List.of(QUEUE, TOPICS, ASK, WHY, STORM, HELP),
          new Line("Ask an expert about this", "Sends the message to a colleague who knows"),
          new Line("Keep as an answer", "Keeps the words for the next time somebody asks"));

  private static final Line QUEUE_NB = new Line("kø", "Det som venter i køene til lagene dine");
  private static final Line TOPICS_NB = new Line("emner", "Hvem som svarer på hva");
  private static final Line ASK_NB =
      new Line(
          "spør", "spør \"tekst\": hvem som ville blitt spurt om et slikt innlegg, og hvorfor");
  private static final Line WHY_NB =
      new Line("hvorfor", "hvorfor T-12: hvorfor et innlegg gikk dit det gikk");
  private static final Line STORM_NB =
      new Line("uvær", "Det som skjer når mange skriver på én gang");
  private static final Line HELP_NB = new Line("hjelp", "Det du kan si");

  static final TeamsListingWords NB =
      new TeamsListingWords(
          "Grenselos: veien til den som vet",
          "Tar med et innlegg der ute til den ene kollegaen som vet svaret",
          """
          Folk skriver om oss der alle kan lese det, og kollegaen som vet svaret, får aldri se det. \
          Grenselos leser slike innlegg, finner ut hva hvert av dem handler om, og spør én som har \
          sagt ja til det emnet: Vil du svare?

          Ta det, send det videre eller la det vente, med ett trykk. Kundeservice har køen i sin \
          egen kanal, og alle ser hvem som har hva. Ingenting blir publisert uten at et menneske \
          trykker, og hvert spørsmål sier hvorfor det kom til deg.

          Appen drives av din egen bedrift. Den leser det som skrives til den ved navn eller på \
          tomannshånd, og ingen andre meldinger.\
          """,
          List.of(
              new Line("hjem", "Emnene dine, tidene dine og hva som kom ut av svarene"),
              QUEUE_NB,
              TOPICS_NB,
              ASK_NB,
              WHY_NB,
              new Line("pause", "pause 3d: lar deg være i fred så lenge"),
              new Line("inviter", "Foreslå en kollega; for ledere og administratorer"),
              STORM_NB,
              HELP_NB),
          List.of(QUEUE_NB, TOPICS_NB, ASK_NB, WHY_NB, STORM_NB, HELP_NB),
          new Line("Spør en ekspert om dette", "Sender meldingen til en kollega som vet"),
          new Line("Ta vare på som svar", "Tar vare på ordene til neste gang noen spør"));
}
