### The screens, in the order in which a resident meets them. Titles: at most 38 characters. Choices: at most 34.

## The question after some time without a key. At most 66 characters.

still-there = Ben je er nog? Druk op een toets, of je bezoek wordt gewist.

## The line on the first screen of a visit. At most 66 characters.

welcome-counting = We tellen bezoeken. Op het einde kun je dat weigeren.

## Text that does not fit on one screen. At most 36 characters.

more-text = De tekst gaat verder: druk op ↓
end-of-text = Dit is het einde. Terug: druk op ↑

## Words that several screens use

go-back = Terug
go-home = Alle thema's
go-finish = Stoppen en mijn bezoek wissen
go-person = Met iemand praten
go-places = Hulp bij mij in de buurt vinden
go-stuck = Het lukt me niet
go-counting = Wat er geteld wordt
call-warning = Let op
call-tip = Tip
# Something that comes from an old or weak source.
fact-doubt = Dit is misschien veranderd. Kijk het na met een medewerker.
fact-doubt-in-section = Iets op deze pagina is misschien veranderd. Kijk het na met een medewerker.
# In place of a price, hours or an address that nobody has checked for long. Used alone after a label, and in a sentence.
fact-past-price = bel om de prijs na te vragen: { $number }
fact-past-hours = bel om de uren na te vragen: { $number }
fact-past-address = bel om het adres na te vragen: { $number }
# The same, where there is no number to phone.
fact-past-price-ask = vraag hier de prijs
fact-past-hours-ask = vraag hier de uren
fact-past-address-ask = vraag hier het adres
# In place of a phone number.
fact-past-phone = vraag hier het nummer
# How these stand in the middle of a sentence.
fact-past-in-text = ({ $instead })
# "Place de la Vieille Halle aux Blés 1, 1000 Brussels"
fact-address = { $street } { $number }, { $postcode } { $town }
# The same, where only the street is known.
fact-address-street = { $street }, { $postcode } { $town }

# In the place of a page of damaged content.
unreadable-title = Deze pagina lezen lukt niet
unreadable-text = Het spijt ons. Deze machine kan deze pagina niet lezen. Vraag het hier aan een medewerker, of kies een andere pagina.

## The choice of a language

languages-now = Deze taal lees je nu

## Home: what happened, and topics

home-title = Wat heb je nodig?
# The short name of this screen in "Topics > Moving".
home-place = Thema's
home-events = Kies je situatie:
home-topics = Of kies een thema:
home-person = Of vraag het aan iemand:
home-empty = Het spijt ons. Deze machine kan vandaag niets uitleggen. Vraag het hier aan een medewerker.
topic-services = Kies wat je wil doen:
event-services = Dit kan je helpen:
list-part = Deel { $at } van { $of }
list-more = Verder in de lijst

## Finding something in one's own words: F3

search-title = Wat zoek je?
# Before what is typed.
search-label = Zoeken:
search-how = Typ in je eigen woorden wat je nodig hebt. Een fout is niet erg.
# Above what was found. At most one line of a small screen.
search-choose = Kies met ↓ en druk op Enter.
# A word of the glossary among what was found.
search-term = { $word } (woord)
search-letters = Letters op het scherm
search-keyboard = Typen op het toetsenbord
# Two keys on the screen: at most 10 characters.
search-space = spatie
search-take-back = wissen
search-clear = Alles wissen
# Where nothing fits well.
search-understood = We begrepen: { $words }
search-not-understood = Dit woord kennen we nog niet. Probeer een ander woord, of kies:
search-perhaps = Misschien helpt dit:
search-topics = Deze thema's helpen misschien:
search-words = Of probeer een ander woord:
# Why something was found, behind its title: the word that was meant, also in another language.
search-word = '{ $word }'
search-word-in = { $language }: '{ $word }'

## A finder: questions that lead to a service

event-finder = Weet je niet wat je moet kiezen?
event-finder-detail = Enkele vragen, zonder naam of nummer
found-title = Dit kan je helpen
finder-unsure = Ik weet het niet
finder-answered = { $question } { $answer }
finder-earlier = Een antwoord veranderen:

## A service

