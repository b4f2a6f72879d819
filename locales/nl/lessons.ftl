### Learning: lessons, their exercises, and the check of digital skills. Titles: at most 38 characters. Choices: at most 34.

## Learning by doing: the list of lessons and the first page of each

lessons-title = Leren en oefenen
# The short name of this screen in "Topics > Learn > The keyboard".
lessons-place = Leren
# On the home screen.
home-learn = Of leer iets bij:
lessons-detail = Korte lessen. Je kunt niets stukmaken.
lessons-intro = Hier mag je alles uitproberen. Je kunt niets stukmaken. Er wordt niets verstuurd. Je naam wordt niet bewaard.
lessons-choose = Kies een les:
lessons-check = Waar begin je?
topic-lessons = Leren en oefenen:
lesson-minutes = { $minutes ->
    [one] Ongeveer { $minutes } minuut
   *[other] Ongeveer { $minutes } minuten
}
# In place of the minutes of a lesson that was seen to the end.
lesson-seen = Deze les heb je gedaan
lesson-go-on = Verder waar ik was
lesson-begin = Beginnen
lesson-begin-detail = Eerst enkele vragen over wat je al kent
lesson-straight = Meteen naar de les
lesson-others = Alle lessen
lesson-progress = Deel { $at } van { $of }
lesson-next = Verder
lesson-previous = Een deel terug

## Before and after a lesson

sure-title = Hoe zeker voel je je?
sure-before = Deze les gaat over: '{ $lesson }'. Hoe zeker voel je je hier vandaag bij? Geen enkel antwoord is fout.
sure-after = Je hebt de les '{ $lesson }' gevolgd. Hoe zeker voel je je nu?
sure-1 = Helemaal niet zeker
sure-2 = Niet zo zeker
sure-3 = Ertussenin
sure-4 = Redelijk zeker
sure-5 = Heel zeker
questions-before = Een vraag voor de les
questions-after = En nu?
questions-progress = Vraag { $at } van { $of }
questions-pass = De vragen overslaan
# Only on paper for those who check a lesson: `kiosk page --answers`.
questions-right = Dit is het juiste antwoord

## An exercise. Titles: at most 38 characters. Choices: at most 34.

exercise-choose-one = Kies één antwoord
exercise-choose-several = Kies alles wat past
exercise-order = Zet het in de juiste volgorde
exercise-match = Wat hoort samen?
exercise-type = Typ dit
exercise-keys = Druk op deze toets
exercise-pointer = Gebruik de muis
exercise-spot = Wat is verdacht?
exercise-form = Vul het formulier in
exercise-pass-phrase = Een sterk wachtwoord
exercise-marks-how = Kies één of meer regels. Kies daarna 'Dit is mijn antwoord'.
exercise-marks-undo = Kies een regel nog eens om het teken weg te halen.
exercise-hint = Een tip
exercise-get-hint = Geef me een tip (F9)
exercise-show = Toon me het antwoord
exercise-pass = Verder zonder antwoord
exercise-check = Dit is mijn antwoord
exercise-take-back = Het laatste terugnemen
exercise-again = Nog eens proberen
exercise-once-more = Deze oefening opnieuw doen
# Beside a choice that is marked with a sign.
exercise-chosen = dit koos je
exercise-marked = dit vind je verdacht
exercise-nothing-yet = Kies eerst iets.
exercise-right = Ja, dat klopt!
# After each step of an exercise.
exercise-yes = Ja!
exercise-not-yet = Nog niet helemaal
exercise-answer = Dit is het antwoord
exercise-told-fits = Dit kies je:
exercise-told-not = Dit kies je niet:
# Over pairs that were put together wrongly, with what belongs to each.
exercise-told-apart = Dit past nog niet samen. Dit helpt je verder:
exercise-told-suspicious = Dit is verdacht:
exercise-told-fine = Hier is niets mis mee:
exercise-keys-were = Dit zijn de toetsen:
exercise-missing = Alles wat je koos, klopt. Er ontbreekt nog iets.
exercise-order-first = Wat komt eerst?
exercise-order-next = Wat komt daarna?
exercise-match-with = Wat hoort hierbij: { $one }
exercise-type-this = Typ: { $text }
# Before what is typed.
exercise-typed = Jij:
exercise-type-more = Nog niet helemaal. Het moet er net zo uitzien als de tekst hierboven.
exercise-key = Jouw toets:
exercise-other-key = Dat was een andere toets. Dat kan geen kwaad: probeer nog eens.
# Arrows and Enter are answers in this exercise.
exercise-keys-out = Naar deze keuzes: toets Tab, links op het toetsenbord.
# The same where Tab is the answer.
exercise-keys-out-down = Naar deze keuzes ga je met toets ↓
exercise-practice = Neem dit over. Het is verzonnen:
# The field of a form: "Name:"
exercise-field = { $field }:
exercise-field-how = Typ: { $text }. Druk dan op Enter.
exercise-field-done = Ik ben klaar met dit vakje
exercise-field-empty = Hier staat nog niets.
exercise-field-shape = Dit is niet geschreven zoals het formulier het wil.
exercise-field-other = Dit is nog niet de gevraagde tekst. Vergelijk letter voor letter.

