### De woorden van het verslag van de gepubliceerde cijfers. Een kiosk zegt ze niet: alleen de opdrachten van de coördinator.

## The page

report-title = De hulpkiosken van Brussel, { $period }
report-language = Taal
report-visits-not-persons = We tellen bezoeken, geen personen. Wie tien keer komt, telt als tien bezoeken.
report-three = In drie zinnen
    .month = De maand in drie zinnen
    .quarter = Het kwartaal in drie zinnen
    .year = Het jaar in drie zinnen
report-seven = Zeven cijfers
report-how = Hoe lees je dit?
report-how-1 = De blauwe balk is deze periode. De grijze zijn die ervoor.
report-how-2 = Gearceerd: verborgen om bezoekers te beschermen. Dat is geen nul.
report-how-3 = ‘Meer’ en ‘minder’: alleen als afronden het verschil niet verklaart.
report-how-4 = Deze cijfers rangschikken niemand: geen plaatsen en geen bezoekers.
report-contents = Op deze pagina
report-no-figure = geen cijfer
report-percent = { $number } %
report-elsewhere = Elders

## Periods. $month: its name; $quarter: 1 to 4

report-months-short = jan. feb. maart april mei juni juli aug. sept. okt. nov. dec.
report-month = { $month } { $year }
report-quarter = { $quarter ->
    [1] 1e
    [2] 2e
    [3] 3e
   *[other] 4e
 } kwartaal { $year }
report-quarter-short = K{ $quarter } { $year }

## Three sentences. $now: this figure; $before: that of the period before

report-sentence-reach =
    .more = Bezoekers openden iets bij { $now } bezoeken: meer dan ervoor ({ $before }).
    .fewer = Bezoekers openden iets bij { $now } bezoeken: minder dan ervoor ({ $before }).
    .same = Bezoekers openden iets bij { $now } bezoeken: ongeveer zoals ervoor ({ $before }).
    .alone = Bezoekers openden iets bij { $now } bezoeken.
    .none = Over het aantal bezoeken kunnen we niets zeggen.
report-sentence-guides =
    .more = Van de begonnen gidsen werd { $now } % tot het einde gelezen: meer dan ervoor ({ $before } %).
    .fewer = Van de begonnen gidsen werd { $now } % tot het einde gelezen: minder dan ervoor ({ $before } %).
    .same = Van de begonnen gidsen werd { $now } % tot het einde gelezen: ongeveer zoals ervoor ({ $before } %).
    .alone = Van de begonnen gidsen werd { $now } % tot het einde gelezen.
    .none = Over de gidsen kunnen we niets zeggen.
report-sentence-unmet =
    .more = { $now } % van de zoekopdrachten vond niets: meer dan ervoor ({ $before } %).
    .fewer = { $now } % van de zoekopdrachten vond niets: minder dan ervoor ({ $before } %).
    .same = { $now } % van de zoekopdrachten vond niets: ongeveer zoals ervoor ({ $before } %).
    .alone = { $now } % van de zoekopdrachten vond niets.
    .none = Over het zoeken kunnen we niets zeggen.
report-only = Alleen: { $period }.

## Seven tiles: reading, change, and how sure

report-read-reach = Bij { $opened } van de { $visits } bezoeken werd iets geopend.
report-read-languages = De meest gekozen taal: { $language }, { $share } % van de bezoeken.
report-read-essential = { $share } % van wat geopend werd, ging over administratie, geld of gezondheid.
report-read-guides = Van de begonnen gidsen werd { $share } % tot het einde gelezen.
report-read-person = Keuzes per 100 begonnen gidsen: loket { $counter }, telefoon { $phone }, post { $post }.
report-read-unmet = { $share } % van de zoekopdrachten vond niets.
report-read-availability = De helft van de kiosken werkte { $middle } % van de openingsuren of meer. De laagste: { $least } %.
report-trend =
    .more = Meer dan ervoor: { $before } ({ $period }).
    .fewer = Minder dan ervoor: { $before } ({ $period }).
    .same = Ongeveer zoals ervoor: { $before } ({ $period }).
    .alone = Geen vergelijking mogelijk.