service-what-now = Wat wil je doen?
service-start = Stap voor stap bekijken
service-start-detail = { $steps ->
    [one] Wat je nodig hebt, dan { $steps } stap
   *[other] Wat je nodig hebt, dan { $steps } stappen
}
service-routes = Loket, telefoon, post, internet
service-slip = Het belangrijkste opschrijven
service-cost = Prijs
service-run-by = Wie regelt dit
service-related = Kijk ook naar:
route-online = Internet
route-counter = Loket
route-phone = Telefoon
route-post = Post
# The three answers to "does this way exist?", one after the other on a line.
route-offered = { $route }: ja.
route-ask = { $route }: vraag het.
route-none = { $route }: nee.

## Before you start

before-title = Voor je begint
before-have = Leg dit klaar
before-know = Goed om te weten
before-first-step = Naar stap 1

## The ways to get it done

routes-title = Loket, telefoon, post, internet
routes-which = Wat past het best bij jou?
route-offered-detail = Dat kan
route-ask-detail = Misschien: we zeggen aan wie je het kunt vragen
route-none-detail = Dat kan niet: we zeggen wat je dan kunt doen
route-other = Een andere manier

## A step

step-progress = Stap { $at } van { $of }
step-next = Volgende stap
step-previous = Vorige stap
step-previous-none = Terug naar wat je nodig hebt
step-done = Ik heb alles gelezen

## Stuck

stuck-title = Wat is het probleem?
stuck-intro = Dat overkomt iedereen. Kies wat het best past.

## The end of a guide

done-title = Dat was de laatste stap
done-text = Je hebt alle stappen gezien. Je kunt ze altijd opnieuw bekijken.
done-question = Heeft dit je geholpen?
done-yes = Ja
done-no = Nee
done-skip = Dat weet ik niet
done-thanks = Bedankt. Veel succes ermee!
done-sorry = Het spijt ons dat dit niet hielp. Iemand kan je helpen.
done-fine = Geen probleem.
done-next = Wat nu?

## The page to write down

slip-title = Schrijf dit op
slip-name = Over
slip-contact = Telefoon, adres
slip-phone = Telefoon
slip-address = Adres
slip-hours = Uren
slip-bring = Meebrengen
slip-ask = Vraag het hier aan een medewerker.

## A person

person-title = Iemand kan je helpen
person-urgent = Als het dringend is
person-urgent-number = { $number }: { $name }
person-here = Hier
person-ask-staff = Vraag het aan de medewerkers hier. Ze helpen je graag.
person-ask-staff-of = Vraag het aan de medewerkers van { $place }. Ze helpen je graag.
# What opens and closes: "Help point: opens today at 9:00".
person-staff-hours = Hulppunt
person-hours = Uren
person-today = Vandaag
person-not-today = Vandaag is hier geen hulp. De andere dagen staan hieronder.
person-service = Over: { $service }
person-right = Dat is je recht. Het gewest en je gemeente moeten helpen aan het loket, per telefoon en per post.

## Help near you: places where people help

