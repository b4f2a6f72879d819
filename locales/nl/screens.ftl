### The screens, in the order in which a resident meets them. Titles: at most 38 characters. Choices: at most 34.

## The question after some time without a key. One line: at most 36 characters.

still-there = Ben je er nog? Druk op een toets.

## Text that does not fit on one screen. At most 36 characters.

more-text = De tekst gaat verder: druk op ↓
end-of-text = Dit is het einde. Terug: druk op ↑

## Words that several screens use

go-back = Terug
go-home = Alle thema's
go-finish = Stoppen en alles wissen
go-person = Met iemand praten
go-stuck = Ik zit vast
call-warning = Let op
call-tip = Tip
# Something that comes from an old or weak source.
fact-doubt = Dit kan veranderd zijn. Kijk het na.
fact-doubt-in-section = Een getal op deze pagina kan veranderd zijn. Kijk het na.
# "Place de la Vieille Halle aux Blés 1, 1000 Brussels"
fact-address = { $street } { $number }, { $postcode } { $town }

## The choice of a language

languages-now = Deze taal lees je nu

## Home: what happened, and topics

home-title = Wat heb je nodig?
# The short name of this screen in "Home > Moving".
home-place = Begin
home-events = Dit gaat over mij:
home-topics = Of kies een thema:
home-empty = De gidsen staan vandaag niet op deze machine. Onze excuses. Vraag het hier aan iemand.
topic-services = Kies een gids:
event-services = Deze gidsen kunnen je helpen:

## A service

service-what-now = Wat wil je doen?
service-start = Toon het stap voor stap
service-start-detail = { $steps ->
    [one] { $steps } stap, en eerst wat je nodig hebt
   *[other] { $steps } stappen, en eerst wat je nodig hebt
}
service-routes = Loket, telefoon, post, internet
service-slip = Het belangrijkste opschrijven
service-cost = Prijs
service-run-by = Van
service-related = Kijk ook bij:
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

routes-title = Vier manieren om het te doen

## A step

step-progress = Stap { $at } van { $of }
step-next = Volgende stap
step-previous = Vorige stap
step-previous-none = Terug naar wat je nodig hebt
step-done = Ik heb alles gelezen

## Stuck

stuck-title = Waar zit je vast?
stuck-intro = Dat overkomt iedereen. Kies wat het best past.

## The end of a guide

done-title = Je bent aan het einde
done-text = Je hebt alle stappen gezien. Je kunt ze altijd opnieuw bekijken.
done-question = Heeft dit je geholpen?
done-yes = Ja
done-no = Nee
done-skip = Overslaan
done-thanks = Bedankt. Veel succes ermee!
done-sorry = Sorry dat dit niet hielp. Iemand kan je helpen.
done-fine = Dat is goed.
done-next = Wat nu?

## The page to write down

slip-title = Schrijf dit op
slip-name = Naam
slip-phone = Telefoon
slip-address = Adres
slip-hours = Uren
slip-bring = Meebrengen
slip-ask = Vraag het hier.

## A person

person-title = Iemand kan je helpen
person-urgent = Als het dringend is
person-here = Hier
person-ask-staff = Vraag het aan de medewerkers hier. Ze helpen je graag.
person-ask-staff-of = Vraag het aan de medewerkers van { $place }. Ze helpen je graag.
person-staff-hours = Hulp
person-hours = Open
person-today = Vandaag
person-not-today = Vandaag helpt hier niemand. Vraag wanneer je kunt terugkomen.
person-service = Voor: { $service }

## Display

display-title = Hoe het scherm eruitziet
display-intro = Kies wat je het best kunt lezen:
display-dark = Lichte letters op zwart
display-dark-detail = Met enkele rustige kleuren
display-contrast = Sterk contrast
display-contrast-detail = Alleen wit en geel op zwart
display-monochrome = Zonder kleuren
display-monochrome-detail = Met vet en onderstreept
display-now = Zo ziet het scherm er nu uit

## Hard words

words-title = Woorden op deze pagina
words-intro = Kies een woord. We leggen het uit.
word-official = Zeg dit aan het loket

## Finish

finish-title = Wil je stoppen?
finish-text = Alles van je bezoek wordt gewist. De volgende persoon ziet er niets van.
finish-yes = Ja, stoppen
finish-yes-detail = Wis mijn bezoek
finish-no = Nee, verdergaan
finish-no-detail = Terug naar waar ik was
erased-title = Er wordt niets bewaard
erased-nothing-kept = Je bezoek is gewist. Deze machine weet niets over jou.
erased-goodbye = Tot ziens en veel succes!
erased-next = Opnieuw beginnen? Druk op een toets.