report-change =
    .more = meer dan ervoor: { $before }
    .fewer = minder dan ervoor: { $before }
    .same = ongeveer zoals ervoor: { $before }
    .alone = geen vergelijking
report-alt-spark = Van { $old } ({ $from }) naar { $new } ({ $to }).
report-sure-sites = { $reporting } van de { $expected } plaatsen.
report-sure-count = Afgerond op een veelvoud van 5.
report-sure-share = Gemaakt van afgeronde getallen.
report-sure-exact = Geteld door machines, niet afgerond.
report-flag-break = De reeks is nieuw vanaf hier.
report-flag-experimental = Experimenteel.
report-flag-not-collected = Bestaat, maar werd niet verzameld. Dat is geen nul.
report-flag-impossible = Kan daar niet bestaan.
report-flag-withheld = Verborgen om bezoekers te beschermen. Dat is geen nul.
report-flag-unreliable = Minder betrouwbaar: kleine getallen, of een grens per dag werd bereikt.

## The nine directions

report-directions = De negen richtingen
report-directions-intro = Het Gewest ordent zijn digitale projecten volgens vijf dimensies en vier voorwaarden. Kiosken zien van elk maar een deel.
report-dimension = dimensie
report-condition = voorwaarde
report-can = Wat de kiosken zeggen:
report-cannot = Wat ze niet kunnen zeggen:
report-indicators = Indicatoren:
report-conn =
    .can = Sommige bezoekers zeggen of ze thuis internet hebben.
    .cannot = Wie in Brussel een verbinding heeft, en hoe snel die is.
report-hc =
    .can = Wat mensen die de test deden, onlangs online deden. Welke lessen afgewerkt werden.
    .cannot = Hoe vaardig de Brusselaars zijn. Niemand weet wie de test doet, of hoe vaak.
report-ui =
    .can = Welke diensten mensen zoeken, en hoe vaak.
    .cannot = Of ze die diensten daarna gebruiken.
report-idt =
    .can = Niets: de kiosken zijn er voor inwoners.
    .cannot = Hoe bedrijven digitale technologie gebruiken.
report-dps =
    .can = Waar inwoners slagen, waar ze stoppen, en wanneer ze een persoon willen.
    .cannot = Of de aanvraag bij de dienst zelf gelukt is.
report-c1 =
    .can = Hoeveel bezoeken over verschillende bestuursniveaus gaan.
    .cannot = Hoe goed overheden samenwerken.
report-c2 =
    .can = Welke inhoud de plaatsen delen, en of de machines werken.
    .cannot = Wat delen kost of bespaart.
report-c3 =
    .can = In welke taal, wanneer en waar mensen komen, en met welke hulp.
    .cannot = Wie niet komt. Geen plaats is beter: ligging en uren beslissen.
report-c4 =
    .can = Wat mensen in elke taal openen. Vaardigheden volgens de Europese regel, in Europese formaten.
    .cannot = Waar mensen vandaan komen: niemand vraagt het.

report-among = { $name } en andere

## Charts: what one sees. $value: a figure; $name: what it is about

