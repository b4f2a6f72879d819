### Helper mode: somebody sits beside the resident. Choices: at most 34 characters. Cues: at most two short sentences.

helping-start = Ik help iemand
helping-start-detail = Met tips voor jou en meer tijd
helping-stop = Ik help niet meer
helping-stop-detail = De tips voor jou verdwijnen
# On every screen while it is on: at most 34 characters.
helping-on = Je helpt iemand (stoppen: F1)
# Above each cue.
helping-title = Voor wie helpt

## Beside the steps of a guide and the scenes of a rehearsal room, in turn

helping-press = Laat de andere persoon zelf op de toetsen drukken.
helping-ask = Stel een vraag en zeg niet wat moet: 'Wat zie je hier?'
helping-wait = Wacht even. Stilte helpt om na te denken.
helping-look = Zeg wat jullie samen zien, niet welke toets.

## Beside the cards of a lesson, in turn

helping-read = Lees samen. De andere persoon gaat verder op eigen tempo.
helping-own-words = Vraag: 'Hoe zou je dit in je eigen woorden zeggen?'

## Beside an exercise

helping-search = Laat de andere persoon zoeken. Hier kan niets stukgaan.
helping-keyboard = Laat het toetsenbord aan de andere persoon. Traag is prima.
helping-mouse = Laat de muis aan de andere persoon. Help met woorden.
helping-solved = Vraag: 'Hoe heb je dat gedaan?' Wie het vertelt, onthoudt het beter.
