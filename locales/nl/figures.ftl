### What was counted, for staff: `kiosk indicators view`. Residents never see it.
### Titles have at most 38 characters, choices at most 34.

figures-title = Wat er geteld is
# $place is one of the three messages below.
figures-intro = { $place }. De aantallen zijn afgerond op 5.
figures-this-kiosk = Deze kiosk
figures-site = Plaats { $code }
figures-kiosks =
    { $number ->
        [one] { $number } kiosk
       *[other] { $number } kiosken samen
    }
# Where some kiosks did not send a month.
figures-heard = Kiosken die hun cijfers stuurden: { $heard } van { $number }. Alle aantallen liggen dus lager.
figures-heard-about = Achter een maand: hoeveel kiosken hun cijfers stuurden. Met minder kiosken liggen de aantallen lager.
# "March 2026 (9 of 10)"
figures-month-heard = { $month } ({ $heard } van { $number })
figures-none = Er is nog geen maand afgesloten. De cijfers komen als een maand voorbij en afgesloten is.
# Stands above the keys on every screen.
figures-made-up = Verzonnen bezoeken, als voorbeeld
figures-choose = { $month }. Kies een regel.
# "Visits: 120"
figures-choice = { $name }: { $value }
# "most often by phone"
figures-most = het vaakst { $name }
# Several have the highest number.
figures-several = meerdere gelijk
# "35 begun"
figures-first = { $value } { $part }
figures-earlier = Maand ervoor: { $month }
figures-later = Maand erna: { $month }
figures-all-months = Alle maanden bekijken

## Numbers

figures-fewer = minder dan 10
# The same beside the columns of a chart, where there is no room for words.
figures-scale-low = <10
figures-unknown = niet bekend
figures-hours = { $hours } uur

## How a number went over the months

figures-course = { $name }, maand per maand
figures-course-words = Van { $from } tot { $to }. Laagste: { $low }. Hoogste: { $high }.
figures-course-even = Van { $from } tot { $to }. Elke maand: { $high }.

## What is counted

figures-visits = Bezoeken
figures-visits-about = Een bezoek begint als iemand een taal kiest. Wie tien keer komt, telt als tien bezoeken.
figures-engaged = Met iets geopend
figures-engaged-about = Bezoeken waarbij uitleg, een les, een oefening of de vragen zijn geopend.
figures-languages = Talen
figures-languages-about = De taal aan het einde van elk bezoek.
figures-groups = Domeinen
figures-groups-about = Hoe vaak uitleg van elk domein is geopend.
figures-guides = Gidsen
figures-guides-about = Uitleg waarvan de stappen begonnen zijn, en uitleg die tot het einde gelezen is.
figures-guides-begun = begonnen
figures-guides-done = tot het einde gelezen
figures-searches = Zoekopdrachten
figures-searches-about = Bezoeken waarin een zoekopdracht iets vond, en die waarin ze niets vond.
figures-searches-hit = met resultaat
figures-searches-zero = zonder resultaat
figures-people = Een persoon
figures-people-about = Hoe vaak bezoekers zochten hoe ze met iemand kunnen praten.
figures-people-counter = aan het loket
figures-people-phone = per telefoon
figures-people-post = per post
figures-people-near = op een plek in de buurt
figures-lessons = Lessen
figures-lessons-about = Lessen die begonnen zijn, en lessen die helemaal gedaan zijn.
figures-lessons-begun = begonnen
figures-lessons-done = helemaal gedaan
figures-machine = Kiosk
figures-machine-about = De openingsuren van de plaats, en hoeveel van die uren de kiosk ingeschakeld was.
figures-machine-on = ingeschakeld
figures-machine-open = plaats open