report-chart-silent = { $what }: geen waarde ({ $why })
report-chart-none = { $what }: { report-no-figure }
report-chart-home-net = Internet thuis, het meest gegeven antwoord: { $name } ({ $value })
report-chart-areas = Tests op basisniveau of hoger, het sterkste domein: { $name }, { $value } %
report-chart-lessons = De les die het vaakst afgewerkt werd: { $name } ({ $value })
report-chart-ages = De leeftijd die het vaakst opgegeven is: { $name } ({ $value })
report-chart-visits = { $visits } bezoeken; bij { $opened } werd iets geopend
report-chart-reach = { $value } bezoeken met iets geopend per 100 openingsuren van de kiosken
report-chart-demand = Het vaakst geopend: { $name } ({ $value } keer)
report-chart-guides = { $value } % van de begonnen gidsen werd tot het einde gelezen
report-chart-guide-services = De gids die het minst tot het einde gelezen wordt: { $name }, { $value } %
report-chart-steps = Het grootste aandeel dat bij één stap stopt: { $name }, { $value } %
report-chart-person = Per 100 begonnen gidsen: loket { $counter }, telefoon { $phone }, post { $post }
report-chart-unmet = { $value } % van de zoekopdrachten vond niets
report-chart-topics = Zonder resultaat, het vaakst gekozen thema: { $name } ({ $value })
report-chart-levels = { $value } % van de bezoeken met iets geopend gaat over verschillende bestuursniveaus
report-chart-sites = { $reporting } van de { $expected } plaatsen stuurden hun cijfers
report-chart-availability = De helft van de kiosken: { $middle } % of meer; de laagste: { $least } %
report-chart-languages = De meest gekozen taal: { $name }, { $value } % van de bezoeken
report-chart-map = De plaatsen in hun gemeente: tot { $value } bezoeken op één plaats
report-chart-panels = Hoe de bezoeken van elke plaats evolueerden, per gemeente
report-chart-day-parts = De meeste bezoeken: { $name } ({ $value })
report-chart-aids = Het hulpmiddel dat het meest gebruikt wordt: { $name }, { $value } %
report-chart-by-language = Het meest geopend in één taal: { $name }, { $language } ({ $value })

report-measure-answers = Vrijwillige antwoorden
report-measure-checks = Tests op basisniveau of hoger, % van de volledige tests
report-measure-lessons = Afgewerkte lessen
report-measure-visits = Bezoeken
report-measure-rate = Bezoeken met iets geopend, per 100 openingsuren van de kiosken
report-measure-openings = Openingen
report-measure-guides = Tot het einde gelezen, % van de begonnen gidsen
report-measure-steps = Gestopt bij deze stap, % van de begonnen gidsen
report-measure-person = Keuze voor een weg naar een persoon, per 100 begonnen gidsen
report-measure-searches = Zonder resultaat, % van de zoekopdrachten
report-measure-choices = Keuzes
report-measure-levels = Verschillende bestuursniveaus, % van de bezoeken met iets geopend
report-measure-sites = Plaatsen
report-measure-availability = Tijd dat elke kiosk werkt, % van de openingsuren
report-measure-languages = Bezoeken in een taal, % van de bezoeken
report-measure-visits-site = Bezoeken op elke plaats
report-measure-aids = Bezoeken met een hulpmiddel, % van de bezoeken met iets geopend
report-measured = { $what }, { $when }
report-from-to = { $from } tot { $to }

## Facts without a chart

report-fact-checks = Van de begonnen tests werd { $value } % afgewerkt ({ $period }).
report-fact-shared = { $value } % van de diensten heeft op twee plaatsen of meer dezelfde versie ({ $period }).
report-fact-essential = { $value } % van wat geopend werd, ging over essentiële diensten ({ $period }).
report-fact-assisted = Bij { $value } % van de bezoeken met iets geopend hielp iemand ({ $period }).
report-fact-outside = { $value } % van de bezoeken was 's avonds of in het weekend ({ $period }).
report-fact-first = ‘Eerste keer hier’: { $value } % van wie antwoordde ({ $period }).
report-fact-other-languages = { $value } % van de bezoeken was in een andere taal dan Frans, Nederlands of Engels ({ $period }).

report-alt = Grafiek: { $title }. De getallen staan in de tabel.
report-to-table = Tabel met de getallen
report-nothing-to-draw = Niets te tekenen: alle waarden zijn verborgen of werden niet verzameld.
report-hatched = Gearceerd: verborgen om bezoekers te beschermen. Dat is geen nul.
report-more-in-table = De tabel heeft meer.
report-no-ranking = Dit is geen rangschikking van plaatsen: ligging en uren beslissen.
report-top-line = De bovenste lijn van elk vak: { $number }
report-up-to = tot { $number }

## Tables

