### A code of five words that remembers what was learned, since the machine forgets. Titles: at most 38 characters. Choices: at most 34.

## In the list of lessons

code-way-in = Ik heb een code
code-way-in-detail = Om verder te gaan na een ander bezoek
# In place of the minutes of a lesson that a code remembers.
lesson-seen-earlier = Deze deed je op een andere dag

## The field

code-title = Typ je code
# Before what is typed.
code-label = Code:
code-how = Een code heeft vijf woorden. Zet een spatie tussen de woorden. Accenten en hoofdletters maken niet uit.
code-take = Dit is mijn code
code-none = Ik heb geen code
code-nothing = Hier staat nog niets. Typ de vijf woorden van je papier.
code-few = { $count ->
    [one] Hier staat { $count } woord. Een code heeft vijf woorden. Typ de andere erachter.
   *[other] Hier staan { $count } woorden. Een code heeft vijf woorden. Typ de andere erachter.
}
code-many = Hier staan meer dan vijf woorden. Een code heeft vijf woorden. Vergelijk met je papier en wis wat te veel is.
# $at is the place of a word that nobody knows, from 1 on.
code-unknown = Woord { $at } kennen we niet. Vergelijk het met je papier.
# Above words that look or sound like it. At most 36 characters.
code-near = Woord { $at }: is het een van deze?
code-mismatch = Deze vijf woorden passen niet bij elkaar. Misschien is één woord anders, of staan twee woorden op een andere plaats. Vergelijk met je papier.
code-later-title = Binnenkort
code-later = Deze code komt van een nieuwer toestel. Dit toestel kan hem nog niet lezen. Bewaar hem: hij blijft goed. Je kunt hier alle lessen doen.
# In a language that has no words for codes.
code-elsewhere = In deze taal zijn er nog geen codes. Kies een andere taal, of een les.

## After a code

welcome-back-title = Fijn dat je er weer bent!
welcome-back-lessons = Deze lessen heb je al gedaan:
# Lessons that this machine does not have.
welcome-back-others = { $count ->
    [one] En { $count } les die dit toestel niet heeft.
   *[other] En { $count } lessen die dit toestel niet heeft.
}
welcome-back-check = Je hebt ook geantwoord op de vragen '{ $check }'
welcome-back-empty = Je kunt hier nog alles ontdekken.
welcome-back-kept = Dit toestel vergeet alles na je bezoek. Bewaar je code. Na een les krijg je een nieuwe code.
# On the first page of the check of digital skills.
check-earlier = Op een andere dag heb je op deze vragen geantwoord. Je mag ze opnieuw doen, of hieronder een les kiezen.

## On the pages to write down

slip-code = Je code
slip-code-for = Deze vijf woorden onthouden het voor jou. Kies op een andere dag 'Ik heb een code' en typ ze.
slip-code-says = Ze zeggen alleen welke lessen je hebt gedaan, en het resultaat van de vragen.
slip-code-none = Na een les krijg je hier een code. Daarmee ga je op een andere dag verder.
# Beside the way to the page to write down, at the end of a lesson.
slip-with-code = Met een code, om later verder te gaan
# On the last screen, for whoever has learned something.
finish-code = Eerst mijn code opschrijven
