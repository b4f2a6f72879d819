### Practice: rehearsal rooms and the scam gym. Titles: at most 38 characters. Choices: at most 34.

## Rehearsal rooms

# On the list of lessons, over the ways to the rooms and to the scam gym.
lessons-moments = Probeer een moeilijk moment:
rooms-title = Oefen voor het echt is
# The short name in "Topics > Learn > Rehearse".
rooms-place = Oefenen
rooms-detail = Een code, een kaartlezer, een oproep: probeer hier.
rooms-intro = Hier beleef je een moeilijk moment zonder gevaar. Niets is echt. Fouten zijn welkom.
rooms-choose = Wat wil je proberen?
# In place of the minutes of a room that was played to its end.
room-seen = Dit heb je al gedaan
room-goal = Wat je hier doet
room-practice = Gebruik alleen de gegevens die je hier ziet. Typ nooit je eigen code.
room-begin = Begin
room-others = Andere momenten om te proberen
# At the top of every page of a room: at most 24 characters.
room-nothing-real = Oefening, niets is echt
# At the top of a device: what it is, then what stands on it.
device-screen = Computer: { $title }
device-phone = Je gsm: { $title }
device-reader = Kaartlezer: { $title }
device-voice = Een stem: { $title }
room-type = Typ: { $text }
# After another key.
room-type-only = Typ alleen: { $text }
# When all of it stands in the field.
room-enter = Ja! Nu: Enter.
room-fill = Vul het voor mij in
mistake-title = Dat overkomt veel mensen
mistake-chosen = Je koos: { $button }
mistake-why = Waarom je dat beter niet doet
mistake-on = Kijk wat er dan gebeurt
room-leave = Stop deze oefening
rehearsed-title = Het is gelukt!
rehearsed-text = Je bent aan het einde. Onthou dit:
room-next = Probeer het volgende moment
room-again = Doe het nog een keer
# At the end of a guide, over rooms in which one can try it.
service-rooms = Oefen het eerst hier:

## The scam gym

gym-title = Echt of vals?
gym-place = Echt of vals?
gym-detail = Tien berichten. Welke kun je vertrouwen?
gym-intro = Je ziet tien berichten, een voor een. Zeg of elk bericht echt of vals is. Zoek dan wat de valse verraadt.
gym-practice = Alle berichten zijn verzonnen. Er kan je niets gebeuren. Neem je tijd.
gym-begin = Begin: tien berichten
gym-go-on = Ga verder waar ik was
gym-other-ten = Tien andere berichten
gym-progress = Bericht { $at } van { $of }
gym-next = Het volgende bericht
gym-finish = Naar het einde
gym-previous = Eén bericht terug
gym-end-title = Goed gedaan: tien berichten
gym-end-text = Je nam je tijd en keek goed. Dat beschermt je. Twijfel je? Doe dan niets en vraag het aan iemand.
# Whom to call and where to forward a false message.
gym-help = Kreeg je echt een vals bericht?
exercise-real-or-false = Echt of vals?
gym-false = Het is vals
gym-real = Het is echt
gym-is-false = Dit bericht is vals.
gym-is-real = Dit bericht is echt.
gym-taken-for-real = Het lijkt echt: dat is de val. Kijk nog eens, regel voor regel.
gym-look = Zoek wat het verraadt
gym-mark = Het is vals. Wat verraadt het?
fake-qr = Een verzonnen QR-code, van: { $from }