report-tables = Tabellen
report-tables-intro = Een letter achter een getal zegt hoe je het leest. Een streepje: er is geen cijfer.
report-column-name = Wat
report-column-value = Waarde
report-column-period = Periode
report-column-site = Plaats
report-column-commune = Gemeente
report-column-kiosk = Kiosk
report-column-indicator = Indicator
report-column-area = Gebied
report-column-year = Jaar van de enquête
report-column-percent = Inwoners van 16 tot 74 jaar
report-column-source = Bron

## Method

report-method = Hoe de cijfers gemaakt worden
report-method-1 = De eenheid is het bezoek. De kiosk herkent niemand en houdt geen lijst van bezoeken bij.
report-method-2 = Elke kiosk houdt tellers per maand bij. Wat iemand typt, wordt niet bewaard.
report-method-3 = Kiosken sluiten hun maanden af. De coördinator telt ze op.
report-method-4 = Elk getal wordt afgerond op een veelvoud van 5. Een geheime loting beslist: naar boven of naar onder. Het verschil met het echte getal is hoogstens 4.
report-method-5 = Onder 10 worden getallen verborgen. Bij antwoorden over de bezoeker zelf en bij hulpmiddelen gebeurt dat onder 20.
report-method-6 = Getallen die op minder dan 5 dagen geteld zijn, worden ook verborgen. Getallen die andere zouden verraden ook.
report-method-7 = Totalen worden apart afgerond. Delen geven samen dus niet altijd het totaal.
report-method-8 = Aandelen worden alleen met gepubliceerde getallen gemaakt. Is een daarvan verborgen, dan is het aandeel dat ook. Is het totaal kleiner dan 50, dan wordt het aandeel verborgen. Van 50 tot 99 krijgt het een waarschuwing. Voor de stappen van een gids moet het totaal minstens 100 zijn. Voor bezoeken per 100 openingsuren gaan deze getallen over de bezoeken. Cijfers over machines en inhoud zijn niet afgerond.
report-method-9 = ‘Meer’ en ‘minder’ staan er alleen als afronden het verschil niet verklaart.
report-misuse = Waarvoor deze cijfers niet mogen dienen
report-misuse-1 = Geen rangschikking van bibliotheken. De plaats, de zaal en de uren beslissen.
report-misuse-2 = Geen doel voor de wegen naar een persoon. De wet houdt loket, telefoon en post open.
report-misuse-3 = Geen resultaat van één persoon voor het personeel, en niet ernaar zoeken.
report-misuse-4 = Geen koppeling met leenkaarten, camera's of wifi.
report-misuse-5 = Geen overzicht per taal voor het personeel van één plaats.
report-misuse-6 = Geen experimenten met bezoekers.
report-misuse-7 = Geen andere tabellen op vraag. Elke nieuwe tabel kan een oude verraden.

## Definitions, official figures, cautions

report-definitions = Definities van de indicatoren
report-official = Officiële cijfers, en hoe je ze leest
report-official-intro = Ze gaan over inwoners die thuis bevraagd werden. Ze zijn geen maatstaf voor bezoeken aan een kiosk.
report-area-be1 = Brussel
report-area-be = België
report-area-eu27-2020 = Europese Unie
report-computed = hier berekend volgens de regel van de bron
report-caveats = Voorzichtig met de test van vaardigheden
report-caveats-intro = De test volgt de regel van Eurostat. Vergelijk hem nooit met het officiële cijfer alsof het hetzelfde is.
report-caveat-1 = Wie de test doet, kiest daarvoor. De enquête kiest huishoudens door loting.
report-caveat-2 = We tellen tests, geen personen. Iemand kan hem twee keer doen.
report-caveat-3 = Het scherm staat op een openbare plaats, soms met een helper erbij.
report-caveat-4 = Alleen tests van 16 tot 74 jaar mogen naast het officiële cijfer staan.
report-caveat-5 = De test vraagt wat mensen deden, niet wat ze kunnen.
report-caveat-6 = Ook het officiële cijfer voor Brussel is enkele punten onzeker.
report-caveat-7 = De lijst van activiteiten verandert met de jaren. De onze is die van 2025.
report-caveat-8 = Wie nooit online is, komt zelden. Wie geen hulp nodig heeft, komt ook niet.
