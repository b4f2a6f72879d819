### The keys: what is printed on them, their names in the key bar, and what the help screen says about them.

## What is printed on a key (Belgian keyboard)

cap-f = F{ $number }
cap-enter = Enter
cap-escape = Esc
cap-tab = Tab
cap-home = Home
cap-page-up = PgUp
cap-page-down = PgDn
cap-up = ↑
cap-down = ↓
cap-left = ←
cap-right = →

## The key bar: at most 10 characters, 8 for the keys marked *

# *
key-help = Hulp
key-languages = Taal
# *
key-search = Zoeken
key-display = Scherm
key-write-down = Schrijf op
# *
key-person = Iemand
key-words = Woorden
key-hint = Tip
# *
key-finish = Stoppen
# *
key-back = Terug
key-home = Thema's
# *
key-walk = Meer

## The help screen

help-title = Hulp: de toetsen
help-intro = Je kunt hier niets stukmaken. Alle toetsen hieronder zijn veilig. Eén toets tegelijk is genoeg.
help-picture = De toetsen van deze machine. Bovenaan: Esc en de F-toetsen. Daaronder: de cijfers 1 tot 9 en Home. Onderaan: Tab, Enter, de pijltjes, PgUp en PgDn.
help-arrows = Omhoog of omlaag
help-choose = Kiezen wat aangeduid is
help-pages = De pagina omslaan
help-numbers = Kiezen met het nummer
help-complete = Het woord afmaken, als je zoekt
help-help = Deze pagina
help-languages = Een andere taal
help-search = Zoeken in je eigen woorden
help-display = Hoe het scherm eruitziet
help-write-down = Wat je kunt opschrijven
help-person = Mensen die je helpen
help-words = Moeilijke woorden, uitgelegd
help-hint = Een tip bij een oefening
help-finish = Stoppen en je bezoek wissen
help-back = Terug naar het vorige scherm
help-home = Alle thema's
help-walk = Naar de volgende keuze, ook bij de toetsen onderaan

## The printed key card: `kiosk key-card`

card-title = De toetsen van deze machine
card-digits = Voor de cijfers is één toets genoeg: Shift heb je niet nodig.
card-stickers = Stickers: knip ze uit en kleef ze op de toetsen.
card-ruler = Meetlat: een hoofdletter H op het scherm is minstens zo hoog als deze balken. Druk af op 100 %.
card-distance = om te lezen op { $distance } cm