places-title = Hulp bij jou in de buurt
# The short name of this screen in "Topics > Help > Jette".
places-place = Hulp
places-where = Waar zoek je?
places-here = Hier in de buurt: { $commune }
places-map = Op de kaart van Brussel
places-list = Per gemeente of postcode
places-needs = Of wat heb je nodig?
need-one-to-one = Iemand die me helpt
need-computer = Een computer
need-printer = Een printer
need-training = Een cursus
need-card-reader = Een lezer voor je identiteitskaart
# Also on a tile of the map: at most 12 characters.
places-count = { $count ->
    [0] zie vlakbij
    [one] { $count } plek
   *[other] { $count } plekken
}
communes-title = De 19 gemeenten
communes-which = Kies een gemeente:
# "Jette (1090)"
commune-postcodes = { $commune } ({ $postcodes })
map-title = De kaart van Brussel
near-title = Hulp: { $commune }
near-none-here = We kennen hier nog geen plek. Dit zijn andere plekken.
# Nowhere at all.
near-none = We kennen hiervoor nog geen plek. Vraag het hier aan een medewerker.
near-in = Hier: { $commune }
near-close = Vlakbij: { $commune }
near-further = Verder weg: { $commune }
# A commune that has more places than stand there.
near-more = Meer plekken: { $commune }
near-everywhere = Voor heel het gewest
near-town-hall = Het gemeentehuis
near-other = Een andere gemeente kiezen
# Nobody has confirmed that a place is still there.
place-not-confirmed = Niet zeker: bel eerst
# The same after the kind of place: small letters.
place-phone-first = niet zeker, bel eerst
place-not-confirmed-text = We weten niet zeker of deze plek je nog helpt. Bel voor je ernaartoe gaat.
# "Library: open now, until 17:00": a kind of place, and "place-phone-first" or what formats.ftl says of a door.
place-kind-and-state = { $kind }: { $state }
place-web = Website
place-offers = Daar vind je
place-help = Digitale hulp
# Days with other hours than in an ordinary week. $from and $to are whole dates; the hours stand below.
place-exceptions = Bijzondere dagen
place-closed-on = { $from }: gesloten
place-closed-from-to = van { $from } tot en met { $to }: gesloten
place-other-on = { $from }: andere uren
place-other-from-to = van { $from } tot en met { $to }: andere uren
place-languages = Talen
place-others = Een andere plek vinden
kind-computer-room = Openbare computerruimte
kind-library = Bibliotheek
kind-community-centre = Buurthuis
kind-help-desk = Hulppunt
kind-employment = Hulp om werk te vinden
kind-other = Andere plek
offer-computers = computers
offer-internet = internet
offer-wifi = wifi
offer-printing = printer
offer-scanning = scanner
offer-training = cursussen
offer-workshops = workshops
offer-individual-help = persoonlijke hulp
offer-eid-reader = lezer voor de identiteitskaart
offer-study-space = studieruimte
offer-admin-documents = hulp met papieren
digital-help-likely = waarschijnlijk: vraag het daar
digital-help-not-stated = dat weten we niet: vraag het daar
digital-help-network = deze plek weet wie je kan helpen

## Display

display-title = Hoe het scherm eruitziet
display-intro = Kies wat je het best kunt lezen:
display-dark = Lichte letters op zwart
display-dark-detail = Met enkele rustige kleuren
display-contrast = Sterk contrast
display-contrast-detail = Alleen wit en geel op zwart
display-monochrome = Zonder kleuren
display-monochrome-detail = Vette en onderstreepte letters
display-now = Zo ziet het scherm er nu uit

## Hard words

words-title = Woorden op deze pagina
words-intro = Kies een woord. We leggen het uit.
word-official = Zeg dit aan het loket
# The same name in French and in Dutch.
word-official-pair = { $one } = { $other }
words-all = Alle woorden met uitleg
glossary-title = Alle woorden met uitleg
glossary-areas = Per onderwerp:
glossary-letters = Per eerste letter:
area-information = Zoeken op internet
area-communication = Schrijven en praten
area-content-creation = Documenten maken
area-safety = Veiligheid en privacy
area-problem-solving = Toestellen en problemen

## Three questions on the way out, for those who like to answer

ask-title = Nog drie vragen voor je weggaat
ask-intro = Antwoorden hoeft niet. Je antwoorden tonen voor wie deze machine nuttig is. We tellen elk antwoord apart. Niemand kan weten wie er heeft geantwoord.
ask-without = Verdergaan zonder te antwoorden
ask-on = Verdergaan, geen vragen meer
ask-first = Gebruik je deze machine voor het eerst?
ask-age = Hoe oud ben je?
ask-age-0-15 = 15 jaar of jonger
ask-age-16-24 = 16 tot 24 jaar
ask-age-25-54 = 25 tot 54 jaar
ask-age-55-64 = 55 tot 64 jaar
ask-age-65-74 = 65 tot 74 jaar
ask-age-75 = 75 jaar of ouder
ask-net = Heb je thuis internet?
# On the last screen, below what is counted.
ask-change = Mijn antwoorden veranderen

## Finish

