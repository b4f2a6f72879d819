### Woorden voor wie inhoud schrijft: de vragen van `kiosk new`, en wat `kiosk preview` naast een pagina toont.

## De vragen van iets nieuws. Voor elke vraag staat "???".

new-title = Titel van de gids
new-purpose = Eén zin: waarvoor dient het?
# Variables:
#   $number (number): de hoeveelste stap het is
new-step = Titel van stap { $number }
new-step-text = Wat je hier doet, in korte zinnen
# Variables:
#   $number (number): het hoeveelste probleem het is
new-stuck = Probleem { $number }, zoals mensen het zeggen
new-stuck-text = Een andere manier, en iemand die kan helpen
new-run-by = Wie deze dienst verzorgt
new-word = Een woord dat mensen ervoor gebruiken
new-cost = Wat het kost (of: vraag het hier)
new-before = Wat je meebrengt
new-counter = Wat je aan het loket doet (of: vraag het hier)
new-phone = Wat je per telefoon doet (of: vraag het hier)
new-post = Wat je per post doet (of: vraag het hier)
new-online = Wat je op internet doet (of: vraag het hier)
new-finder = Wat je met deze vragen vindt
new-question = De vraag, heel kort
new-answer = Een antwoord om te kiezen
new-end = Waarom deze diensten, in één zin
new-lesson = Titel van de les
new-lesson-purpose = Eén zin: wat kun je daarna?
# $number (number): which card it is
new-card = Titel van kaart { $number }
new-card-text = Eén idee, in korte zinnen
new-task = Wat je vraagt, en hoe men antwoordt
new-hint = Wat op weg helpt, zonder het antwoord te geven
new-why = Waarom het zo is
new-because = Waarom, zonder verwijt
new-right = Het juiste antwoord
new-wrong = Een ander antwoord
new-item = De volgende stap, in de juiste volgorde
new-pair-one = Een woord
new-pair-other = Wat bij dat woord hoort
new-question-before = De vraag voor de les
new-question-after = Hetzelfde idee, met een ander voorbeeld
new-room = Naam van de kamer, tot 40 tekens
new-room-purpose = Eén zin: wat kun je hier proberen?
new-room-goal = Het doel
new-learned = Wat je onthoudt
new-tells = Wat er nu gebeurt
new-device = Wat bovenaan staat
new-line = Een regel tekst
new-field = Wat je schrijft
new-practice = Verzonnen, om te kopiëren
new-button = De juiste knop
new-wrong-button = Een foute knop
new-mistake = Waarom niet, en wat beter is
new-topic = Naam van het thema
new-event = Wat er gebeurd is, zoals mensen het zeggen
new-headword = Het woord
new-explanation = Wat het woord betekent, in korte zinnen
new-urgent = Wanneer je dit nummer belt
new-place = De naam van deze plek
new-street = De straat

## Wat in een voorbeeld naast een pagina staat. De opmerkingen zelf zijn in het Engels.

# Variables:
#   $count (number): hoeveel dingen
preview-to-correct = { $count ->
    [one] Nog { $count } ding te verbeteren
   *[other] Nog { $count } dingen te verbeteren
}
# De nieuwste versie kan niet getoond worden.
preview-last-good = Je ziet de laatste goede versie.
preview-gone = Deze pagina staat niet meer in de bestanden.
preview-look = Bekijk je bestanden.
preview-nothing = Niets te verbeteren.
preview-leave = Ctrl-Q: het voorbeeld sluiten.
preview-more = Voor de andere: kiosk check