## Where a key is on the Belgian keyboard

# "Row 1" is the one with the digits.
stroke-alone = Nu: druk op { $key }.
stroke-shift = Nu: hou Shift ingedrukt en druk op { $key }.
stroke-alt-gr = Nu: hou Alt Gr ingedrukt en druk op { $key }.
stroke-then = Druk dan op { $key }.
stroke-space = Nu: druk op de lange balk onderaan.
stroke-enter = Nu: druk op Enter.
stroke-somewhere = Nu: { $key }
stroke-back = Er klopt iets niet. { $count ->
    [one] Druk één keer op Backspace (←).
   *[other] Druk { $count } keer op Backspace (←).
}
stroke-caps-lock = Komt alles in hoofdletters? Druk één keer op Caps Lock, links.
stroke-capital = Hier hoort een hoofdletter: hou Shift ingedrukt.
# In place of the picture, for those who do not see it.
stroke-place = Dat is toets { $at } van rij { $row }. Tel Tab, Caps Lock, Shift en de F-toetsen niet mee.
stroke-between = Ze staat tussen { $left } en { $right }.
stroke-first = Ze is de eerste. Rechts ervan staat { $right }.
stroke-last = Ze is de laatste. Links ervan staat { $left }.
stroke-longest = Het is de langste toets.
# Printed on keys in the picture.
cap-shift = Shift
cap-space = spatie
cap-alt-gr = Alt Gr

## The mouse

pointer-click = Klik hier
pointer-double-click = Dubbelklik hier
pointer-scroll = Draai aan het wieltje
pointer-keyboard = Dat was het toetsenbord. Probeer het met de muis.
pointer-too-slow = Bijna! Klik twee keer, iets sneller.
pointer-other-move = Dat was een klik. Draai aan het wieltje van de muis.
pointer-pass = Verder zonder muis
pointer-none = Sorry. Dit toestel heeft geen muis. Op een andere computer kun je dit proberen:

## A made-up message, address or page

fake-sms = Een verzonnen sms, van: { $from }
fake-email = Een verzonnen e-mail, van: { $from }
fake-address = Het adres in deze oefening: { $from }
fake-page = Een verzonnen pagina: { $from }
fake-call = Een verzonnen telefoontje, van: { $from }

## A pass phrase

phrase-drawn = Dit toestel koos vier woorden: { $words }
phrase-length = Een lang wachtwoord is sterker dan een moeilijk. Met elk extra woord is het veel moeilijker te raden.
phrase-never = Typ op dit toestel nooit een echt wachtwoord. Gebruik deze vier woorden niet. Anderen kunnen ze zien.
phrase-other = Vier andere woorden kiezen

## The end of a lesson

learned-title = Goed gedaan!
learned-text = Dit is het einde van de les. Je mag er altijd naar terugkomen.
learned-surer = Je voelt je zekerder dan voor de les. Dat telt.
learned-more = Je kent nu meer antwoorden dan daarvoor.
learned-answers = Goed om te weten
learned-next = De volgende les
slip-lesson = Les
slip-learned = Over
slip-guides = Ga verder met
slip-next = Volgende stap
slip-lessons = Lessen

## The check of digital skills. It gives no grade.

check-title = Wat kun je al?
check-detail = Korte vragen, geen naam, geen punten
check-intro = We stellen hoogstens { $number } korte vragen over wat je op internet doet. Het is geen examen.
check-kind = Je kunt altijd stoppen. Je hoeft niet op alles te antwoorden.
check-scope = Eerst: hoe oud ben je?
check-scope-16-74 = 16 tot 74 jaar
# Where it is counted; to choose from are the two apart.
check-scope-other = 15 jaar of jonger, 75 jaar of ouder
check-scope-older = 75 jaar of ouder
check-scope-younger = 15 jaar of jonger
check-not-said = Dat zeg ik liever niet
check-online-title = Om te beginnen
check-online = Gebruikte je de laatste drie maanden het internet? Op een computer, een tablet of een gsm.
# There are five subjects.
check-progress = Onderwerp { $at } van { $of }
check-stop = Hier stoppen
check-result-title = Wat je al doet
# Its title where nothing is done yet.
check-result-first = Begin hier
check-result-text = Dank je wel! Dit is je overzicht:
check-result-offline = Dank je wel! Hier mag je alles proberen, en mensen helpen je.
check-area-above = dit doe je veel
check-area-basic = dit doe je al een beetje
check-area-none = iets nieuws om te ontdekken
check-next = Een goede volgende stap: { $area }
check-lessons = Lessen die bij je passen:
check-again = De vragen opnieuw beginnen