finish-title = Wil je stoppen?
finish-text = Dan wissen we je bezoek. De volgende persoon ziet er niets van.
finish-yes = Ja, stoppen
finish-yes-uncounted = Ja, maar tel mijn bezoek niet
finish-no = Nee, verdergaan
erased-title = We bewaren niets over jou
erased-nothing-kept = Je bezoek is gewist. Deze machine weet niets over jou.
erased-not-counted = Je bezoek is niet geteld.
erased-goodbye = Tot ziens en veel succes!
erased-next = Opnieuw beginnen? Druk op een toets.

## What is counted: on the last screen, and on a page of its own

counting-title = Wat er geteld wordt
counting-intro = We tellen om te weten wat mensen nodig hebben. Elk punt hieronder tellen we één keer. We bewaren niet welke punten bij elkaar horen. Je naam staat er niet bij.
counting-visits = Alle bezoeken, en die van vandaag
counting-engaged = Bezoeken waarbij uitleg, een les, een oefening of de vragen zijn geopend
counting-assisted = Bezoeken waarbij iemand hulp kreeg
counting-language = Bezoeken in deze taal: { $language }
counting-part = Bezoeken op dit moment van de week (voormiddag, namiddag of avond)
counting-pack = Bezoeken met deze versie van de uitleg
counting-level-one = Bezoeken over één bestuursniveau
counting-level-several = Bezoeken over verschillende bestuursniveaus
counting-search-hit = Bezoeken waarin een zoekopdracht iets vond
counting-search-zero = Bezoeken waarin een zoekopdracht niets vond dat past
counting-search-chosen = Bezoeken waarin in de plaats een thema of een ander woord is gekozen
counting-zero-topic = Niets gevonden, dit thema gekozen in de plaats: { $topic }
# "Choice: Counter (identity)": a way to a person, and a group of services.
counting-human = Keuze: { $way } ({ $group })
counting-near = In de buurt: een plek werd geopend
# "Set up itsme safely: opened, steps begun, last step read: 3"
counting-service = { $service }: { $what }
counting-opened = geopend
# An item of a list: "by language and area: Nederlands, identity".
counting-opened-in = per taal en domein: { $language }, { $group }
counting-started = stappen begonnen
counting-done = tot het einde gelezen
counting-left = laatst gelezen stap: { $step }
counting-written-down = 'Het belangrijkste opschrijven' geopend
counting-useful = nuttig: ja
counting-not-useful = nuttig: nee
# "Lesson The keyboard and the mouse: begun"
counting-lesson = Les { $lesson }: { $what }
counting-lesson-started = begonnen
counting-lesson-done = helemaal gedaan
# The question of a pair before the lesson, and the one after it.
counting-gain-right-right = vraag { $pair }: juist antwoord ervoor en erna
counting-gain-right-wrong = vraag { $pair }: juist antwoord ervoor, niet erna
counting-gain-wrong-right = vraag { $pair }: juist antwoord erna, niet ervoor
counting-gain-wrong-wrong = vraag { $pair }: geen juist antwoord, ervoor noch erna
# "What can you do already? begun"
counting-check = { $check } { $what }
counting-check-started = begonnen
counting-check-done = helemaal gedaan
counting-check-partial = niet alles beantwoord
# "begun, by language: Nederlands"
counting-by-language = { $what }, per taal: { $language }
language-group-other-eu = een andere taal van de Europese Unie
language-group-other = een andere taal
# $level is the code of the counter: "B".
counting-check-level = alles samen: groep { $level } ({ $scope })
counting-check-area = { $area }: { $level }
# The name of a theme.
counting-display = Bezoeken met deze weergave: { $display }
counting-letters = Bezoeken waarin de letters op het scherm zijn gebruikt
counting-first = Voor het eerst bij deze machine: { $answer }
counting-age = Leeftijd: { $answer }
counting-net = Internet thuis: { $answer }
counting-no-answer = geen antwoord
counting-refused = Je bezoek wordt niet geteld.
counting-refuse = Tel mijn bezoek niet
counting-allow = Tel mijn bezoek
group-administration = administratie
group-identity = identiteit
group-work = werk
group-housing-energy = wonen en energie
group-tax-money-bank = belastingen, geld en bank
group-health = gezondheid
group-family-school = gezin en school
group-mobility-environment = mobiliteit en milieu
group-justice-safety = justitie en veiligheid
group-skills = digitale vaardigheden
